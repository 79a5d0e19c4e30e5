import assert from "node:assert/strict";
import { test } from "node:test";
import { heldAt, heldMost } from "./held.ts";
import type { LaneState } from "./lane-state.ts";
import type { LaneName, Setup, TraceRecord } from "./records.ts";
import { createRun, RECORD_LIMIT } from "./run.ts";
import { runIsOver } from "./run-is-over.ts";
import { sentences } from "./sentences.ts";
import { runOf, type Staged, setup, staged } from "./staged.ts";

const again = { kind: "error", readyState: 0 } as const;
const gaveUp = { kind: "error", readyState: 2 } as const;

const ticks: Staged = {
  lane: "eventsource",
  ask: 0,
  request: 3,
  head: 4,
  opens: 7,
  writes: [5, 505],
  arrives: [8, 508],
  ends: 600,
  sees: { ...again, at: 603 },
};
const byFetch: Staged = { ...ticks, lane: "fetch", sees: { kind: "end", at: 603 } };
const running: Staged = { ...ticks, ends: undefined, sees: undefined };
/** The browser's own next request, answered 204. */
const second: Staged = {
  lane: "eventsource",
  attempt: 2,
  request: 3610,
  status: 204,
  headers: [],
  ends: 3611,
  sees: { ...gaveUp, at: 3615 },
};
const secondAsked: Staged = { ...second, ends: undefined, sees: undefined };
const stop: TraceRecord = { side: "page", kind: "stop", at: 700 };

const states: [
  name: string,
  records: TraceRecord[],
  lane: LaneName,
  state: LaneState,
  words: string,
  setup?: Partial<Setup>,
][] = [
  ["never asked", [], "fetch", { name: "idle" }, "not asked"],
  [
    "asked",
    staged({ lane: "eventsource", ask: 0 }),
    "eventsource",
    { name: "connecting" },
    "0 connecting",
  ],
  ["open", staged(running), "eventsource", { name: "open" }, "1 open"],
  [
    "ended",
    staged(ticks),
    "eventsource",
    { name: "reconnecting", ms: 3000 },
    "0 reconnecting in 3 000 ms",
  ],
  [
    "ended, in Firefox",
    staged(ticks),
    "eventsource",
    { name: "reconnecting", ms: 5000 },
    "0 reconnecting in 5 000 ms",
    { browser: "Firefox 153" },
  ],
  [
    "ended, in a browser that nobody measured",
    staged(ticks),
    "eventsource",
    { name: "reconnecting", ms: null },
    "0 reconnecting",
    { browser: "Safari 26" },
  ],
  [
    "asks again",
    [...staged(ticks), ...staged(secondAsked)],
    "eventsource",
    { name: "connecting" },
    "0 connecting",
  ],
  [
    "204",
    [...staged(ticks), ...staged(second)],
    "eventsource",
    { name: "gave-up", refusal: { kind: "status", status: 204, ours: true } },
    "2 closed by 204",
  ],
  [
    "gives up at an error status",
    staged({
      lane: "eventsource",
      ask: 0,
      request: 3,
      status: 503,
      headers: [],
      ends: 4,
      sees: { ...gaveUp, at: 5 },
    }),
    "eventsource",
    { name: "gave-up", refusal: { kind: "status", status: 503, ours: true } },
    "2 closed for good: status 503",
  ],
  [
    "closed by the page",
    staged({ ...running, sees: { kind: "close", at: 700 } }),
    "eventsource",
    { name: "closed" },
    "2 closed by this page",
  ],
  [
    "closed by the page between two attempts",
    [...staged(ticks), ...staged({ lane: "eventsource", sees: { kind: "close", at: 700 } })],
    "eventsource",
    { name: "closed" },
    "2 closed by this page",
  ],
  ["fetch asks", staged({ ask: 0 }), "fetch", { name: "asking" }, "asking"],
  ["fetch reads", staged({ ...byFetch, sees: undefined }), "fetch", { name: "reading" }, "reading"],
  ["fetch is done", staged(byFetch), "fetch", { name: "done" }, "done"],
  [
    "fetch fails",
    staged({ ...byFetch, sees: { kind: "failure", at: 603, name: "TypeError", message: "" } }),
    "fetch",
    { name: "failed", error: "TypeError" },
    "failed: TypeError",
  ],
  [
    "fetch gets an error page",
    staged({
      ask: 0,
      opens: 9,
      opensAs: 504,
      opensWith: [],
      sees: { kind: "failure", at: 9, name: "NotAnEventStream", message: "" },
    }),
    "fetch",
    { name: "refused", refusal: { kind: "status", status: 504, ours: false } },
    "failed: status 504",
  ],
  [
    "fetch is aborted",
    staged({ ...byFetch, sees: { kind: "close", at: 600 } }),
    "fetch",
    { name: "aborted" },
    "aborted",
  ],
];

