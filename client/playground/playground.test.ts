/** The page's state between fake servers: what is chosen, what is asked for, and what begins to run. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setImmediate as later } from "node:timers/promises";
import "../connections/testing/ports.ts";
import "../connections/testing/tasks.ts";
import type { Playground } from "./playground.ts";

const entries = ["five-ticks", "ticker"].map((name) => ({ name, title: name, eventTypes: [] }));

/** What of a browser the state asks for, where Node has none. */
class Nobody extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;
  postMessage(): void {}
  close(): void {
    this.readyState = 2;
  }
}

const stored = new Map<string, string>();

Object.assign(globalThis, {
  addEventListener() {},
  requestAnimationFrame: (draw: () => void) => setImmediate(draw),
  matchMedia: () => ({ matches: false }),
  EventSource: Nobody,
  Worker: Nobody,
  sessionStorage: {
    getItem: (place: string) => stored.get(place) ?? null,
    setItem: (place: string, value: string) => stored.set(place, value),
  },
});
Object.assign(Uint8Array.prototype, {
  toHex(this: Uint8Array) {
    return Buffer.from(this).toString("hex");
  },
});
const { Playground: State } = await import("./playground.ts");

type Around = { isServerUp: boolean; devServers: Map<number, boolean>; asked: string[] };

/** The page, once it has looked around. */
async function started(
  t: TestContext,
  devServers: [number, boolean][] = [
    [1, false],
    [2, true],
  ],
) {
  Object.assign(globalThis, { EventSource: Nobody }); // a test that shares this process may have had one
  const around: Around = { isServerUp: true, devServers: new Map(devServers), asked: [] };
  t.mock.method(globalThis, "fetch", async (url: string, init?: RequestInit) => {
    const { port, pathname } = new URL(url, "http://localhost:1");
    if (pathname === "/dev-server") {
      const compress = around.devServers.get(Number(port || 1));
      return compress === undefined ? Response.error() : Response.json({ compress });
    }
    if (!around.isServerUp) throw new TypeError("nobody answers");
    if (pathname === "/api/clock") return Response.json({ now: 0 });
    if (pathname === "/api/scripts" && init?.method === "POST")
      return Response.json({ name: "left-1" });
    if (pathname === "/api/scripts") return Response.json(entries);
    if (pathname.startsWith("/api/scripts/")) return new Response(`data: ${pathname}\n\n`);
    around.asked.push(`${port || 1}${pathname} ${init?.body}`);
    return new Response("", { headers: { "Content-Type": "text/event-stream" } });
  });
  stored.clear();
  const page: Playground = new State();
  t.after(() => page.stop());
  await page.start();
  return { page, around };
}

const paths = ({ runs }: Playground) => runs.map(({ run }) => run.setup.path.port);

test("before the first run a switch begins nothing; after it, it plays again and keeps the run before", async (t) => {
  const { page } = await started(t);
  page.turn({ compress: true });
  await later();
  assert.deepEqual(page.runs, []);
  await page.run();
  const first = page.current?.run;
  assert.deepEqual(paths(page), [2]);
  page.turn({ compress: false });
  while (page.current?.run === first) await later();
  assert.deepEqual(paths(page), [1]);
  assert.equal(page.before, first);
});

test("a first visit plays by itself, but not while a file is being opened", async (t) => {
  const { page } = await started(t);
  page.tellOpening(0);
  await page.welcome();
  assert.deepEqual(page.runs, []);
  page.tellOpening(undefined);
  await page.welcome();
  assert.equal(page.runs.length, 1);
});

test("side by side goes through both dev servers, and not where there is one", async (t) => {
  const { page, around } = await started(t);
  assert.equal(page.canGoSideBySide, true);
  await page.sideBySide();
  assert.deepEqual(paths(page), [1, 2]);
  around.devServers.delete(2);
  await page.readServers();
  assert.equal(page.canGoSideBySide, false);
});

test("where the dev server of a setting is gone, the switch moves to the other", async (t) => {
  const { page, around } = await started(t);
  page.turn({ compress: true });
  around.devServers.delete(2);
  await page.readServers();
  assert.equal(page.switches.compress, false);
});

