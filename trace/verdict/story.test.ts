import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { inEveryOrder, runOf, staged } from "../testing/staged.ts";
import { every, gaveUp, later, live, running, second, ticks } from "../testing/staged-ticks.ts";
import type { Word } from "./finding.ts";
import { verdict } from "./verdict.ts";

const tap: TraceRecord = { side: "page", kind: "tap", way: "direct", at: 0 };
const lost: TraceRecord = { side: "page", kind: "tap", way: "lost", at: 2500 };

/** A cut by the server, after two ticks. */
const dropped = { ...ticks, reason: { why: "drop", how: "fin" } } as const;

function busy(since: number): TraceRecord {
  return { side: "page", kind: "busy", since, at: since + 200 };
}

/** Ticks that come by twos, on a machine that blocks the page again and again. */
const byTwos = {
  ...live,
  writes: every(300, 8),
  arrives: every(300, 8).map((_, index) => 5 + 300 * (index | 1) + 100),
  ends: 2900,
};

const rows: [
  name: string,
  records: TraceRecord[],
  after: number,
  expected: { word: Word } & Record<string, unknown>,
][] = [
  ["asked just now", [tap, ...staged({ lane: "fetch", ask: 0 })], 300, { word: "connecting" }],
  [
    "asked, and the server has no such request: no connection is free",
    [tap, ...staged({ lane: "fetch", ask: 0 })],
    6500,
    { word: "waiting", waited: 6500 },
  ],
  ["a quiet that is no longer than a glance", staged(running), 2000, { word: "live" }],
  ["a silence", staged(running), 18_500, { word: "silent", stopped: false, away: false }],
  [
    "a silence that the page put an end to",
    staged({ ...running, ends: 9003, reason: { why: "left" }, sees: { kind: "close", at: 9000 } }),
    0,
    { word: "silent", stopped: true },
  ],
  [
    "cut by the server, and on its way back",
    staged(dropped),
    500,
    { word: "reconnecting", endedBy: "server-cut" },
  ],
  ["ended properly, and on its way back", staged(ticks), 500, { word: "live", events: 2 }],
  [
    "given up after an answer of 500",
    [...staged(dropped), ...staged({ ...second, status: 500, sees: { ...gaveUp, at: 3615 } })],
    0,
    { word: "gave-up", attempts: 2 },
  ],
  ["told by a 204 not to come back", [...staged(ticks), ...staged(second)], 0, { word: "live" }],
  [
    "the server is gone, and so is its side channel",
    [tap, lost, ...staged({ ...ticks, ends: undefined })],
    2000,
    { word: "server-away" },
  ],
  [
    "a starved machine is no buffer",
    [busy(300), busy(1000), busy(1800)].concat(staged(byTwos)),
    0,
    { word: "busy" },
  ],
  ["the same on a machine that was well", staged(byTwos), 0, { word: "in-pieces" }],
  [
    "each event later than any network is slow",
    staged({
      ...live,
      arrives: later(1300, live.writes ?? []),
      ends: 3900,
      sees: { kind: "error", readyState: 0, at: 3903 },
    }),
    0,
    { word: "late", events: 5 },
  ],
];

for (const [name, records, after, expected] of rows) {
  test(name, () => {
    for (const [order, ordered] of inEveryOrder(records)) {
      const run = runOf(ordered);
      const { headline } = verdict(run, run.latest + after);
      assert.partialDeepStrictEqual(headline, expected, order);
    }
  });
}
