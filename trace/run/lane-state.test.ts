import assert from "node:assert/strict";
import { test } from "node:test";
import { laneStateSentence } from "../en/lane-state.ts";
import { runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { byFetch, gaveUp, running, second, secondAsked, ticks } from "../testing/staged-ticks.ts";
import type { LaneState } from "./lane-state.ts";
import type { LaneName, TraceRecord } from "./records.ts";
import type { Refusal } from "./refusal.ts";

const NOW = 1000; // ms since the run began: when the words are read

const asks: Staged = { lane: "eventsource", ask: 0 };
const answers503: Staged = { request: 3, status: 503, headers: [], ends: 4 };
const closes: Staged = { lane: "eventsource", sees: { kind: "close", at: 700 } };
const aborts: Staged = { sees: { kind: "close", at: 700 } };
const anew = waits("eventsource", 3616, 1000);
const again = waits("fetch", 603, 3000);
const lost = { kind: "failure", at: 603, name: "TypeError", message: "" } as const;
const errorPage = { kind: "failure", at: 9, name: "NotAnEventStream", message: "" } as const;
const refused: Staged = { ask: 0, opens: 9, opensAs: 504, opensWith: [], sees: errorPage };

const status = (status: number, ours: boolean): Refusal => ({ kind: "status", status, ours });
const connecting: LaneState = { name: "connecting" };
const reestablishing = (asksAt: number | null): LaneState => ({ name: "reestablishing", asksAt });
const gaveUpAt = (code: number): LaneState => ({ name: "gave-up", refusal: status(code, true) });
const comesBack = (asksAt: number, refusal: Refusal | null): LaneState => {
  return { name: "coming-back", asksAt, refusal };
};

type Row = [name: string, records: TraceRecord[], state: LaneState, words: string];

const ofEventSource: Row[] = [
  ["asked", staged(asks), connecting, "CONNECTING (readyState 0)"],
  ["open", staged(running), { name: "open" }, "OPEN (readyState 1)"],
  ["ended", staged(ticks), reestablishing(3603), "CONNECTING (readyState 0): asks again in 2.6 s"],
  ["asks again", staged(ticks, secondAsked), connecting, "CONNECTING (readyState 0)"],
  ["204", staged(ticks, second), gaveUpAt(204), "CLOSED (readyState 2): the server said 204"],
  [
    "gives up at an error status",
    staged({ ...asks, ...answers503, sees: { ...gaveUp, at: 5 } }),
    gaveUpAt(503),
    "CLOSED (readyState 2): gave up, status 503",
  ],
  [
    "closed by the page",
    staged(running, closes),
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
  ],
  [
    "closed by the page between two attempts",
    staged(ticks, closes),
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
  ],
  [
    "a new EventSource is to take its place",
    staged(ticks, second, anew),
    comesBack(4616, status(204, true)),
    "CLOSED (readyState 2): a new one asks in 3.6 s",
  ],
  [
    "closed by the page before the new one",
    staged(ticks, second, anew, { ...closes, sees: { kind: "close", at: 3700 } }),
    { name: "closed" },
    "CLOSED (readyState 2): this page closed it",
  ],
];

const ofFetch: Row[] = [
  ["never asked", [], { name: "idle" }, "not asked"],
  ["asks", staged({ ask: 0 }), { name: "asking" }, "asking"],
  ["reads", staged({ ...byFetch, sees: undefined }), { name: "reading" }, "reading"],
  ["is done", staged(byFetch), { name: "done" }, "done"],
  [
    "fails",
    staged({ ...byFetch, sees: lost }),
    { name: "failed", error: "TypeError" },
    "failed: TypeError",
  ],
  [
    "gets an error page",
    staged(refused),
    { name: "refused", refusal: status(504, false) },
    "failed: status 504",
  ],
  ["comes back", staged(byFetch, again), comesBack(3603, null), "asks again in 2.6 s"],
  [
    "asks again where the standard fails it",
    staged(refused, waits("fetch", 1009, 1000)),
    comesBack(2009, status(504, false)),
    "failed: status 504, again in 1.0 s",
  ],
  ["is aborted", staged({ ...byFetch, ...aborts }), { name: "aborted" }, "aborted"],
  ["is aborted while it waits", staged(byFetch, again, aborts), { name: "aborted" }, "aborted"],
  ["asks again", staged(byFetch, again, { ask: 3603 }), { name: "asking" }, "asking"],
];

for (const row of ofEventSource) rowHolds("eventsource", row);
for (const row of ofFetch) rowHolds("fetch", row);
rowHolds(
  "eventsource",
  ["ended", staged(ticks), reestablishing(5603), "CONNECTING (readyState 0): asks again in 4.6 s"],
  "Firefox 153",
);
rowHolds(
  "eventsource",
  ["ended", staged(ticks), reestablishing(null), "CONNECTING (readyState 0): asks again"],
  "Safari 26", // nobody measured it
);

function rowHolds(lane: LaneName, [name, records, state, words]: Row, browser = "Chromium 156") {
  test(`state of ${lane} in ${browser}: ${name}`, () => {
    const view = runOf(records, { browser }).lane(lane);
    assert.deepEqual(view.state, state);
    const said = laneStateSentence(view.state, lane, NOW);
    assert.equal(said.replaceAll("\u00a0", " "), words);
  });
}
