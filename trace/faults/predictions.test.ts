import assert from "node:assert/strict";
import { test } from "node:test";
import { mishapName } from "../en/fault.ts";
import { predictionSentence } from "../en/prediction.ts";
import { type Mishap, type PredictedOutcome, predict } from "./predictions.ts";
import type { Situation } from "./situation.ts";

const bare = { comesBack: false, answerWaits: false };
const keeps = (ms: number) => ({ ...bare, reconnectionTime: ms, reconnectionTimeAtEnd: ms });
const chromium = { browser: "Chromium 156", ...keeps(3000) };
const firefox = { browser: "Firefox 153", ...keeps(5000) };

const compress = { proxy: true, port: 8346, compress: true } as const;

/** A page on 8345 has these ways to the server. */
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

/** What is foretold: the lane is said back, and stands in no row. */
function foretold(mishap: Mishap, situation: Situation, expected: PredictedOutcome): void {
  const { lane, browser } = situation;
  assert.deepEqual(predict(mishap, situation), { lane, ...expected }, `${lane} in ${browser}`);
}

const fin: Mishap = { kind: "drop", how: "fin" };
const reset: Mishap = { kind: "drop", how: "reset" };
const end: Mishap = { kind: "end" };
const door = (ms: number): Mishap => ({ kind: "close-door", ms });
const reconnects = (after: number | null): PredictedOutcome => ({ does: "reconnects", after });
const moment: PredictedOutcome = { does: "cant-tell", because: "moment" };
const unmeasured: PredictedOutcome = { does: "cant-tell", because: "unmeasured" };
const release: Mishap = { kind: "release" };
const status = (status: 204 | 500 | 503): Mishap => ({ kind: "next-status", status });
const redirect = (status: 307 | 308): Mishap => ({ kind: "next-redirect", status });
const freeze: Mishap = { kind: "freeze", ms: 2000 };
const loses: PredictedOutcome = { does: "loses-and-asks" };
const gives = (at: "answer" | "refusal" | "504"): PredictedOutcome => ({ does: "gives-up", at });
const anew = (at: "answer" | "refusal" | "504"): PredictedOutcome => ({ does: "anew", at });
const goesOn: PredictedOutcome = { does: "goes-on" };
const follows = (later: "first" | "final"): PredictedOutcome => ({ does: "follows", later });

/** What EventSource does, in each browser. */
const eventSource: [
  fault: Mishap,
  way: Way,
  inChromium: PredictedOutcome,
  inFirefox: PredictedOutcome,
][] = [
  [fin, "proxied", reconnects(3000), reconnects(5000)],
  [reset, "proxied", reconnects(3000), reconnects(5000)],
  [fin, "compressed", loses, loses],
  [reset, "compressed", loses, loses],
  [fin, "direct", reconnects(3000), reconnects(5000)],
  [end, "proxied", reconnects(3000), reconnects(5000)],
  [end, "compressed", reconnects(3000), reconnects(5000)],
  [{ kind: "stall", ms: null }, "compressed", { does: "waits" }, { does: "waits" }],
  [release, "direct", goesOn, goesOn],
  [status(204), "direct", gives("answer"), gives("answer")],
  [status(503), "proxied", gives("answer"), gives("answer")],
  [{ kind: "next-type" }, "proxied", gives("answer"), gives("answer")],
  [redirect(307), "proxied", follows("final"), follows("first")],
  [redirect(308), "direct", follows("final"), follows("final")],
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
  test(`EventSource, ${way}: ${mishapName(fault)}`, () => {
    const situation = { lane: "eventsource", ...ways[way] } as const;
    foretold(fault, { ...situation, ...chromium }, inChromium);
    foretold(fault, { ...situation, ...firefox }, inFirefox);
  });
}

/** What fetch does, in both browsers alike. */
const ofFetch: [fault: Mishap, way: Way, outcome: PredictedOutcome][] = [
  [fin, "proxied", { does: "fails" }],
  [reset, "proxied", { does: "ends", isHidden: true }],
  [reset, "compressed", loses],
  [reset, "direct", { does: "fails" }],
  [end, "direct", { does: "ends", isHidden: false }],
  [{ kind: "stall", ms: 2000 }, "proxied", { does: "waits" }],
  [release, "proxied", goesOn],
  [status(500), "direct", { does: "never-asks" }],
  [{ kind: "next-type" }, "direct", { does: "never-asks" }],
  [redirect(307), "direct", { does: "never-asks" }],
  [door(1000), "proxied", { does: "fails" }],
  [door(1000), "compressed", moment],
  [reset, "flushed", unmeasured],
  [freeze, "direct", { does: "piles-up", ms: 2000 }],
];
for (const [fault, way, outcome] of ofFetch) {
  test(`fetch, ${way}: ${mishapName(fault)}`, () => {
    for (const browser of [chromium, firefox]) {
      foretold(fault, { lane: "fetch", ...browser, ...ways[way] }, outcome);
    }
  });
}

