import assert from "node:assert/strict";
import { test } from "node:test";
import { faultSentences } from "./fault-sentences.ts";
import { type Did, did, holds } from "./prediction-holds.ts";
import { type Mishap, type Outcome, predict } from "./predictions.ts";
import type { TraceRecord } from "./records.ts";
import type { Situation } from "./situation.ts";
import { eventStream, inEveryOrder, runOf, type Staged, staged } from "./staged.ts";
import { again, byFetch, gaveUp, running, ticks } from "./staged-ticks.ts";

const keeps = (ms: number) => ({
  comesBack: false,
  reconnectionTime: ms,
  reconnectionTimeAtEnd: ms,
});
const chromium = { browser: "Chromium 156", ...keeps(3000) };
const firefox = { browser: "Firefox 153", ...keeps(5000) };

const compress = { proxy: true, port: 8346, compress: true } as const;

/** The ways to the server, from a page on 8345. */
const ways = {
  proxied: {
    path: { proxy: true, port: 8345, compress: false },
    sameOrigin: true,
    compressor: "none",
  },
  compressed: { path: compress, sameOrigin: false, compressor: "holds-all" },
  flushed: { path: compress, sameOrigin: false, compressor: "lets-through" },
  direct: { path: { proxy: false, port: 3333 }, sameOrigin: false, compressor: "none" },
  served: { path: { proxy: false, port: 3333 }, sameOrigin: true, compressor: "none" },
} as const;
type Way = keyof typeof ways;

const fin: Mishap = { kind: "drop", how: "fin" };
const reset: Mishap = { kind: "drop", how: "reset" };
const end: Mishap = { kind: "end" };
const door = (ms: number): Mishap => ({ kind: "close-door", ms });
const reconnects = (after: number | null): Outcome => ({ does: "reconnects", after });
const moment: Outcome = { does: "cant-tell", because: "moment" };
const unmeasured: Outcome = { does: "cant-tell", because: "unmeasured" };
const freeze: Mishap = { kind: "freeze", ms: 2000 };
const loses: Outcome = { does: "loses-and-asks" };
const gives = (at: "answer" | "refusal" | "504"): Outcome => ({ does: "gives-up", at });
const follows = (later: "first" | "final"): Outcome => ({ does: "follows", later });

/** Of EventSource, in each browser. */
const eventSource: [fault: Mishap, way: Way, inChromium: Outcome, inFirefox: Outcome][] = [
  [fin, "proxied", reconnects(3000), reconnects(5000)],
  [reset, "proxied", reconnects(3000), reconnects(5000)],
  [fin, "compressed", loses, loses],
  [reset, "compressed", loses, loses],
  [fin, "direct", reconnects(3000), reconnects(5000)],
  [end, "proxied", reconnects(3000), reconnects(5000)],
  [end, "compressed", reconnects(3000), reconnects(5000)],
  [{ kind: "stall", ms: null }, "compressed", { does: "waits" }, { does: "waits" }],
  [{ kind: "release" }, "direct", { does: "goes-on" }, { does: "goes-on" }],
  [{ kind: "next-status", status: 204 }, "direct", gives("answer"), gives("answer")],
  [{ kind: "next-status", status: 503 }, "proxied", gives("answer"), gives("answer")],
  [{ kind: "next-type" }, "proxied", gives("answer"), gives("answer")],
  [{ kind: "next-redirect", status: 307 }, "proxied", follows("final"), follows("first")],
  [{ kind: "next-redirect", status: 308 }, "direct", follows("final"), follows("final")],
  [door(1000), "proxied", reconnects(3000), reconnects(5000)],
  [door(10_000), "proxied", gives("504"), gives("504")],
  [door(1000), "compressed", moment, gives("504")],
  [door(10_000), "compressed", gives("504"), gives("504")],
  [door(1000), "direct", reconnects(3000), reconnects(5000)],
  [door(10_000), "direct", reconnects(12_000), gives("refusal")],
  [door(10_000), "served", reconnects(12_000), reconnects(null)],
  [fin, "flushed", unmeasured, unmeasured],
  [end, "flushed", reconnects(3000), reconnects(5000)],
  [door(1000), "flushed", unmeasured, unmeasured],
  [freeze, "proxied", { does: "piles-up", ms: 2000 }, { does: "piles-up", ms: 2000 }],
  [door(2900), "direct", moment, reconnects(5000)],
];
for (const [fault, way, inChromium, inFirefox] of eventSource) {
  test(`EventSource, ${way}: ${faultSentences.mishapName(fault)}`, () => {
    for (const [browser, outcome] of [
      [chromium, inChromium] as const,
      [firefox, inFirefox] as const,
    ]) {
      const situation: Situation = { lane: "eventsource", ...browser, ...ways[way] };
      const expected = { lane: "eventsource", ...outcome };
      assert.deepEqual(predict(fault, situation), expected, browser.browser);
    }
  });
}

