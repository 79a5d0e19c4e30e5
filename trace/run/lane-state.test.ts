import assert from "node:assert/strict";
import { test } from "node:test";
import { laneStateSentence } from "../en/lane-state.ts";
import { runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { byFetch, gaveUp, running, second, secondAsked, ticks } from "../testing/staged-ticks.ts";
import type { LaneState } from "./lane-state.ts";
import type { LaneName, Setup, TraceRecord } from "./records.ts";

/** When the words are read. ms since the run began */
const NOW = 1000;

/** fetch gets an error page. */
const refused: Staged = {
  ask: 0,
  opens: 9,
  opensAs: 504,
  opensWith: [],
  sees: { kind: "failure", at: 9, name: "NotAnEventStream", message: "" },
};

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
    "CONNECTING (readyState 0)",
  ],
  ["open", staged(running), "eventsource", { name: "open" }, "OPEN (readyState 1)"],
  [
    "ended",
    staged(ticks),
    "eventsource",
    { name: "reestablishing", asksAt: 3603 },
    "CONNECTING (readyState 0): asks again in 2.6 s",
  ],
  [
    "ended, in Firefox",
    staged(ticks),
    "eventsource",
    { name: "reestablishing", asksAt: 5603 },
    "CONNECTING (readyState 0): asks again in 4.6 s",
    { browser: "Firefox 153" },
  ],
  [
    "ended, in a browser that nobody measured",
    staged(ticks),
    "eventsource",
    { name: "reestablishing", asksAt: null },
    "CONNECTING (readyState 0): asks again",
    { browser: "Safari 26" },
  ],
  [
    "asks again",
    staged(ticks, secondAsked),
    "eventsource",
    { name: "connecting" },
    "CONNECTING (readyState 0)",
  ],
  [
    "204",
    staged(ticks, second),
    "eventsource",
    { name: "gave-up", refusal: { kind: "status", status: 204, ours: true } },
    "CLOSED (readyState 2): the server said 204",
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
    "CLOSED (readyState 2): gave up, status 503",
  ],
  [
    "closed by the page",
    staged({ ...running, sees: { kind: "close", at: 700 } }),
    "eventsource",
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
  ],
  [
    "closed by the page between two attempts",
    staged(ticks, { lane: "eventsource", sees: { kind: "close", at: 700 } }),
    "eventsource",
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
  ],
  [
    "a new EventSource is to take its place",
    staged(ticks, second, waits("eventsource", 3616, 1000)),
    "eventsource",
    { name: "coming-back", asksAt: 4616, refusal: { kind: "status", status: 204, ours: true } },
    "CLOSED (readyState 2): a new one asks in 3.6 s",
  ],
  [
    "closed by the page before the new one",
    staged(ticks, second, waits("eventsource", 3616, 1000), {
      lane: "eventsource",
      sees: { kind: "close", at: 3700 },
    }),
    "eventsource",
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
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
    staged(refused),
    "fetch",
    { name: "refused", refusal: { kind: "status", status: 504, ours: false } },
    "failed: status 504",
  ],
  [
    "fetch comes back",
    staged(byFetch, waits("fetch", 603, 3000)),
    "fetch",
    { name: "coming-back", asksAt: 3603, refusal: null },
    "asks again in 2.6 s",
  ],
  [
    "fetch asks again where the standard fails it",
    staged(refused, waits("fetch", 1009, 1000)),
    "fetch",
    { name: "coming-back", asksAt: 2009, refusal: { kind: "status", status: 504, ours: false } },
    "failed: status 504, again in 1.0 s",
  ],
  [
    "fetch is aborted while it waits",
    staged(byFetch, waits("fetch", 603, 3000), { sees: { kind: "close", at: 700 } }),
    "fetch",
    { name: "aborted" },
    "aborted",
  ],
  [
    "fetch asks again",
    staged(byFetch, waits("fetch", 603, 3000), { ask: 3603 }),
    "fetch",
    { name: "asking" },
    "asking",
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
    const said = laneStateSentence(view.state, lane, NOW);
    assert.equal(said.replaceAll("\u00a0", " "), words);
  });
}
