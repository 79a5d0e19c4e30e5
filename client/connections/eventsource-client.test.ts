/** The EventSource lane as a fake EventSource makes it see things: what is recorded, and when a new one is made. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_TRIES, waitAfter } from "./backoff.ts";
import type { Unstamped } from "./client.ts";
import { openEventSource } from "./eventsource-client.ts";
import { openAnew } from "./new-eventsource.ts";
import { FakeSource } from "./testing/fake-source.ts";

Object.assign(globalThis, { EventSource: { CLOSED: 2 } }); // Node has none

const cases: [rule: string, act: (source: FakeSource) => void, ...seen: Unstamped[]][] = [
  [
    "an event is recorded by type, data and id",
    (source) => source.arrive("tick", "1", "7"),
    { kind: "dispatch", type: "tick", data: "1", lastEventId: "7" },
  ],
  ["a type that nobody said would come is not heard", (source) => source.arrive("other", "1")],
  ["the browser's own open is no event", (source) => source.tell("open", 1), { kind: "open" }],
  [
    "an error while it asks again",
    (source) => source.tell("error", 0),
    { kind: "error", readyState: 0 },
  ],
  ["an error for good", (source) => source.tell("error", 2), { kind: "error", readyState: 2 }],
  [
    "events that the server names open and error are events",
    (source) => {
      source.arrive("open", "a");
      source.arrive("error", "b");
    },
    { kind: "dispatch", type: "open", data: "a", lastEventId: "" },
    { kind: "dispatch", type: "error", data: "b", lastEventId: "" },
  ],
];
for (const [rule, act, ...seen] of cases) {
  test(rule, () => {
    const source = new FakeSource("/x");
    const records: Unstamped[] = [];
    const types = ["tick", "tick", "message", "open", "error"];
    openEventSource("/x", types, { by: "browser", create: () => source }, (record) =>
      records.push(record),
    );
    act(source);
    assert.deepEqual(records, [{ kind: "ask", method: "GET", url: "/x", by: "browser" }, ...seen]);
  });
}

test("whose EventSource it is is told, not taken from how it was made", () => {
  const records: Unstamped[] = [];
  for (const by of ["browser", "package"] as const) {
    const create = (url: string) => new FakeSource(`${url}?pass=1`);
    openEventSource("/x", [], { by, create }, (record) => records.push(record));
  }
  assert.deepEqual(
    records,
    (["browser", "package"] as const).map((by) => ({ kind: "ask", method: "GET", url: "/x", by })),
  );
});

test("to close it twice is to close it once", () => {
  const records: Unstamped[] = [];
  const client = openEventSource(
    "/x",
    [],
    { by: "browser", create: (url) => new FakeSource(url) },
    (record) => records.push(record),
  );
  client.close();
  client.close();
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ["ask", "close"],
  );
});

/** An EventSource that is made anew, with all that were made so far. */
function anew() {
  const made: FakeSource[] = [];
  const records: Unstamped[] = [];
  const create = (url: string) => {
    const source = new FakeSource(url);
    made.push(source);
    return source;
  };
  const client = openAnew("/x?lane=eventsource", ["tick"], { by: "browser", create }, (record) =>
    records.push(record),
  );
  const last = (): FakeSource => made.at(-1) ?? assert.fail("none was made");
  return { made, records, client, last };
}

test("where it gives up a new one asks after a wait, with the last id that was seen in its URL", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { made, last } = anew();
  last().tell("open", 1);
  last().arrive("tick", "1", "7");
  last().tell("error", 0); // it asks again by itself
  t.mock.timers.tick(60_000);
  assert.equal(made.length, 1);

  last().tell("error", 2);
  t.mock.timers.tick(waitAfter(0) - 1);
  assert.equal(made.length, 1);
  t.mock.timers.tick(1);
  assert.equal(last().url, "/x?lane=eventsource&lastEventId=7");
});

test("each wait is twice the one before, until a stream opens; then it is as the first", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { records, last } = anew();
  const giveUp = () => {
    last().tell("error", 2);
    t.mock.timers.tick(60_000);
  };
  giveUp();
  giveUp();
  giveUp();
  last().tell("open", 1);
  giveUp();
  const waits = records.flatMap((record) => (record.kind === "wait" ? [record.ms] : []));
  assert.deepEqual(waits, [waitAfter(0), waitAfter(0) * 2, waitAfter(0) * 4, waitAfter(0)]);
});

test("after so many tries without a stream it has given up too", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { made, last } = anew();
  for (let failed = 0; failed < MOST_TRIES * 2; failed++) {
    last().tell("error", 2);
    t.mock.timers.tick(60_000);
  }
  assert.equal(made.length, 1 + MOST_TRIES);
});

test("closed while it waits, it does not ask", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { made, records, client, last } = anew();
  last().tell("error", 2);
  client.close();
  t.mock.timers.tick(60_000);
  assert.equal(made.length, 1);
  assert.deepEqual(records.at(-1), { kind: "close" });
});