for (const [name, records, lane, state, words, setup] of states) {
  test(`state: ${name}`, () => {
    const view = runOf(records, setup).lane(lane);
    assert.deepEqual(view.state, state);
    assert.equal(sentences.laneState(view.state).replaceAll("\u00a0", " "), words);
  });
}

const endings: [name: string, records: TraceRecord[], over: boolean][] = [
  ["nothing was asked", [], false],
  ["a lane is open", [...staged(running), ...staged(byFetch)], false],
  ["a lane waits to reconnect", [...staged(ticks), ...staged(byFetch)], false],
  [
    "the further attempt is only asked",
    [...staged(ticks), ...staged(secondAsked), ...staged(byFetch)],
    false,
  ],
  [
    "the further attempt ended for good",
    [...staged(ticks), ...staged(second), ...staged(byFetch)],
    true,
  ],
  [
    "the further attempt opened",
    [...staged(ticks), ...staged({ ...secondAsked, opens: 3620 }), ...staged(byFetch)],
    true,
  ],
  [
    "the further attempt was refused, and there will be more",
    [...staged(ticks), ...staged({ lane: "eventsource", sees: { ...again, at: 3620 } })],
    true,
  ],
  [
    "the other lane still reads",
    [...staged(ticks), ...staged(second), ...staged({ ...byFetch, sees: undefined })],
    false,
  ],
  ["stopped", [...staged(running), stop], true],
  [
    "each lane closed by itself",
    [...staged({ ...running, sees: { kind: "close", at: 9 } }), ...staged(byFetch)],
    true,
  ],
];

for (const [name, records, over] of endings) {
  test(`${over ? "over" : "not over"}: ${name}`, () =>
    assert.equal(runIsOver(runOf(records)), over));
}

test("a connection belongs to the attempt in whose span its request fell", () => {
  const run = runOf([
    ...staged(ticks),
    // A dev server that answers 504 by itself: an attempt without the server's side.
    ...staged({ lane: "eventsource", sees: { ...again, at: 3620 } }),
    ...staged({
      ...ticks,
      ask: undefined,
      attempt: 2,
      request: 6630,
      writes: [6632],
      arrives: [6640],
      opens: 6639,
      ends: undefined,
      sees: undefined,
    }),
  ]);
  const attempts = run.lane("eventsource").attempts;
  assert.deepEqual(
    attempts.map(({ number, connection, arrived }) => [
      number,
      connection?.attempt ?? null,
      arrived.length,
    ]),
    [
      [1, 1, 2],
      [2, null, 0],
      [3, 2, 1],
    ],
  );
});

test("of a request that the browser repeated, the last connection delivered", () => {
  const cut: Staged = {
    ...ticks,
    ask: undefined,
    opens: undefined,
    arrives: [],
    writes: [5],
    ends: 6,
    sees: undefined,
  };
  const run = runOf([
    ...staged({
      ...ticks,
      attempt: 3,
      request: 13,
      writes: [15, 515],
      arrives: [18, 518],
      opens: 17,
    }),
    ...staged(cut),
    ...staged({ ...cut, attempt: 2, request: 8, writes: [10], ends: 11 }),
  ]);
  const [attempt] = run.lane("eventsource").attempts;
  assert.equal(attempt?.connections.length, 3);
  assert.deepEqual([attempt?.lag(0), attempt?.lag(1)], [3, 3]);
});

