/** The tap, as a fake EventSource makes it hear the server: each record once, and another way where nothing comes. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setImmediate as later } from "node:timers/promises";
import type { TapLine } from "../../trace/run/records.ts";
import { FakeSource } from "./testing/fake-source.ts";
import "./testing/tasks.ts";

const { openTap } = await import("./tap.ts");

const boot = (number: number, boot: string): TapLine => ({
  number,
  record: { kind: "boot", boot, at: 0 },
});
const alive: TapLine = { number: 0, record: { kind: "alive", at: 0 } };
const forgotten = (number: number): TapLine => ({
  number,
  record: { kind: "forgotten", records: number, at: 0 },
});

function tap(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const made: FakeSource[] = [];
  const told: string[] = [];
  const former = globalThis.EventSource;
  Object.assign(globalThis, {
    EventSource: class extends FakeSource {
      constructor(url: string) {
        super(url);
        made.push(this);
      }
    },
  });
  const client = openTap(
    "t",
    { direct: "http://there/api", "own-origin": "/api" },
    {
      record: (record, boot) =>
        told.push(`${boot}: ${record.kind} ${"records" in record ? record.records : ""}`.trim()),
      way: (way) => told.push(way),
      lost: () => told.push("lost"),
    },
  );
  t.after(() => {
    client.close();
    Object.assign(globalThis, { EventSource: former });
  });
  const last = (): FakeSource => made.at(-1) ?? assert.fail("none was made");
  return {
    made,
    told,
    client,
    last,
    /** Lets an event with these lines arrive. */
    async hear(...lines: TapLine[]): Promise<void> {
      const data = lines.map((line) => JSON.stringify(line)).join("\n");
      last().arrive("message", data);
      await later();
      await later(); // the tap tells on in a task of its own
    },
  };
}

test("each record is told once, however often it is heard; a new boot counts from the start", async (t) => {
  const { told, hear } = tap(t);
  await hear(boot(1, "a"), forgotten(2));
  await hear(boot(1, "a"), forgotten(2), forgotten(3), alive);
  await hear(boot(1, "b"), forgotten(2));
  assert.deepEqual(told, [
    ...["direct", "a: boot", "a: forgotten 2", "a: forgotten 3", "a: alive"],
    ...["b: boot", "b: forgotten 2"],
  ]);
});

test("where nothing comes it changes its way, and says that it is lost once neither has brought anything", async (t) => {
  const { made, told, last, hear } = tap(t);
  const silence = () => {
    t.mock.timers.tick(1000);
    t.mock.timers.tick(1000);
  };
  silence();
  assert.deepEqual(
    made.map(({ url }) => url),
    ["http://there/api/tap?trace=t", "/api/tap?trace=t"],
  );
  assert.equal(made[0]?.readyState, 2);
  assert.deepEqual(told, []);
  silence();
  assert.deepEqual(told, ["lost"]);
  assert.match(last().url, /there/);
  silence();
  await hear(alive);
  assert.deepEqual(told, ["lost", "own-origin", ": alive"]);
});

test("what has come in time keeps the way", async (t) => {
  const { made, hear } = tap(t);
  for (let times = 0; times < 5; times++) {
    t.mock.timers.tick(900);
    await hear(alive);
  }
  assert.equal(made.length, 1);
});

test("closed, it asks nobody any more", (t) => {
  const { made, client } = tap(t);
  client.close();
  t.mock.timers.tick(10_000);
  assert.equal(made.length, 1);
  assert.equal(made[0]?.readyState, 2);
});
