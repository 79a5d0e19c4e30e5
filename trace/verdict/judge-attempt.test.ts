/** Something is missing: the stream, events, or the knowledge of them. */
import type { Header } from "../../protocol/script/action.ts";
import type { TraceRecord } from "../run/records.ts";
import { type HeadlineRow, headlinesHold } from "../testing/headlines.ts";
import { type Staged, staged } from "../testing/staged.ts";
import {
  again,
  at,
  closed,
  compressed,
  cut,
  gaveUp,
  goesOn,
  HALF_SECONDS,
  later,
  live,
  liveFetch,
  ticks,
  unseen,
} from "../testing/staged-ticks.ts";

const THREE = [5, 505, 1005];
const notAStream = { kind: "failure", name: "NotAnEventStream", message: "" } as const;
const networkError = { kind: "failure", name: "TypeError", message: "network error" } as const;
const type = (value: string): readonly Header[] => [["Content-Type", value]];
const utf8WithoutDash = type("text/event-stream;charset=utf8");

const tap: TraceRecord = { side: "page", kind: "tap", way: "direct", at: 0 };

/** An EventSource asks, and hears of nothing but an error. */
const unheard: Staged = { lane: "eventsource", ask: 0, sees: { ...again, at: 10 } };
/** It gives up, and the server hears that it is gone, if the stream has not ended by then. */
const refused: Staged = { ...live, ...unseen, ...closed(2), sees: { ...gaveUp, at: 9 } };
const endedBefore: Staged = { ends: 8, reason: { why: "played" }, writes: [5] };
const dropped: Staged = { ...ticks, ...cut(600) };
const next: Staged = { ...live, ask: undefined, attempt: 2, from: 3, request: 1610, head: 1611 };

const inferred = { kind: "compressor", inferred: true, evidence: { from: "setting" } };

const rows: HeadlineRow[] = [
  [
    "written, still running, nothing arrived",
    staged({ ...live, ...unseen, ...goesOn, writes: THREE }),
    {
      word: "nothing-yet",
      events: 3,
      waited: 1000,
      stopped: false,
      cause: { ...inferred, cures: ["compress-false", "no-transform"] },
    },
    compressed,
  ],
  [
    "stopped before anything arrived",
    staged({ ...live, ...unseen, ...closed(2090) }),
    { word: "nothing-yet", stopped: true, events: 5 },
    compressed,
  ],
  [
    "stopped midway through a live stream",
    staged({ ...live, writes: THREE, arrives: later(3, THREE), ...closed(1290) }),
    { word: "live", events: 3 },
  ],
  [
    "cut behind a compressor: all lost",
    staged({
      ...liveFetch,
      ...unseen,
      writes: THREE,
      ...cut(1505),
      sees: { ...networkError, at: 1508 },
    }),
    { word: "lost", events: 3, lost: 3 },
    compressed,
  ],
  [
    "cut: the last one lost",
    staged({ ...live, arrives: [8, 508, 1008, 1508], ...cut(2006, "reset") }),
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
        ...cut(time + 590),
        ...(index === 0 ? { ask: 0 } : {}),
        ...(index === 9 ? { sees: { ...again, at: 6000 } } : {}),
      }),
    ),
    { word: "lost", events: 2, lost: 2 },
    { ...compressed, browser: "Firefox 153" },
  ],
  [
    "an error page of the proxy: fetch",
    staged({ ask: 0, opens: 9, opensAs: 504, opensWith: [], sees: { ...notAStream, at: 10 } }),
    { word: "no-stream", refusal: { kind: "status", status: 504, ours: false }, again: false },
  ],
  [
    "an error page of the proxy: EventSource is not told",
    [tap, ...staged({ ...unheard, sees: { ...gaveUp, at: 10 } })],
    { word: "no-stream", refusal: { kind: "not-heard" } },
  ],
  [
    "refused, and EventSource goes on asking",
    [tap, ...staged(unheard)],
    { word: "no-stream", refusal: { kind: "not-heard" }, again: true },
  ],
  [
    "refused or cut, and no tap to tell which",
    staged(unheard),
    { word: "cant-tell", because: { kind: "not-told" } },
  ],
  [
    "a wrong content type, though events were written",
    staged({ ...refused, headers: type("text/html; charset=utf-8") }),
    { word: "no-stream", refusal: { kind: "type", type: "text/html" } },
  ],
  [
    "another charset, in a browser that minds it: the stream had ended by then",
    staged({ ...refused, ...endedBefore, headers: utf8WithoutDash }),
    { word: "no-stream", refusal: { kind: "charset", charset: "utf8" } },
  ],
  [
    "another charset, and it goes on until the browser leaves",
    staged({ ...refused, headers: utf8WithoutDash }),
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
    staged({ ...refused, headers: type('text/event-stream; charset="UTF-8"'), writes: [5] }),
    { word: "no-stream", refusal: { kind: "changed" } },
  ],
  ...(["application/json", ""] as const).map(
    (told): HeadlineRow => [
      `a redirect to what is no stream: ${told || "untold"}`,
      staged(
        {
          ...unheard,
          request: 3,
          status: 302,
          headers: [["Location", "/api/sse/other?trace=t&lane=eventsource"]],
          ends: 4,
          sees: { ...gaveUp, at: 9 },
        },
        {
          lane: "eventsource",
          attempt: 2,
          request: told === "" ? undefined : 5,
          headers: type(told),
          writes: [6],
          ends: 7,
        },
      ),
      {
        word: "no-stream",
        refusal: {
          kind: "redirected",
          status: 302,
          address: "/api/sse/other",
          answer: told === "" ? null : { status: 200, type: told },
        },
      },
    ],
  ),
  [
    "204 at first",
    staged({
      ...unheard,
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
    staged({ ...refused, writes: [5] }),
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
    staged(
      { ...dropped, arrives: [8] },
      { ...next, ...goesOn, opens: 1615, writes: [1612, 2112], arrives: [1615, 2115] },
    ),
    { word: "lost", events: 4, lost: 1, several: true },
  ],
  [
    "drop and resume: the worse attempt is judged",
    staged(dropped, {
      ...next,
      lastEventId: "2",
      writes: [1612, 2112, 2612],
      opens: 1615,
      arrives: at(3300, 3),
      ends: 3298,
      sees: { ...again, at: 3301 },
    }),
    { word: "burst-at-end", events: 3 },
  ],
];
headlinesHold(rows);