/** Of fetch, in both browsers alike. */
const ofFetch: [fault: Mishap, way: Way, outcome: Outcome][] = [
  [fin, "proxied", { does: "fails" }],
  [reset, "proxied", { does: "ends", isHidden: true }],
  [reset, "compressed", loses],
  [reset, "direct", { does: "fails" }],
  [end, "direct", { does: "ends", isHidden: false }],
  [{ kind: "stall", ms: 2000 }, "proxied", { does: "waits" }],
  [{ kind: "release" }, "proxied", { does: "goes-on" }],
  [{ kind: "next-status", status: 500 }, "direct", { does: "never-asks" }],
  [{ kind: "next-type" }, "direct", { does: "never-asks" }],
  [{ kind: "next-redirect", status: 307 }, "direct", { does: "never-asks" }],
  [door(1000), "proxied", { does: "fails" }],
  [door(1000), "compressed", moment],
  [reset, "flushed", unmeasured],
  [freeze, "direct", { does: "piles-up", ms: 2000 }],
];
for (const [fault, way, outcome] of ofFetch) {
  test(`fetch, ${way}: ${faultSentences.mishapName(fault)}`, () => {
    for (const browser of [chromium, firefox]) {
      const situation: Situation = { lane: "fetch", ...browser, ...ways[way] };
      const expected = { lane: "fetch", ...outcome };
      assert.deepEqual(predict(fault, situation), expected, browser.browser);
    }
  });
}

test("of a browser that was not measured nothing is foretold", () => {
  const situation = { lane: "eventsource", ...ways.direct, ...keeps(3000) } as const;
  assert.deepEqual(predict(fin, { ...situation, browser: "Safari 26" }), {
    lane: "eventsource",
    ...unmeasured,
  });
});

test("of a client that comes back the end of a bare one is not foretold", () => {
  const bare = { lane: "fetch", ...ways.direct, ...chromium } as const;
  const situation: Situation = { ...bare, comesBack: true };
  assert.deepEqual(predict(fin, situation), { lane: "fetch", ...unmeasured });
  assert.deepEqual(predict({ kind: "release" }, situation), { lane: "fetch", does: "goes-on" });
});

test("a retry that the compressor holds comes with the end, and not after a cut", () => {
  const situation = { lane: "eventsource", ...ways.compressed, ...chromium } as const;
  const held: Situation = { ...situation, reconnectionTimeAtEnd: 2000 };
  assert.deepEqual(predict(end, held), { lane: "eventsource", ...reconnects(2000) });
  assert.deepEqual(predict(fin, held), { lane: "eventsource", ...loses });
});

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
const failed: Staged = {
  ...byFetch,
  sees: { kind: "failure", name: "TypeError", message: "network error", at: 603 },
};
const moved = (url: string, first: Staged, ...then: Staged[]): TraceRecord[] =>
  [first, ...then]
    .flatMap(staged)
    .map((record) =>
      record.side === "server" && record.kind === "request" && record.attempt > 2
        ? { ...record, url }
        : record,
    );
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

/** Frozen from 599 on for half a second: the tick at 605 is told of behind it. */
const frozen: Staged = { ...running, writes: [5, 605, 1200], arrives: [8, 1100, 1203] };

const truths: [
  name: string,
  outcome: Outcome,
  lane: Situation["lane"],
  records: TraceRecord[],
  holds: boolean | null,
][] = [
  ["it asked again", reconnects(3000), "eventsource", [...staged(ticks), ...staged(back)], true],
  ["it waits to ask again", reconnects(3000), "eventsource", staged(ticks), null],
  [
    "it gave up instead",
    reconnects(3000),
    "eventsource",
    staged({ ...ticks, sees: { ...gaveUp, at: 603 } }),
    false,
  ],
  ["the browser repeats what was lost", loses, "eventsource", lost(), true],
  ["it gave up", gives("answer"), "eventsource", [...staged(ticks), ...staged(refused)], true],
  ["it came back instead", gives("504"), "eventsource", [...staged(ticks), ...staged(back)], false],
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
  [
    "followed",
    follows("first"),
    "eventsource",
    [...staged(ticks), ...staged(redirected), ...staged(followed)],
    true,
  ],
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
    [...staged(ticks), ...staged(redirected), ...staged(followed)],
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
  ["nothing was foretold", moment, "eventsource", [...staged(ticks), ...staged(back)], null],
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
  return [
    ...first,
    ...staged({ lane: "eventsource", attempt: 2, request: 602, headers: eventStream }),
  ];
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
  const run = runOf([...staged(byFetch), ...anew]);
  assert.equal(holds({ lane: "fetch", does: "never-asks" }, run, PRESSED), true);
});

const doings: [did: Did | null, lane: Situation["lane"], records: TraceRecord[]][] = [
  ["asked-again", "eventsource", [...staged(ticks), ...staged(back)]],
  ["gave-up", "eventsource", [...staged(ticks), ...staged(refused)]],
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

const says: [outcome: Outcome, sentence: string][] = [
  [reconnects(3000), "An “error”, readyState 0: it asks again after 3 000 ms."],
  [
    gives("504"),
    "When it asks again, the dev server answers `504` for the server that is away. An “error”, readyState 2: it gives up for good.",
  ],
  [
    follows("first"),
    "It follows the redirect, and the page is not told. When it reconnects after that, it starts again from the first address.",
  ],
  [
    { does: "ends", isHidden: true },
    "The dev server hides the cut: it writes an error text into the body and ends it properly.",
  ],
];
for (const [outcome, sentence] of says) {
  test(sentence, () => {
    const said = faultSentences.prediction({ lane: "eventsource", ...outcome });
    assert.equal(said.replaceAll("\u00a0", " "), sentence);
  });
}
