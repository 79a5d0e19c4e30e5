import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { eventStream, inEveryOrder, runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { again, byFetch, gaveUp, running, ticks } from "../testing/staged-ticks.ts";
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
const back: Staged = {
  lane: "eventsource",
  attempt: 2,
  request: 3610,
  writes: [3612],
  opens: 3614,
};
const refused: Staged = {
  lane: "eventsource",
  attempt: 2,
  request: 3610,
  status: 503,
  headers: [],
  ends: 3611,
  sees: { ...gaveUp, at: 3615 },
};
const refusedLater: Staged = {
  ...refused,
  attempt: 3,
  request: 7010,
  ends: 7011,
  sees: { ...gaveUp, at: 7015 },
};
const failed: Staged = {
  ...byFetch,
  sees: { kind: "failure", name: "TypeError", message: "network error", at: 603 },
};
/** The third connection goes to the new address, and the one after it to `later`. */
const moved = (later: string, ...all: Staged[]): TraceRecord[] =>
  all
    .flatMap((one) => staged(one))
    .map((record) => {
      if (record.side !== "server" || record.kind !== "request" || record.attempt < 3)
        return record;
      return { ...record, url: record.attempt === 3 ? "/?moved=1" : later };
    });
const redirected: Staged = {
  lane: "eventsource",
  attempt: 2,
  request: 3610,
  status: 307,
  headers: [["Location", "/?moved=1"]],
  ends: 3611,
};
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

/** Frozen from 599 on for half a second: the tick at 605 is told of behind it. */
const frozen: Staged = { ...running, writes: [5, 605, 1200], arrives: [8, 1100, 1203] };

const truths: [
  name: string,
  outcome: PredictedOutcome,
  lane: Situation["lane"],
  records: TraceRecord[],
  holds: boolean | null,
][] = [
  ["it asked again", reconnects(3000), "eventsource", staged(ticks, back), true],
  ["it waits to ask again", reconnects(3000), "eventsource", staged(ticks), null],
  [
    "it gave up instead",
    reconnects(3000),
    "eventsource",
    staged({ ...ticks, sees: { ...gaveUp, at: 603 } }),
    false,
  ],
  ["the browser repeats what was lost", loses, "eventsource", lost(), true],
  [
    "it gave up, and only a new one asked",
    reconnects(3000),
    "eventsource",
    staged({ ...ticks, sees: { ...gaveUp, at: 603 } }, ...replaced),
    false,
  ],
  ["fetch asked again", reconnects(3000), "fetch", staged(failed, ...fetchedAgain), true],
  ["fetch met the wrong answer", gives("answer"), "fetch", staged(byFetch, ...fetchRefused), true],
  [
    "fetch met the dev server's 504, and is still to ask again",
    anew("504"),
    "fetch",
    staged(failed, ...fetchAway),
    null,
  ],
  [
    "fetch asked again after the dev server's 504",
    anew("504"),
    "fetch",
    staged(failed, ...fetchAway, { ...fetchAsks, ...afterAway }),
    true,
  ],
  ["fetch got the stream", anew("504"), "fetch", staged(failed, ...fetchedAgain), false],
  [
    "a new one took its place",
    anew("answer"),
    "eventsource",
    staged(ticks, refused, ...replaced),
    true,
  ],
  [
    "a new one is still to come",
    anew("answer"),
    "eventsource",
    staged(ticks, refused, ...replaced.slice(0, 1)),
    null,
  ],
  ["no new one came", anew("answer"), "eventsource", staged(ticks, refused), false],
  [
    "a stream that came before it gave up is not by a new one",
    anew("answer"),
    "eventsource",
    [ticks, { ...back, ends: 4000, sees: { ...again, at: 4003 } }, refusedLater].flatMap((one) =>
      staged(one),
    ),
    false,
  ],
  ["it did not give up", anew("504"), "eventsource", staged(ticks, back), false],
  ["it gave up", gives("answer"), "eventsource", staged(ticks, refused), true],
  ["it came back instead", gives("504"), "eventsource", staged(ticks, back), false],
  ["it has not asked yet", gives("answer"), "eventsource", staged(ticks), null],
  ["fetch failed", { does: "fails" }, "fetch", staged(failed), true],
  ["fetch did not fail", { does: "fails" }, "fetch", staged(byFetch), false],
  ["fetch came to its end", { does: "ends", isHidden: true }, "fetch", staged(byFetch), true],
  ["fetch failed instead", { does: "ends", isHidden: false }, "fetch", staged(failed), false],
  [
    "the page let go",
    { does: "fails" },
    "fetch",
    staged({ ...byFetch, sees: { kind: "close", at: 603 } }),
    null,
  ],
  ["silence", { does: "waits" }, "eventsource", staged(running), null],
  [
    "written again",
    { does: "waits" },
    "eventsource",
    staged({ ...running, writes: [5, 505, 2600], arrives: [8, 508, 2603] }),
    true,
  ],
  [
    "the client gave way in the silence",
    { does: "waits" },
    "eventsource",
    staged({ ...running, sees: { ...again, at: 1000 } }),
    false,
  ],
  ["followed", follows("first"), "eventsource", staged(ticks, redirected, followed), true],
  [
    "followed, and later it gave up",
    follows("final"),
    "eventsource",
    moved("/?moved=1", ticks, redirected, over, { ...refused, attempt: 4, request: 7000 }),
    true,
  ],
  [
    "redirected first, the wrong answer is still to come",
    gives("answer"),
    "eventsource",
    staged(ticks, redirected, followed),
    null,
  ],
  [
    "reconnected to the final address",
    follows("final"),
    "eventsource",
    moved("/?moved=1", ticks, redirected, over, next),
    true,
  ],
  [
    "reconnected to the first address, as predicted",
    follows("first"),
    "eventsource",
    moved("/", ticks, redirected, over, next),
    true,
  ],
  [
    "reconnected to the first address",
    follows("final"),
    "eventsource",
    moved("/", ticks, redirected, over, next),
    false,
  ],
  ["the tick came after it", { does: "piles-up", ms: 500 }, "eventsource", staged(frozen), true],
  [
    "nothing was written meanwhile",
    { does: "piles-up", ms: 500 },
    "eventsource",
    staged(running),
    null,
  ],
  [
    "the tick came in time",
    { does: "piles-up", ms: 500 },
    "eventsource",
    staged({ ...frozen, arrives: [8, 608, 1203] }),
    false,
  ],
  ["nothing was predicted", moment, "eventsource", staged(ticks, back), null],
  ["fetch never asked", { does: "never-asks" }, "fetch", staged(byFetch), true],
  [
    "fetch still reads",
    { does: "never-asks" },
    "fetch",
    staged({ ...byFetch, ends: undefined, sees: undefined }),
    null,
  ],
];

/** A request that was cut before its first byte came out of the compressor, and the browser's repeat. */
function lost(): TraceRecord[] {
  const first = staged({ ...ticks, opens: undefined, arrives: [], sees: undefined });
  return staged(...first, { lane: "eventsource", attempt: 2, request: 602, headers: eventStream });
}

for (const [name, outcome, lane, records, expected] of truths) {
  test(`${outcome.does}: ${name}`, () => {
    for (const [order, sorted] of inEveryOrder(records)) {
      assert.equal(holds({ lane, ...outcome }, runOf(sorted), PRESSED), expected, order);
    }
  });
}

test("what the page asked for anew counts for nothing", () => {
  const anew = staged({
    ...byFetch,
    attempt: 2,
    ask: 5000,
    request: 5003,
    head: 5004,
    opens: 5007,
  });
  const run = runOf(staged(byFetch, ...anew));
  assert.equal(holds({ lane: "fetch", does: "never-asks" }, run, PRESSED), true);
});

test("what the page saw before the press, by clocks that are as far apart, came of it", () => {
  const early = staged({ ...byFetch, sees: { kind: "end", at: 580 } });
  const ends = { lane: "fetch", does: "ends", isHidden: false } as const;
  assert.equal(holds(ends, runOf(early, { clockError: 20 }), PRESSED), true);
  assert.equal(holds(ends, runOf(early, { clockError: 1 }), PRESSED), null);
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
