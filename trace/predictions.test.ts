import assert from "node:assert/strict";
import { test } from "node:test";
import { faultSentences } from "./fault-sentences.ts";
import { holds } from "./prediction-holds.ts";
import { type Outcome, predict, type Situation } from "./predictions.ts";
import type { Fault, TraceRecord } from "./records.ts";
import { eventStream, inEveryOrder, runOf, type Staged, staged } from "./staged.ts";
import { again, byFetch, gaveUp, running, ticks } from "./staged-ticks.ts";

const chromium = { browser: "Chromium 156", reconnectionTime: 3000 };
const firefox = { browser: "Firefox 153", reconnectionTime: 5000 };

/** The ways to the server, from a page on 8345. */
const ways = {
  proxied: { path: { proxy: true, port: 8345, compress: false }, sameOrigin: true },
  compressed: { path: { proxy: true, port: 8346, compress: true }, sameOrigin: false },
  direct: { path: { proxy: false, port: 3333 }, sameOrigin: false },
  served: { path: { proxy: false, port: 3333 }, sameOrigin: true },
} as const;
type Way = keyof typeof ways;

const fin: Fault = { kind: "drop", how: "fin" };
const reset: Fault = { kind: "drop", how: "reset" };
const end: Fault = { kind: "end" };
const door = (ms: number): Fault => ({ kind: "close-door", ms });
const reconnects = (after: number | null): Outcome => ({ does: "reconnects", after });
const loses: Outcome = { does: "loses-and-asks" };
const gives = (at: "answer" | "refusal" | "504"): Outcome => ({ does: "gives-up", at });
const follows = (later: "first" | "final"): Outcome => ({ does: "follows", later });

/** Of EventSource, in each browser. */
const eventSource: [
  fault: Fault,
  way: Way,
  inChromium: Outcome | null,
  inFirefox: Outcome | null,
][] = [
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
  [door(1000), "compressed", null, gives("504")],
  [door(10_000), "compressed", gives("504"), gives("504")],
  [door(1000), "direct", reconnects(3000), reconnects(5000)],
  [door(10_000), "direct", reconnects(12_000), gives("refusal")],
  [door(10_000), "served", reconnects(12_000), reconnects(null)],
  [door(2900), "direct", null, reconnects(5000)],
];
for (const [fault, way, inChromium, inFirefox] of eventSource) {
  test(`EventSource, ${way}: ${faultSentences.faultName(fault)}`, () => {
    for (const [browser, outcome] of [
      [chromium, inChromium] as const,
      [firefox, inFirefox] as const,
    ]) {
      const situation: Situation = { lane: "eventsource", ...browser, ...ways[way] };
      const expected = outcome && { lane: "eventsource", ...outcome };
      assert.deepEqual(predict(fault, situation), expected, browser.browser);
    }
  });
}

/** Of fetch, in both browsers alike. */
const ofFetch: [fault: Fault, way: Way, outcome: Outcome | null][] = [
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
  [door(1000), "compressed", null],
];
for (const [fault, way, outcome] of ofFetch) {
  test(`fetch, ${way}: ${faultSentences.faultName(fault)}`, () => {
    for (const browser of [chromium, firefox]) {
      const situation: Situation = { lane: "fetch", ...browser, ...ways[way] };
      const expected = outcome && { lane: "fetch", ...outcome };
      assert.deepEqual(predict(fault, situation), expected, browser.browser);
    }
  });
}

test("of a browser that was not measured nothing is foretold", () => {
  const situation = { lane: "eventsource", ...ways.direct, reconnectionTime: null } as const;
  assert.equal(predict(fin, { ...situation, browser: "Safari 26" }), null);
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
