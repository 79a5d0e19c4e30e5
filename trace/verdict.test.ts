import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserRecord, PageRecord, Setup, TraceRecord } from "./records.ts";
import { sentences } from "./sentences.ts";
import { eventStream, runOf, type Staged, staged } from "./staged.ts";
import { type LaneVerdict, verdict } from "./verdict.ts";

const HALF_SECONDS = [5, 505, 1005, 1505, 2005];
const later = (ms: number, times: readonly number[]) => times.map((at) => at + ms);
const every = (gap: number, count: number) => Array.from({ length: count }, (_, n) => 5 + n * gap);
const at = (when: number, count: number) => Array.from({ length: count }, () => when);

const closed = { kind: "error", readyState: 0 } as const;
const compressed: Partial<Setup> = { path: { proxy: true, port: 8346, compress: true } };
const br = [...eventStream, ["Content-Encoding", "br"]] as const;
const gzip = [...eventStream, ["Content-Encoding", "gzip"]] as const;

/** Five ticks, half a second apart, live through a proxy that keeps nothing. */
const live: Staged = {
  lane: "eventsource",
  ask: 0,
  request: 3,
  head: 4,
  writes: HALF_SECONDS,
  arrives: later(3, HALF_SECONDS),
  opens: 7,
  ends: 2505,
  sees: { ...closed, at: 2508 },
};
const liveFetch: Staged = { ...live, lane: "fetch", sees: { kind: "end", at: 2508 } };
const burst: Staged = { ...live, opens: 2509, arrives: at(2510, 5), sees: { ...closed, at: 2510 } };

const page = (
  record: Omit<Extract<PageRecord, { kind: "busy" }>, "side" | "kind">,
): PageRecord => ({
  side: "page",
  kind: "busy",
  ...record,
});
const gaveUp = { kind: "error", readyState: 2 } as const;
const notAStream = { kind: "failure", name: "NotAnEventStream", message: "" } as const;
const networkError = { kind: "failure", name: "TypeError", message: "network error" } as const;

type Row = [
  name: string,
  records: TraceRecord[],
  expected: { word: LaneVerdict["word"] } & Record<string, unknown>,
  setup?: Partial<Setup>,
];