test("a server that was started again counts from one: its connections are its own", () => {
  const run = runOf([
    ...staged(ticks),
    ...staged({
      ...ticks,
      boot: "second boot",
      ask: undefined,
      request: 3610,
      writes: [3612],
      arrives: [3616],
      opens: 3615,
      ends: undefined,
      sees: undefined,
    }),
  ]);
  const [first, other] = run.lane("eventsource").attempts;
  assert.deepEqual([first?.written.length, other?.written.length, other?.lag(0)], [2, 1, 4]);
});

test("an arrival has no lag until the tap has told of its write", () => {
  const records = staged(ticks);
  const run = runOf(records.filter(({ side }) => side === "browser"));
  assert.equal(run.lane("eventsource").attempts[0]?.lag(1), null);
  for (const record of records) if (record.side === "server") run.add(record);
  assert.equal(run.lane("eventsource").attempts[0]?.lag(1), 3);
});

const five: Staged = {
  ...ticks,
  writes: [5, 505, 1005, 1505, 2005],
  ends: 2505,
  opens: 2509,
  arrives: [2510, 2510, 2510, 2510, 2510],
  sees: { ...again, at: 2511 },
};
const piles: [
  name: string,
  at: number,
  pile: [first: number, last: number, since: number] | null,
][] = [
  ["before anything is written", 3, null],
  ["what has just left is under way, not held", 60, null],
  ["one is held", 400, [1, 1, 5]],
  ["four are held", 1600, [1, 4, 5]],
  ["just before they come", 2509, [1, 5, 5]],
  ["when they have come", 2510, null],
];
for (const [name, at, pile] of piles) {
  test(`held: ${name}`, () => {
    const held = heldAt(runOf(staged(five)), at);
    assert.deepEqual(held && [held.first, held.last, held.since], pile);
    assert.equal(held?.bytes ?? null, null); // EventSource shows no bytes
  });
}

test("held in fetch: bytes too", () => {
  const run = runOf(staged({ ...five, lane: "fetch", sees: undefined }));
  assert.equal(heldAt(run, 1600)?.bytes, 4 * "id: 1\nevent: tick\ndata: 1\n\n".length);
  assert.equal(heldAt(run, 2600), null);
});

test("the most that was held", () => {
  const run = runOf(staged(five));
  const [attempt] = run.lane("eventsource").attempts;
  assert.deepEqual(attempt && heldMost(attempt, run), { events: 5, ms: 2505 });
});

test("a page that was itself busy held nothing on the way", () => {
  const run = runOf([...staged(five), { side: "page", kind: "busy", since: 0, at: 2508 }]);
  const [attempt] = run.lane("eventsource").attempts;
  assert.equal(attempt && heldMost(attempt, run), null);
});

test("what goes beyond the limit is counted, and how it ends is kept", () => {
  const run = createRun(setup);
  const [ask, ...rest] = staged({ ...running, request: undefined, arrives: [] });
  const sees = staged({ lane: "eventsource", sees: { ...gaveUp, at: 9 } });
  const tick = {
    side: "browser",
    lane: "eventsource",
    kind: "dispatch",
    type: "t",
    data: "",
    lastEventId: "",
    at: 8,
  } as const;
  for (const record of [ask, ...rest]) if (record) run.add(record);
  for (let count = 0; count < RECORD_LIMIT; count++) run.add(tick);
  for (const record of sees) run.add(record);
  assert.equal(run.forgotten, 1 + rest.length);
  assert.equal(run.lane("eventsource").isConnected, false);
});

test("the reconnection time is the stream's, within what the browser allows", () => {
  const text = new TextEncoder().encode("retry: 100\n\n");
  const retry: TraceRecord = {
    side: "server",
    boot: "boot",
    lane: "eventsource",
    attempt: 1,
    kind: "write",
    at: 4,
    offset: 0,
    bytes: text,
    line: 1,
  };
  const of = (browser: string, staging: Staged) =>
    runOf([...staged(staging), retry], { browser }).lane("eventsource").reconnectionTime;
  const opened = { ...running, writes: [] };
  assert.equal(of("Chromium 156", opened), 100);
  assert.equal(of("Firefox 153", opened), 500);
  assert.equal(of("Chromium 156", { ...opened, opens: undefined, arrives: [] }), 3000);
});