test("without the server there is trouble and no run; Run tries again", async (t) => {
  const { page, around } = await started(t);
  around.isServerUp = false;
  await page.run();
  assert.equal(page.trouble, "no-server");
  assert.deepEqual(page.runs, []);
  around.isServerUp = true;
  await page.run();
  assert.equal(page.trouble, undefined);
  assert.equal(page.runs.length, 1);
});

test("of two that are asked for at once the later one runs", async (t) => {
  const { page } = await started(t);
  await Promise.all([page.choose("ticker"), page.choose("five-ticks")]);
  assert.equal(page.current?.run.setup.script.name, "five-ticks");
  await Promise.all([page.run(), page.stop()]);
  assert.equal(page.current?.isGoing, false);
});

test("the keys go round the streams, and the chat ends them", async (t) => {
  const { page } = await started(t);
  page.chooseNext(-1);
  assert.equal(page.scriptName, "chat");
  page.chooseNext(1);
  assert.equal(page.scriptName, "five-ticks");
  page.chooseNext(1);
  assert.equal(page.scriptName, "ticker");
});

test("what is edited is left with the server and played under its name there; faulty, it is not", async (t) => {
  const { page, around } = await started(t);
  const text = "data: mine\n\n";
  page.edit({ text, eventTypes: [], faulty: true });
  await page.run();
  assert.deepEqual(page.runs, []);
  page.edit({ text, eventTypes: [], faulty: false });
  await page.run();
  assert.equal(page.current?.client.script.left, "left-1");
  assert.deepEqual(around.asked, [`1/api/sse ${JSON.stringify({ script: text })}`]);
  await page.choose("ticker");
  assert.equal(page.edited, undefined);
});

test("an edit is there again with its stream, in the page that comes next too, until it is reset", async (t) => {
  const { page } = await started(t);
  const edited = { text: "data: mine\n\n", eventTypes: [], faulty: false };
  page.edit(edited);
  await page.choose("ticker");
  assert.equal(page.editOf("five-ticks"), edited);
  await page.choose("five-ticks");
  assert.equal(page.edited, edited);
  assert.equal(page.current?.run.setup.script.text, edited.text);
  assert.deepEqual(new State().editOf("five-ticks"), edited);
  page.edit(undefined);
  await page.choose("ticker");
  await page.choose("five-ticks");
  assert.equal(page.edited, undefined);
});

test("what is shown is stale once the script is another one, and until it has run", async (t) => {
  const { page } = await started(t);
  assert.equal(page.isStale, false);
  await page.run();
  assert.equal(page.isStale, false);
  page.edit({ text: "data: mine\n\n", eventTypes: [], faulty: false });
  assert.equal(page.isStale, true);
  const runs = page.run();
  assert.equal(page.isStale, false);
  await runs;
  assert.equal(page.isStale, false);
  page.edit(undefined);
  assert.equal(page.isStale, true);
});

test("a link sets up script, switches, clients and depth, and begins nothing", async (t) => {
  const { page } = await started(t);
  const switches = { noTransform: true, proxy: false, compress: false };
  page.setUp({ scriptName: "ticker", switches, comesBack: ["fetch"], depth: "lines" }, undefined);
  assert.equal(page.scriptName, "ticker");
  assert.deepEqual(page.switches, switches);
  assert.equal(page.clients.fetch.comesBack, true);
  assert.equal(page.clients.eventsource.comesBack, false);
  assert.equal(page.depth, "lines");
  assert.deepEqual(page.runs, []);
});

test("a lane connects alone, in a trace of its own", async (t) => {
  const { page } = await started(t);
  await page.run(["fetch"]);
  const first = page.current?.run;
  assert.deepEqual(
    first?.lanes.map(({ name }) => name),
    ["fetch"],
  );
  while (page.isLaneConnected("fetch")) await later();
  page.toggle("fetch");
  while (page.current?.run === first) await later();
  assert.notEqual(page.current?.run.setup.trace, first?.setup.trace);
});