const rows: Row[] = [
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
    "eight ticks, two of which a stall of half a second made one",
    staged({
      ...live,
      writes: every(500, 8),
      arrives: later(3, every(500, 8)).map((time) => (time === 1508 ? 2008 : time)),
      ends: 4100,
      sees: { ...closed, at: 4103 },
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
    staged({ ...live, arrives: later(-20, HALF_SECONDS) }),
    { word: "live" },
    { clockError: 20 },
  ],
  [
    "live so far, while it runs",
    staged({ ...live, arrives: [8, 508], writes: [5, 505], ends: undefined, sees: undefined }),
    { word: "live", events: 2, running: true },
  ],
  [
    "a burst in br: even open waited",
    [
      ...staged(burst),
      ...staged({ ...burst, lane: "fetch", opensWith: br, sees: { kind: "end", at: 2510 } }),
    ],
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
    staged({
      ...burst,
      lane: "fetch",
      opens: 12,
      opensWith: gzip,
      sees: { kind: "end", at: 2510 },
    }),
    { word: "burst-at-end", announced: { at: 12, waited: false } },
    compressed,
  ],
  [
    "a burst that a busy moment in the middle does not explain",
    [...staged(burst), page({ since: 400, at: 1200 })],
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
    staged({ ...burst, lane: "fetch", sees: { kind: "end", at: 2510 } }),
    {
      word: "burst-at-end",
      cause: { kind: "buffer", inferred: true, cures: ["no-accel-buffering"] },
    },
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
    staged({
      ...live,
      writes: every(50, 20),
      arrives: every(50, 20).map((_, index) => 8 + 50 * (Math.floor(index / 4) * 4 + 3)),
      ends: 1100,
    }),
    { word: "in-pieces", events: 20, pieces: 5 },
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
    "live at first, then held: not live any more",
    staged({
      ...live,
      writes: every(500, 8),
      arrives: [8, 508, 1008],
      ends: undefined,
      sees: undefined,
    }),
    { word: "in-pieces", running: true },
  ],
  [
    "one behind: each event comes with the next",
    staged({ ...live, arrives: [508, 1008, 1508, 2008, 2508] }),
    { word: "one-behind", events: 5, lagMean: 503 },
  ],
  [
    "one behind: a comment pushes the last one out",
    staged({
      ...live,
      writes: [5, 505, 1305],
      comments: [1005],
      arrives: [508, 1008, 2508],
    }),
    { word: "one-behind" },
  ],
  [
    "the page's own thread was blocked",
    [...staged({ ...live, arrives: [8, 2300, 2300, 2300, 2300] }), page({ since: 400, at: 2298 })],
    { word: "busy", events: 5 },
  ],
  [
    "the page's own thread was blocked, but let go long before the events came",
    [...staged({ ...live, arrives: at(2400, 5) }), page({ since: 0, at: 2100 })],
    { word: "in-pieces", pieces: 1 },
  ],
  [
    "a busy moment in which nothing was written changes nothing",
    [...staged(live), page({ since: 1010, at: 1500 })],
    { word: "live" },
  ],
  [
    "written, still running, nothing arrived",
    staged({
      ...live,
      writes: [5, 505, 1005],
      arrives: [],
      opens: undefined,
      ends: undefined,
      sees: undefined,
    }),
    {
      word: "nothing-yet",
      events: 3,
      waited: 1000,
      stopped: false,
      cause: {
        kind: "compressor",
        inferred: true,
        evidence: { from: "setting" },
        cures: ["compress-false", "no-transform"],
      },
    },
    compressed,
  ],
  [
    "stopped before anything arrived",
    staged({
      ...live,
      arrives: [],
      opens: undefined,
      ends: 2100,
      reason: { why: "left" },
      sees: { kind: "close", at: 2090 },
    }),
    { word: "nothing-yet", stopped: true, events: 5 },
    compressed,
  ],
  [
    "stopped midway through a live stream",
    staged({
      ...live,
      writes: [5, 505, 1005],
      arrives: [8, 508, 1008],
      ends: 1300,
      reason: { why: "left" },
      sees: { kind: "close", at: 1295 },
    }),
    { word: "live", events: 3 },
  ],
  [
    "cut behind a compressor: all lost",
    staged({
      ...liveFetch,
      writes: [5, 505, 1005],
      arrives: [],
      opens: undefined,
      ends: 1505,
      reason: { why: "drop", how: "fin" },
      sees: { ...networkError, at: 1508 },
    }),
    { word: "lost", events: 3, lost: 3 },
    compressed,
  ],
  [
    "cut: the last one lost",
    staged({
      ...live,
      arrives: [8, 508, 1008, 1508],
      ends: 2006,
      reason: { why: "drop", how: "reset" },
    }),
    { word: "lost", events: 5, lost: 1, cause: null },
  ],
  [
    "an event that the browser left out is not lost",
    staged({ ...live, writes: HALF_SECONDS, arrives: later(3, HALF_SECONDS) }).filter(
      (record) => record.kind !== "dispatch" || record.data !== "3",
    ),
    { word: "live", events: 4 },
  ],
  [
    "nothing is called lost where records were not kept",
    [...staged({ ...live, arrives: [8] }), { side: "page", kind: "forgotten", records: 9, at: 1 }],
    { word: "cant-tell", because: { kind: "not-told" } },
  ],
  [
    "Firefox repeats a request ten times, then the events are lost",
    Array.from({ length: 10 }, (_, index) => 600 * index).flatMap((time, index) =>
      staged({
        lane: "eventsource",
        attempt: index + 1,
        request: time + 3,
        writes: [time + 5, time + 505],
        ends: time + 590,
        reason: { why: "drop", how: "fin" },
        ...(index === 0 ? { ask: 0 } : {}),
        ...(index === 9 ? { sees: { ...closed, at: 6000 } } : {}),
      }),
    ),
    { word: "lost", events: 2, lost: 2 },
    { ...compressed, browser: "Firefox 153" },
  ],
  [
    "an error page of the proxy: fetch",
    staged({
      lane: "fetch",
      ask: 0,
      opens: 9,
      opensAs: 504,
      opensWith: [],
      sees: { ...notAStream, at: 10 },
    }),
    { word: "no-stream", refusal: { kind: "status", status: 504, ours: false }, again: false },
  ],
  [
    "an error page of the proxy: EventSource is not told",
    staged({ lane: "eventsource", ask: 0, sees: { ...gaveUp, at: 10 } }),
    { word: "no-stream", refusal: { kind: "not-heard" } },
  ],
  [
    "refused, and EventSource goes on asking",
    staged({ lane: "eventsource", ask: 0, sees: { ...closed, at: 10 } }),
    { word: "no-stream", refusal: { kind: "not-heard" }, again: true },
  ],
  [
    "a wrong content type, though events were written",
    staged({
      ...live,
      headers: [["Content-Type", "text/html; charset=utf-8"]],
      opens: undefined,
      arrives: [],
      sees: { ...gaveUp, at: 9 },
      ends: 12,
      reason: { why: "left" },
    }),
    { word: "no-stream", refusal: { kind: "type", type: "text/html" } },
  ],
  [
    "204 at first",
    staged({
      lane: "eventsource",
      ask: 0,
      request: 3,
      status: 204,
      headers: [],
      ends: 4,
      sees: { ...gaveUp, at: 8 },
    }),
    { word: "no-stream", refusal: { kind: "status", status: 204, ours: true } },
  ],
  [
    "not allowed to read it: the stream was there",
    staged({
      ...live,
      opens: undefined,
      arrives: [],
      writes: [5],
      ends: 12,
      reason: { why: "left" },
      sees: { ...gaveUp, at: 9 },
    }),
    { word: "no-stream", refusal: { kind: "changed" } },
  ],
  [
    "one event is too few",
    staged({ ...live, writes: [5], arrives: [8] }),
    { word: "cant-tell", because: { kind: "few-events", events: 1, lag: 3 } },
  ],
  [
    "no event is too few",
    staged({ ...live, writes: [], arrives: [] }),
    { word: "cant-tell", because: { kind: "few-events", events: 0, lag: null } },
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
  [
    "the tap never told",
    staged({ ...live, request: undefined }),
    { word: "cant-tell", because: { kind: "not-told" } },
  ],
  [
    "drop and resume: attempt 1 alone is judged",
    [
      ...staged({
        ...live,
        writes: [5, 505],
        arrives: [8, 508],
        ends: 600,
        reason: { why: "drop", how: "fin" },
        sees: { ...closed, at: 603 },
      }),
      ...staged({
        ...live,
        ask: undefined,
        attempt: 2,
        from: 3,
        lastEventId: "2",
        request: 1610,
        writes: [1612, 2112, 2612],
        head: 1611,
        opens: 1615,
        arrives: at(3300, 3),
        ends: 3298,
        sees: { ...closed, at: 3301 },
      }),
    ],
    { word: "live", events: 2 },
  ],
];

const orders: [name: string, order: (records: TraceRecord[]) => TraceRecord[]][] = [
  ["in the order of time", (records) => records.toSorted((a, b) => a.at - b.at)],
  [
    "the tap late",
    (records) => [...records.filter(isBrowsers), ...records.filter((one) => !isBrowsers(one))],
  ],
  [
    "the tap first",
    (records) => [...records.filter((one) => !isBrowsers(one)), ...records.filter(isBrowsers)],
  ],
];

function isBrowsers(record: TraceRecord): record is BrowserRecord {
  return record.side === "browser";
}

for (const [name, records, expected, setup] of rows) {
  test(name, () => {
    for (const [order, ordered] of orders) {
      const run = runOf(ordered(records), setup);
      const { headline } = verdict(run);
      assert.partialDeepStrictEqual(headline, expected, order);
      assert.notEqual(sentences.verdict.measured(headline), "");
    }
  });
}

test("the headline is the worst of the lanes, and it says that they differ", () => {
  const run = runOf([...staged(liveFetch), ...staged(burst)]);
  const { headline, differ, lanes } = verdict(run);
  assert.equal(headline.lane, "eventsource");
  assert.equal(headline.word, "burst-at-end");
  assert.equal(lanes.fetch?.word, "live");
  assert.equal(differ, true);
});

test("the verdict grows with the run, record by record, read after each", () => {
  const run = runOf([], compressed);
  const words = new Set<string>();
  for (const record of staged(burst).toSorted((a, b) => a.at - b.at)) {
    run.add(record);
    words.add(verdict(run).headline.word);
  }
  assert.deepEqual([...words], ["nothing-yet", "burst-at-end"]);
});
