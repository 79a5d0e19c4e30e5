import type { TraceRecord } from "../run/records.ts";
import { type HeadlineRow, headlinesHold } from "../testing/headlines.ts";
import { staged } from "../testing/staged.ts";
import {
  again,
  closed,
  cut,
  every,
  later,
  live,
  running,
  second,
  ticks,
} from "../testing/staged-ticks.ts";

const tap: TraceRecord = { side: "page", kind: "tap", way: "direct", at: 0 };
const lost: TraceRecord = { side: "page", kind: "tap", way: "lost", at: 2500 };

/** The server cut it after two ticks. */
const dropped = { ...ticks, ...cut(600) };

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

const rows: [name: string, records: TraceRecord[], after: number, expected: HeadlineRow[2]][] = [
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
    staged({ ...running, ...closed(9000) }),
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
    staged(dropped, { ...second, status: 500 }),
    0,
    { word: "gave-up", attempts: 2 },
  ],
  ["told by a 204 not to come back", staged(ticks, second), 0, { word: "live" }],
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
      sees: { ...again, at: 3903 },
    }),
    0,
    { word: "late", events: 5 },
  ],
];
headlinesHold(rows.map(([name, records, after, expected]) => [name, records, expected, {}, after]));
