/** Every event arrived, and the question is when. */
import type { TraceRecord } from "../run/records.ts";
import { headlinesHold } from "../testing/headlines.ts";
import { staged } from "../testing/staged.ts";
import {
  again,
  at,
  br,
  burst,
  burstFetch,
  compressed,
  every,
  goesOn,
  gzip,
  HALF_SECONDS,
  later,
  live,
  liveFetch,
} from "../testing/staged-ticks.ts";

function busy(since: number, at: number): TraceRecord {
  return { side: "page", kind: "busy", since, at };
}

/** Forty tokens, one each 40 ms, of which so many come together. */
function tokensBy(count: number): TraceRecord[] {
  const writes = every(40, 40);
  const arrives = writes.map((_, index) => (writes[index - (index % count) + count - 1] ?? 0) + 8);
  return staged({ ...live, writes, arrives, ends: 1700, sees: { ...again, at: 1710 } });
}

/** Returns `count` ticks, `gap` apart, of which four each come together. */
function byFours(gap: number, count: number) {
  const arrives = every(gap, count).map((_, index) => 8 + gap * (Math.floor(index / 4) * 4 + 3));
  return staged({ ...live, writes: every(gap, count), arrives, ends: 1100 });
}

headlinesHold([
  [
    "live",
    staged(live),
    { word: "live", events: 5, writtenOver: 2000, lagMost: 3, running: false },
  ],
  ["live in fetch, event by event", staged(liveFetch), { word: "live", events: 5 }],
  [
    "live, with a machine that stalls for 80 ms once",
    staged({ ...live, arrives: [8, 508, 1088, 1508, 2008] }),
    { word: "live", lagMost: 83 },
  ],
  [
    "live in fast steps, with a stall that makes four of them one instant",
    staged({
      ...live,
      writes: every(50, 40),
      arrives: later(3, every(50, 40)).map((time) => (time > 500 && time < 640 ? 640 : time)),
      ends: 2100,
    }),
    { word: "live" },
  ],
  [
    "a loaded machine lets the first event of three wait for the second",
    staged({ ...live, writes: every(200, 3), arrives: [273, 274, 474], ...goesOn }),
    { word: "cant-tell", because: { kind: "one-clump", events: 3 } },
  ],
  [
    "a short stream that was over before such a machine let it in",
    staged({ ...live, writes: every(100, 3), arrives: at(300, 3), ends: 210 }),
    { word: "cant-tell", because: { kind: "one-clump" } },
  ],
  [
    "eight ticks, two of which a stall of half a second made one",
    staged({
      ...live,
      writes: every(500, 8),
      arrives: later(3, every(500, 8)).map((time) => (time === 1508 ? 2008 : time)),
      ends: 4100,
      sees: { ...again, at: 4103 },
    }),
    { word: "live", events: 8, lagMost: 503 },
  ],
  [
    "a short stream, with a stall of 130 ms",
    staged({ ...live, writes: every(50, 5), arrives: [8, 188, 188, 188, 208], ends: 700 }),
    { word: "live", writtenOver: 200 },
  ],
  [
    "a dense stream whose arrivals come in clumps that no eye can see",
    staged({
      ...live,
      writes: every(5, 400),
      arrives: every(5, 400).map((time) => Math.ceil(time / 20) * 20),
      ends: 2100,
    }),
    { word: "live" },
  ],
  [
    "live over a slow network: all equally late",
    staged({ ...live, writes: every(1000, 5), arrives: later(400, every(1000, 5)), ends: 4100 }),
    { word: "live", lagMost: 400 },
    { clockError: 200 },
  ],
  [
    "live, with clocks that are apart by their whole error",
    staged({ ...live, writes: later(30, HALF_SECONDS), arrives: later(10, HALF_SECONDS) }),
    { word: "live" },
    { clockError: 20 },
  ],
  [
    "live so far, while it runs",
    staged({ ...live, arrives: [8, 508], writes: [5, 505], ...goesOn }),
    { word: "live", events: 2, running: true },
  ],
  [
    "a burst in br: even open waited",
    staged(burst, { ...burstFetch, opensWith: br }),
    {
      word: "burst-at-end",
      events: 5,
      writtenOver: 2000,
      arrivedAt: 2510,
      announced: { at: 2509, waited: true },
      cause: {
        kind: "compressor",
        inferred: true,
        evidence: { from: "head", lane: "fetch", coding: "br" },
        cures: ["compress-false", "no-transform"],
      },
    },
    compressed,
  ],
  [
    "a burst in gzip: open came early",
    staged({ ...burstFetch, opens: 12, opensWith: gzip }),
    { word: "burst-at-end", announced: { at: 12, waited: false } },
    compressed,
  ],
  [
    "a burst on a machine that needs a while between head and events",
    staged({ ...burst, opens: 2520, arrives: at(2620, 5), sees: { ...again, at: 2630 } }),
    { word: "burst-at-end", announced: { at: 2520, waited: true } },
    compressed,
  ],
  [
    "a burst that a busy moment in the middle does not explain",
    staged(burst, busy(400, 1200)),
    { word: "burst-at-end" },
    compressed,
  ],
  [
    "a burst with clocks that are apart by their whole error",
    staged({ ...burst, opens: 2480, arrives: at(2486, 5) }),
    { word: "burst-at-end" },
    { ...compressed, clockError: 20 },
  ],
  [
    "a burst without compression in sight: a buffer",
    staged(burstFetch),
    {
      word: "burst-at-end",
      cause: { kind: "buffer", inferred: true, cures: ["no-accel-buffering"] },
    },
  ],
  [
    "a burst in a response that was not compressed, though the dev server may compress",
    staged(burst, burstFetch),
    { word: "burst-at-end", cause: { kind: "buffer" } },
    compressed,
  ],
  [
    "all written at once and kept until the end",
    staged({ ...burst, writes: at(5, 100), arrives: at(2510, 100) }),
    { word: "burst-at-end", events: 100 },
  ],
  [
    "all together, and nobody has told yet that the stream ended",
    staged({ ...burst, ends: undefined }),
    { word: "cant-tell", because: { kind: "one-instant", events: 5 } },
    compressed,
  ],
  [
    "in pieces of four, as nginx does with 1 kB every 50 ms",
    byFours(50, 20),
    { word: "in-pieces", events: 20, pieces: 5 },
  ],
  [
    "three short pieces, though none is longer than a machine's stall",
    byFours(50, 12),
    { word: "in-pieces", pieces: 3 },
  ],
  [
    "two by two",
    staged({
      ...live,
      writes: every(500, 6),
      arrives: [508, 508, 1508, 1508, 2508, 2508],
      ends: 3100,
    }),
    { word: "in-pieces", pieces: 3 },
  ],
  [
    "live at first, then held: so many lie there",
    staged({ ...live, writes: every(500, 8), arrives: [8, 508, 1008], ...goesOn }),
    { word: "held", events: 8, held: { events: 5, ms: 2000 }, lies: true, running: true },
  ],
  [
    "one behind: each event comes with the next",
    staged({ ...live, arrives: [508, 1008, 1508, 2008, 2508] }),
    { word: "one-behind", events: 5, lagMean: 503 },
  ],
  [
    "one behind: a comment pushes the last one out",
    staged({ ...live, writes: [5, 505, 1305], comments: [1005], arrives: [508, 1008, 2508] }),
    { word: "one-behind" },
  ],
  [
    "the page's own thread was blocked",
    staged({ ...live, arrives: [8, 2300, 2300, 2300, 2300] }, busy(400, 2298)),
    { word: "busy", events: 5 },
  ],
  [
    "the page's own thread was blocked while an event was on its way to it",
    staged({ ...live, arrives: [8, 2300, 2300, 2300, 2300] }, busy(700, 2298)),
    { word: "busy", events: 5 },
  ],
  [
    "the page's own thread was blocked, but an event was held long before",
    staged({ ...live, arrives: [8, 2300, 2300, 2300, 2300] }, busy(850, 2298)),
    { word: "in-pieces", pieces: 2 },
  ],
  [
    "the page's own thread was blocked again before it had caught up",
    staged({ ...live, arrives: [8, 2300, 2300, 2300, 2300] }, busy(400, 1200), busy(1250, 2298)),
    { word: "busy", events: 5 },
  ],
  [
    "the page's own thread was blocked, on a machine that took its time over what had waited",
    staged({ ...live, arrives: at(2275, 5) }, busy(0, 2100)),
    { word: "busy", events: 5 },
  ],
  [
    "the page's own thread was blocked, but let go long before the events came",
    staged({ ...live, arrives: at(2400, 5) }, busy(0, 2100)),
    { word: "in-pieces", pieces: 1 },
  ],
  [
    "a busy moment in which nothing was written changes nothing",
    staged(live, busy(1010, 1500)),
    { word: "live" },
  ],
  ["tokens that come five by five are in pieces", tokensBy(5), { word: "in-pieces", pieces: 8 }],
  [
    "but on a machine that blocks the page as well, that proves nothing",
    [...tokensBy(5), busy(300, 460)],
    { word: "busy", events: 40 },
  ],
  [
    "and ten by ten they are held there, too",
    [...tokensBy(10), busy(300, 460)],
    { word: "in-pieces", pieces: 4 },
  ],
  [
    "ten thousand at once: too close",
    staged({ ...live, writes: at(5, 10_000), arrives: every(0.03, 10_000), ends: 400 }),
    { word: "cant-tell", because: { kind: "too-close", events: 10_000, writtenOver: 0 } },
  ],
  [
    "five within the noise of a machine: too close",
    staged({ ...live, writes: every(30, 5), arrives: at(140, 5), ends: 700 }),
    { word: "cant-tell", because: { kind: "too-close", events: 5, writtenOver: 120 } },
  ],
]);
