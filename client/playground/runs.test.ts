/** Says what runs, with runs that are only said to run. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Path } from "../../trace/run/records.ts";
import { createRun } from "../../trace/run/run.ts";
import { judge } from "./judge.ts";
import type { LiveRun } from "./live-run.ts";
import { Runs } from "./runs.ts";
import { bareClients } from "./set-up.ts";

const plain: Path = { proxy: true, port: 1, compress: false };
const compressed: Path = { proxy: true, port: 2, compress: true };

class Fake implements LiveRun {
  readonly client;
  readonly run;
  readonly judge = judge;
  readonly elapsed = 0;
  readonly now = 0;
  readonly isConnected = true;
  isGoing = true;
  stops = 0;

  constructor(text: string, path = plain) {
    const script = { name: "mine", text };
    this.client = {
      script: { ...script, left: undefined, eventTypes: [], body: {}, connect: undefined },
      clients: bareClients,
    };
    const setup = { trace: text, script, path, noTransform: false };
    this.run = createRun({ ...setup, browser: "a browser", beganAt: 0, clockError: 0 });
  }

  disconnect(): void {}

  stop(): void {
    this.stops++;
    this.isGoing = false;
  }
}

class OpenRuns extends Runs {
  override put(runs: readonly LiveRun[]): void {
    super.put(runs);
  }
}

function stage(t: TestContext, isCalm = false) {
  t.mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
  const frames: (() => void)[] = [];
  Object.assign(globalThis, {
    requestAnimationFrame: (draw: () => void) => frames.push(draw),
    matchMedia: () => ({ matches: isCalm }),
  });
  const page = new OpenRuns();
  const told = { change: 0, over: 0 };
  page.addEventListener("change", () => told.change++);
  page.addEventListener("over", () => told.over++);
  const frame = () => {
    for (const draw of frames.splice(0)) draw();
  };
  t.after(() => page.put([]));
  return { page, told, frame };
}

test("a thousand changes are one drawing", (t) => {
  const { page, told, frame } = stage(t);
  for (let records = 0; records < 1000; records++) page.changed();
  assert.equal(told.change, 0);
  frame();
  assert.equal(told.change, 1);
  page.changed();
  frame();
  assert.equal(told.change, 2);
});

test("while a run goes on its records are gathered, and what grows by time alone is drawn", (t) => {
  for (const [isCalm, gathers, drawings] of [
    [false, 40, 5],
    [true, 200, 1],
  ] as const) {
    const { page, told, frame } = stage(t, isCalm);
    page.put([new Fake("a")]);
    page.changed();
    t.mock.timers.tick(gathers - 1);
    frame();
    assert.equal(told.change, 0);
    t.mock.timers.tick(1);
    page.changed();
    frame();
    assert.equal(told.change, 1);
    for (let beats = 1; beats <= 5; beats++) {
      t.mock.timers.tick(160);
      frame();
      t.mock.timers.tick(40);
      frame();
    }
    assert.equal(told.change, 1 + drawings, `calm: ${isCalm}`);
    page.put([]);
    t.mock.timers.reset();
  }
});

test("how a run ended is drawn at once, though records wait for others", (t) => {
  const { page, told, frame } = stage(t, true);
  const one = new Fake("a");
  page.put([one]);
  one.stop();
  page.changed();
  frame();
  assert.equal(told.change, 1);
});

test("once nothing goes on any more it says so, once", (t) => {
  const { page, told } = stage(t);
  const [one, other] = [new Fake("a"), new Fake("a", compressed)];
  page.put([one, other]);
  t.mock.timers.tick(1000);
  one.isGoing = false;
  t.mock.timers.tick(1000);
  assert.equal(told.over, 0);
  other.isGoing = false;
  t.mock.timers.tick(1000);
  assert.equal(told.over, 1);
});

test("the run before is one of the same script", (t) => {
  const { page } = stage(t);
  const first = new Fake("a");
  page.put([first]);
  assert.equal(page.before, undefined);
  page.put([new Fake("a", compressed)]);
  assert.equal(page.before, first.run);
  page.put([new Fake("b")]);
  assert.equal(page.before, undefined);
});

test("side by side there is no run before, and the path that was shown stays shown", (t) => {
  const { page } = stage(t);
  page.put([new Fake("a", compressed)]);
  page.put([new Fake("a"), new Fake("a", compressed)]);
  assert.equal(page.before, undefined);
  assert.equal(page.current?.run.setup.path.port, compressed.port);
  page.show(0);
  assert.equal(page.current?.run.setup.path.port, plain.port);
});

test("Stop stops all that was begun together", (t) => {
  const { page } = stage(t);
  const runs = [new Fake("a"), new Fake("a", compressed)];
  page.put(runs);
  page.stop();
  assert.deepEqual(
    runs.map(({ stops }) => stops),
    [1, 1],
  );
  assert.equal(page.isGoing, false);
});
