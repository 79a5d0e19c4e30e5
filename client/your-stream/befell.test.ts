/** What is said of a request beside its verdict, by what both sides recorded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../../trace/run/records.ts";
import { createRun } from "../../trace/run/run.ts";
import { type Befell, befell } from "./befell.ts";

type Lane = "eventsource" | "fetch";
const seen = (lane: Lane) => ({ side: "browser", lane }) as const;

const ask = (lane: Lane): TraceRecord => ({
  ...seen(lane),
  kind: "ask",
  at: 0,
  method: "GET",
  url: "/",
  by: "browser",
});
const failed = (message: string): TraceRecord => ({
  ...seen("fetch"),
  kind: "failure",
  at: 50,
  name: "TypeError",
  message,
});
const head: TraceRecord = { ...seen("fetch"), kind: "head", at: 10, status: 502, headers: [] };
const errorOf = (readyState: 0 | 2): TraceRecord => ({
  ...seen("eventsource"),
  kind: "error",
  at: 20,
  readyState,
});
const told = { side: "server", boot: "b", method: "GET", url: "/", httpVersion: "1.1" } as const;
const answered: TraceRecord[] = [
  { ...told, lane: "eventsource", attempt: 1, kind: "request", at: 1, headers: [] },
  { ...told, lane: "eventsource", attempt: 1, kind: "head", at: 2, status: 204, headers: [] },
];
const redirects = Array.from({ length: 3 }, (_, index): TraceRecord[] => {
  const told = { side: "server", boot: "b", lane: "fetch", attempt: index + 1 } as const;
  const request = { method: "GET", url: "/", httpVersion: "1.1", headers: [] };
  return [
    { ...told, kind: "request", at: index + 1, ...request },
    { ...told, kind: "head", at: index + 1, status: 302, headers: [["Location", "/"]] },
  ];
}).flat();

const rows: [name: string, records: TraceRecord[], Befell | null][] = [
  ["no head yet", [ask("fetch")], { kind: "waits", ms: 7000, left: false }],
  [
    "a head that has left, and not come",
    [ask("eventsource"), ...answered],
    { kind: "waits", ms: 7000, left: true },
  ],
  [
    "stopped",
    [
      ask("fetch"),
      { side: "page", kind: "stop", at: 9 },
      { ...seen("fetch"), kind: "close", at: 9 },
    ],
    null,
  ],
  ["fetch failed before a head", [ask("fetch"), failed("Failed to fetch")], { kind: "blocked" }],
  ["an EventSource gave up", [ask("eventsource"), errorOf(2)], { kind: "never-opened" }],
  [
    "an EventSource gave up, and the target proxy tells of what",
    [ask("eventsource"), ...answered, errorOf(2)],
    null,
  ],
  [
    "redirects that led nowhere",
    [ask("fetch"), ...redirects, failed("")],
    { kind: "loop", times: 3 },
  ],
  [
    "the target is down",
    [ask("fetch"), head, failed('{"code":"target-down","detail":"it does not answer"}')],
    { kind: "problem", detail: "it does not answer" },
  ],
  ["an error page of its own", [ask("fetch"), head, failed("<h1>Oops</h1>")], null],
  [
    "an EventSource asks again",
    [ask("eventsource"), { ...seen("eventsource"), kind: "open", at: 5 }, errorOf(0)],
    { kind: "asks-again" },
  ],
];

for (const [name, records, expected] of rows) {
  test(name, () => {
    const run = createRun({
      trace: "t",
      script: { name: "GET /", text: "" },
      path: { proxy: false, port: 1 },
      noTransform: false,
      browser: "Chromium 156",
      beganAt: 0,
      clockError: 0,
      watched: "localhost:8080",
    });
    for (const record of records) run.add(record);
    assert.deepEqual(befell(run, 7000, false), expected);
    assert.deepEqual(befell(run, 7000, true), { kind: "too-much" });
  });
}
