import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { eventStream, inEveryOrder, runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { again, byFetch, gaveUp, goesOn, running, ticks, unseen } from "../testing/staged-ticks.ts";
import { type Did, did, holds } from "./prediction-holds.ts";
import type { GivenUpAt, PredictedOutcome } from "./predictions.ts";
import type { Situation } from "./situation.ts";

const reconnects = (after: number): PredictedOutcome => ({ does: "reconnects", after });
const gives = (at: GivenUpAt): PredictedOutcome => ({ does: "gives-up", at });
const anew = (at: GivenUpAt): PredictedOutcome => ({ does: "anew", at });
const follows = (later: "first" | "final"): PredictedOutcome => ({ does: "follows", later });
const loses: PredictedOutcome = { does: "loses-and-asks" };
const moment: PredictedOutcome = { does: "cant-tell", because: "moment" };

/** The button is pressed at 599; what ends by it ends at 600, and shows at 603. */
const PRESSED = 599;
const asked: Staged = { lane: "eventsource", attempt: 2, request: 3610 };
const back: Staged = { ...asked, writes: [3612], opens: 3614 };
const refuses: Staged = { ...asked, status: 503, headers: [] };
const refused: Staged = { ...refuses, ends: 3611, sees: { ...gaveUp, at: 3615 } };
const seesLater = { ends: 7011, sees: { ...gaveUp, at: 7015 } };
const refusedLater: Staged = { ...refuses, attempt: 3, request: 7010, ...seesLater };
const breaks = { kind: "failure", name: "TypeError", message: "network error", at: 603 } as const;
const failed: Staged = { ...byFetch, sees: breaks };
/** The third connection goes to the new address, and the one after it to `later`. */
const moved = (later: string, ...all: Staged[]): TraceRecord[] =>
  all
    .flatMap((one) => staged(one))
    .map((record) => {
      if (record.side !== "server" || record.kind !== "request" || record.attempt < 3)
        return record;
      return { ...record, url: record.attempt === 3 ? "/?moved=1" : later };
    });
const moves: Staged = { ...asked, status: 307, headers: [["Location", "/?moved=1"]] };
const redirected: Staged = { ...moves, ends: 3611 };
const followed: Staged = { ...back, attempt: 3, request: 3613, writes: [3614], opens: 3616 };
const next: Staged = { ...back, attempt: 4, request: 7000, opens: 7004, writes: [7002] };
const over: Staged = { ...followed, ends: 4000, sees: { ...again, at: 4003 } };

/** A new EventSource in the place of the one that gave up; fetch that came back. */
const replaced: TraceRecord[] = staged(waits("eventsource", 3616, 1000), {
  ...back,
  attempt: 3,
  ask: 4616,
  request: 4619,
  opens: 4622,
  writes: [4620],
});
const fetchAsks: Staged = { lane: "fetch", attempt: 2, ask: 3604, request: 3607 };
const fetchedAgain: TraceRecord[] = staged(waits("fetch", 603, 3000), {
  ...fetchAsks,
  writes: [3609],
  opens: 3611,
});
const fetchRefused: TraceRecord[] = staged(waits("fetch", 603, 3000), {
  ...fetchAsks,
  status: 503,
  headers: [],
  ends: 3608,
  opens: 3611,
  opensAs: 503,
  opensWith: [],
  sees: { kind: "failure", name: "NotAnEventStream", message: "", at: 3612 },
});
/** The server never heard of it. */
const fetchAway: TraceRecord[] = [
  ...fetchRefused.filter(({ side }) => side === "browser"),
  waits("fetch", 3613, 1000),
];
const afterAway: Staged = { ask: 4613, request: 4616, writes: [4618], opens: 4620 };

/** The page is frozen from 599 on for half a second: it tells of the tick at 605 behind that. */
const frozen: Staged = { ...running, writes: [5, 605, 1200], arrives: [8, 1100, 1203] };

/** A request that was cut before its first byte came out of the compressor, and the browser's repeat. */
const cut: Staged = { ...ticks, ...unseen, sees: undefined };
const repeat: Staged = { lane: "eventsource", attempt: 2, request: 602, headers: eventStream };

const gone: Staged = { ...ticks, sees: { ...gaveUp, at: 603 } };
const cameTwice: Staged = { ...back, ends: 4000, sees: { ...again, at: 4003 } };
const refusedAtLast: Staged = { ...refused, attempt: 4, request: 7000 };
const wroteAgain: Staged = { ...running, writes: [5, 505, 2600], arrives: [8, 508, 2603] };
const waits500 = { does: "piles-up", ms: 500 } as const;
const fails = { does: "fails" } as const;
const ends = (isHidden: boolean) => ({ does: "ends", isHidden }) as const;
const nextAsks: Staged = { ...byFetch, attempt: 2, ask: 5000, request: 5003, head: 5004 };

type Truth = [
  name: string,
  outcome: PredictedOutcome,
  holds: boolean | null,
  ...did: (Staged | TraceRecord)[],
];

const ofEventSource: Truth[] = [
  ["it asked again", reconnects(3000), true, ticks, back],
  ["it waits to ask again", reconnects(3000), null, ticks],
  ["it gave up instead", reconnects(3000), false, gone],
  ["the browser repeats what was lost", loses, true, cut, repeat],
  ["it gave up, and only a new one asked", reconnects(3000), false, gone, ...replaced],
  ["a new one took its place", anew("answer"), true, ticks, refused, ...replaced],
  ["a new one is to come", anew("answer"), null, ticks, refused, ...replaced.slice(0, 1)],
  ["no new one came", anew("answer"), false, ticks, refused],
  ["a stream before it gave up is not new", anew("answer"), false, ticks, cameTwice, refusedLater],
  ["it did not give up", anew("504"), false, ticks, back],
  ["it gave up", gives("answer"), true, ticks, refused],
  ["it came back instead", gives("504"), false, ticks, back],
  ["it has not asked yet", gives("answer"), null, ticks],
  ["silence", { does: "waits" }, null, running],
  ["written again", { does: "waits" }, true, wroteAgain],
  ["it gave way", { does: "waits" }, false, { ...running, sees: { ...again, at: 1000 } }],
  ["followed", follows("first"), true, ticks, redirected, followed],
  [
    "followed, and later it gave up",
    follows("final"),
    true,
    ...moved("/?moved=1", ticks, redirected, over, refusedAtLast),
  ],
  ["redirected, the wrong answer is to come", gives("answer"), null, ticks, redirected, followed],
  [
    "to the final address",
    follows("final"),
    true,
    ...moved("/?moved=1", ticks, redirected, over, next),
  ],
  ["to the first address", follows("first"), true, ...moved("/", ticks, redirected, over, next)],
  ["to the first instead", follows("final"), false, ...moved("/", ticks, redirected, over, next)],
  ["the tick came after it", waits500, true, frozen],
  ["nothing was written meanwhile", waits500, null, running],
  ["the tick came in time", waits500, false, { ...frozen, arrives: [8, 608, 1203] }],
  ["nothing was predicted", moment, null, ticks, back],
];

const ofFetch: Truth[] = [
  ["it asked again", reconnects(3000), true, failed, ...fetchedAgain],
  ["it met the wrong answer", gives("answer"), true, byFetch, ...fetchRefused],
  ["it met the 504, and is still to ask again", anew("504"), null, failed, ...fetchAway],
  [
    "it asked again after the dev server's 504",
    anew("504"),
    true,
    failed,
    ...fetchAway,
    { ...fetchAsks, ...afterAway },
  ],
  ["it got the stream", anew("504"), false, failed, ...fetchedAgain],
  ["it failed", fails, true, failed],
  ["it did not fail", fails, false, byFetch],
  ["it came to its end", ends(true), true, byFetch],
  ["it failed instead", ends(false), false, failed],
  ["the page let go", fails, null, { ...byFetch, sees: { kind: "close", at: 603 } }],
  ["it never asked", { does: "never-asks" }, true, byFetch],
  ["it still reads", { does: "never-asks" }, null, { ...byFetch, ...goesOn }],
  ["what is asked for anew counts for nothing", { does: "never-asks" }, true, byFetch, nextAsks],
];

for (const [lane, truths] of [
  ["eventsource", ofEventSource] as const,
  ["fetch", ofFetch] as const,
]) {
  for (const [name, outcome, expected, ...did] of truths) {
    test(`${lane} ${outcome.does}: ${name}`, () => {
      for (const [order, sorted] of inEveryOrder(staged(...did))) {
        assert.equal(holds({ lane, ...outcome }, runOf(sorted), PRESSED), expected, order);
      }
    });
  }
}

test("what the page saw before the press, by clocks that are as far apart, came of it", () => {
  const early = staged({ ...byFetch, sees: { kind: "end", at: 580 } });
  const predicted = { lane: "fetch", ...ends(false) } as const;
  assert.equal(holds(predicted, runOf(early, { clockError: 20 }), PRESSED), true);
  assert.equal(holds(predicted, runOf(early, { clockError: 1 }), PRESSED), null);
});

const doings: [did: Did | null, lane: Situation["lane"], records: TraceRecord[]][] = [
  ["asked-again", "eventsource", staged(ticks, back)],
  ["gave-up", "eventsource", staged(ticks, refused)],
  ["failed", "fetch", staged(failed)],
  ["ended", "fetch", staged(byFetch)],
  [null, "eventsource", staged(ticks)],
];
for (const [expected, lane, records] of doings) {
  test(`what ${lane} did: ${expected ?? "nothing yet"}`, () => {
    for (const [order, sorted] of inEveryOrder(records)) {
      assert.equal(did(lane, runOf(sorted), PRESSED), expected, order);
    }
  });
}
