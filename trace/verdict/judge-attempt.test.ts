import assert from "node:assert/strict";
import { test } from "node:test";
import type { Header } from "../../protocol/script/action.ts";
import { verdictSentences } from "../en/verdict.ts";
import type { Setup, TraceRecord } from "../run/records.ts";
import { inEveryOrder, runOf, staged } from "../testing/staged.ts";
import {
  again,
  at,
  compressed,
  gaveUp,
  HALF_SECONDS,
  later,
  live,
  liveFetch,
} from "../testing/staged-ticks.ts";
import type { Word } from "./finding.ts";
import { verdict } from "./verdict.ts";

const notAStream = { kind: "failure", name: "NotAnEventStream", message: "" } as const;
const networkError = { kind: "failure", name: "TypeError", message: "network error" } as const;

const utf8WithoutDash: readonly Header[] = [["Content-Type", "text/event-stream;charset=utf8"]];

const tap: TraceRecord = { side: "page", kind: "tap", way: "direct", at: 0 };

type Row = [
  name: string,
  records: TraceRecord[],
  expected: { word: Word } & Record<string, unknown>,
  setup?: Partial<Setup>,
];

// Something is missing: the stream, events, or the knowledge of them.
const rows: Row[] = [
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
    "one that a later one has overtaken is lost, wherever it lay",
    staged({ ...live, writes: HALF_SECONDS, arrives: later(3, HALF_SECONDS) }).filter(
      (record) => record.kind !== "dispatch" || record.data !== "3",
    ),
    { word: "lost", events: 5, lost: 1, which: [3], ended: false },
  ],
  [
    "nothing is called lost where records were not kept",
    [...staged({ ...live, arrives: [8] }), { side: "page", kind: "forgotten", records: 9, at: 1 }],
    { word: "cant-tell", because: { kind: "not-told" } },
  ],
  [
    "nothing is called lost where a write of the server's was not kept",
    staged({ ...live, arrives: [8] }).filter(
      (record) => record.kind !== "write" || record.at !== 1005,
    ),
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
        ...(index === 9 ? { sees: { ...again, at: 6000 } } : {}),
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
    [tap, ...staged({ lane: "eventsource", ask: 0, sees: { ...gaveUp, at: 10 } })],
    { word: "no-stream", refusal: { kind: "not-heard" } },
  ],
  [
    "refused, and EventSource goes on asking",
    [tap, ...staged({ lane: "eventsource", ask: 0, sees: { ...again, at: 10 } })],
    { word: "no-stream", refusal: { kind: "not-heard" }, again: true },
  ],
  [
    "refused or cut, and no tap to tell which",
    staged({ lane: "eventsource", ask: 0, sees: { ...again, at: 10 } }),
    { word: "cant-tell", because: { kind: "not-told" } },
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
    "another charset, in a browser that minds it: the stream had ended by then",
    staged({
      ...live,
      headers: utf8WithoutDash,
      opens: undefined,
      arrives: [],
      writes: [5],
      ends: 8,
      sees: { ...gaveUp, at: 9 },
    }),
    { word: "no-stream", refusal: { kind: "charset", charset: "utf8" } },
  ],
  [
    "another charset, and it goes on until the browser leaves",
    staged({
      ...live,
      headers: utf8WithoutDash,
      opens: undefined,
      arrives: [],
      ends: 12,
      reason: { why: "left" },
      sees: { ...gaveUp, at: 9 },
    }),
    { word: "no-stream", refusal: { kind: "charset", charset: "utf8" } },
  ],
  [
    "another charset, and fetch reads on",
    staged({ ...liveFetch, headers: utf8WithoutDash, opensWith: utf8WithoutDash }),
    { word: "live", events: 5 },
  ],
  [
    "another charset, and Firefox reads on",
    staged({ ...live, headers: utf8WithoutDash }),
    { word: "live", events: 5 },
    { browser: "Firefox 153" },
  ],
  [
    "UTF-8 in quotes is no other charset: it was not allowed to read it",
    staged({
      ...live,
      headers: [["Content-Type", 'text/event-stream; charset="UTF-8"']],
      opens: undefined,
      arrives: [],
      writes: [5],
      ends: 12,
      reason: { why: "left" },
      sees: { ...gaveUp, at: 9 },
    }),
    { word: "no-stream", refusal: { kind: "changed" } },
  ],
  ...(["application/json", ""] as const).map(
    (type): Row => [
      `a redirect to what is no stream: ${type || "untold"}`,
      [
        ...staged({
          lane: "eventsource",
          ask: 0,
          request: 3,
          status: 302,
          headers: [["Location", "/api/sse/other?trace=t&lane=eventsource"]],
          ends: 4,
          sees: { ...gaveUp, at: 9 },
        }),
        ...staged({
          lane: "eventsource",
          attempt: 2,
          request: type === "" ? undefined : 5,
          headers: [["Content-Type", type]],
          writes: [6],
          ends: 7,
        }),
      ],
      {
        word: "no-stream",
        refusal: {
          kind: "redirected",
          status: 302,
          address: "/api/sse/other",
          answer: type === "" ? null : { status: 200, type },
        },
      },
    ],
  ),
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
    "the tap never told",
    staged({ ...live, request: undefined }),
    {
      word: "cant-tell",
      because: { kind: "arrivals-alone", impression: { like: "live", events: 5 } },
    },
  ],
  [
    "lost on the first of two attempts: not the last ones of all that was written",
    [
      ...staged({
        ...live,
        writes: [5, 505],
        arrives: [8],
        ends: 600,
        reason: { why: "drop", how: "fin" },
        sees: { ...again, at: 603 },
      }),
      ...staged({
        ...live,
        ask: undefined,
        attempt: 2,
        from: 3,
        request: 1610,
        head: 1611,
        opens: 1615,
        writes: [1612, 2112],
        arrives: [1615, 2115],
        ends: undefined,
        sees: undefined,
      }),
    ],
    { word: "lost", events: 4, lost: 1, several: true },
  ],
  [
    "drop and resume: the worse attempt is judged",
    [
      ...staged({
        ...live,
        writes: [5, 505],
        arrives: [8, 508],
        ends: 600,
        reason: { why: "drop", how: "fin" },
        sees: { ...again, at: 603 },
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
        sees: { ...again, at: 3301 },
      }),
    ],
    { word: "burst-at-end", events: 3 },
  ],
];

for (const [name, records, expected, setup] of rows) {
  test(name, () => {
    for (const [order, ordered] of inEveryOrder(records)) {
      const { headline } = verdict(runOf(ordered, setup));
      assert.partialDeepStrictEqual(headline, expected, order);
      assert.notEqual(verdictSentences.measured(headline), "");
    }
  });
}