test("of a browser that was not measured nothing is foretold", () => {
  const situation = { lane: "eventsource", ...ways.direct, ...keeps(3000) } as const;
  foretold(fin, { ...situation, browser: "Safari 26" }, unmeasured);
});

/** What clients do that come back. EventSource does so by itself, but where it gives up. */
const comingBack: [
  fault: Mishap,
  way: Way,
  inChromium: PredictedOutcome,
  inFirefox: PredictedOutcome,
  byFetch: PredictedOutcome,
][] = [
  [fin, "proxied", reconnects(3000), reconnects(5000), reconnects(3000)],
  [reset, "proxied", reconnects(3000), reconnects(5000), reconnects(3000)],
  [end, "direct", reconnects(3000), reconnects(5000), reconnects(3000)],
  [fin, "compressed", loses, loses, loses],
  [fin, "flushed", unmeasured, unmeasured, unmeasured],
  [release, "direct", goesOn, goesOn, goesOn],
  [status(204), "proxied", anew("answer"), anew("answer"), gives("answer")],
  [{ kind: "next-type" }, "direct", anew("answer"), anew("answer"), gives("answer")],
  [redirect(307), "proxied", follows("final"), follows("first"), follows("first")],
  [redirect(308), "direct", follows("final"), follows("final"), follows("first")],
  [door(1000), "proxied", reconnects(3000), reconnects(5000), reconnects(3000)],
  [door(10_000), "proxied", anew("504"), anew("504"), anew("504")],
  [door(10_000), "direct", reconnects(12_000), anew("refusal"), reconnects(12_000)],
  [door(1000), "compressed", moment, anew("504"), moment],
];
for (const [fault, way, inChromium, inFirefox, byFetch] of comingBack) {
  test(`coming back, ${way}: ${mishapName(fault)}`, () => {
    const back = { ...ways[way], comesBack: true };
    foretold(fault, { lane: "eventsource", ...chromium, ...back }, inChromium);
    foretold(fault, { lane: "eventsource", ...firefox, ...back }, inFirefox);
    foretold(fault, { lane: "fetch", ...chromium, ...back }, byFetch);
  });
}

test("what meets the answer after the next one is not foretold", () => {
  const waits = { ...ways.proxied, ...chromium, answerWaits: true };
  for (const fault of [redirect(307), { kind: "next-type" } as const]) {
    foretold(fault, { lane: "eventsource", ...waits }, { does: "cant-tell", because: "queue" });
  }
  foretold(redirect(307), { lane: "fetch", ...waits }, { does: "never-asks" });
});

test("a retry that the compressor holds comes with the end, and not after a cut", () => {
  const situation = { lane: "eventsource", ...ways.compressed, ...chromium } as const;
  const held: Situation = { ...situation, reconnectionTimeAtEnd: 2000 };
  foretold(end, held, reconnects(2000));
  foretold(fin, held, loses);
});

const says: [lane: Situation["lane"], outcome: PredictedOutcome, sentence: string][] = [
  [
    "eventsource",
    reconnects(3000),
    "It gets an “error” (readyState 0) and asks again after 3 000 ms.",
  ],
  [
    "eventsource",
    gives("504"),
    "When it asks again, the dev server answers `504`: the server is away. It gets an “error” (readyState 2) and gives up.",
  ],
  [
    "eventsource",
    follows("first"),
    "It follows the redirect, and the page is not told. Its next reconnect starts from the first address again.",
  ],
  [
    "fetch",
    { does: "ends", isHidden: true },
    "The dev server hides the cut: it adds an error text and ends the response normally.",
  ],
  [
    "fetch",
    reconnects(3000),
    "The response ends or breaks off, and its client asks again after 3 000 ms.",
  ],
  [
    "fetch",
    anew("504"),
    "When it asks again, the dev server answers `504`: the server is away. By the standard that is final, but its client asks again after a wait.",
  ],
  [
    "fetch",
    follows("first"),
    "It follows the redirect; only `response.url` tells. Its next reconnect starts from the first address again.",
  ],
];
for (const [lane, outcome, sentence] of says) {
  test(sentence, () => {
    const said = predictionSentence({ lane, ...outcome });
    assert.equal(said.replaceAll("\u00a0", " "), sentence);
  });
}
