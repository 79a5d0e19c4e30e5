/** What browsers make of an empty `retry` and of a huge one, as verdict, lane and log tell it (docs/facts.md, 1). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { laneStateSentence } from "../en/lane-state.ts";
import { verdictSentences } from "../en/verdict.ts";
import type { Depth } from "../log/row.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import { eventStream, gets, runOf } from "../testing/staged.ts";
import { asked, ended, logOf, told } from "../testing/staged-log.ts";
import { again } from "../testing/staged-ticks.ts";
import { verdict } from "./verdict.ts";

const EMPTY = "retry: 1200\ndata: a\n\nretry:\ndata: b\n\n";
const HUGE = `retry: ${"9".repeat(23)}\ndata: a\n\n`;
const DAYS = "retry: 172800000\ndata: a\n\n";

/** One attempt of which all came. */
function played(lane: LaneName, text: string): TraceRecord[] {
  const one = { side: "browser", lane } as const;
  const head = { kind: "head", status: 200, headers: eventStream } as const;
  const isFetch = lane === "fetch";
  return [
    { side: "page", kind: "tap", way: "direct", at: 0 },
    ...asked(lane, [[5, text]]),
    { side: "server", boot: "boot", lane, attempt: 1, at: 4, ...head },
    { ...one, at: 7, ...(isFetch ? head : { kind: "open" }) },
    ...Array.from(text.matchAll(/data: (.)/g), ([, data = ""]) => gets(lane, 8, { data })),
    ended(lane, 20, 1, text.length),
    { ...one, at: 22, ...(isFetch ? { kind: "end" } : again) },
  ];
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

const rows: [browser: string, lane: LaneName, text: string, state: string, says: RegExp][] = [
  ["Chromium 156", "eventsource", EMPTY, "asks again in 2.9 s", /not ignored .* becomes 3 000 ms/],
  ["Firefox 153", "eventsource", EMPTY, "asks again in 422 ms", /not ignored .* becomes 500 ms/],
  ["Firefox 153", "fetch", EMPTY, "done", /^A `retry` without a value was ignored\.$/],
  ["Chromium 156", "eventsource", HUGE, "asks again in 2.9 s", /^A `retry` too large .* ignored/],
  ["Firefox 153", "eventsource", HUGE, "never asks again", /One event has arrived/],
  ["Firefox 153", "eventsource", DAYS, "asks again in two days", /One event has arrived/],
];
for (const [browser, lane, text, state, says] of rows) {
  test(`${browser}, ${lane}: ${state}`, () => {
    const run = runOf(played(lane, text), { browser });
    const said = plain(laneStateSentence(run.lane(lane).state, lane, 100));
    assert.ok(said.endsWith(state), said);
    assert.match(plain(verdictSentences.measured(verdict(run).headline)), says);
  });
}

test("that Firefox never asks again stands behind the headline", () => {
  const run = runOf(played("eventsource", HUGE), { browser: "Firefox 153" });
  const [also] = verdict(run).also.map(verdictSentences.also);
  assert.match(also ?? "", /ended the stream; EventSource never asks again: in this browser/);
});

const lines: [browser: string, text: string, depth: Depth, says: RegExp][] = [
  ["Chromium 156", EMPTY, "lines", /By the standard this is ignored; .* becomes 3 000 ms\./],
  ["Firefox 153", EMPTY, "story", /“message”, leaves the server\. .* becomes 500 ms\./],
  ["Chromium 156", HUGE, "lines", /Ignored: this browser takes no reconnection time as large/],
  [
    "Chromium 156",
    HUGE,
    "story",
    /“message”, leaves the server\. This browser ignores a `retry` as/,
  ],
  ["Firefox 153", HUGE, "lines", /This browser never asks again after such a `retry`\./],
  ["Firefox 153", "retry: 100\ndata: a\n\n", "lines", /becomes 500 ms/],
];
for (const [browser, text, depth, says] of lines) {
  test(`log, ${browser}, ${depth}: ${says.source}`, () => {
    const run = runOf(played("eventsource", text), { browser });
    assert.match(told(logOf(run, depth)).join("\n"), says);
  });
}
