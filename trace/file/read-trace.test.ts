import assert from "node:assert/strict";
import { test } from "node:test";
import { traceFileProblem } from "../en/trace-file.ts";
import type { TraceRecord } from "../run/records.ts";
import { createRun } from "../run/run.ts";
import { runOf, setup, staged } from "../testing/staged.ts";
import { burst, burstFetch, compressed, second } from "../testing/staged-ticks.ts";
import { verdict } from "../verdict/verdict.ts";
import { readTrace } from "./read-trace.ts";
import { TraceFileError } from "./trace-file-error.ts";
import { MAX_TRACE_CHARACTERS, writeTrace } from "./write-trace.ts";

const server = { side: "server", boot: "b", lane: "fetch", attempt: 1, at: 3.25 } as const;
const browser = { side: "browser", lane: "fetch", at: 4 } as const;
const page = { side: "page", at: 5 } as const;

/** What staged runs leave out. */
const rare: TraceRecord[] = [
  { ...server, kind: "write", offset: 0, bytes: Uint8Array.of(0, 255, 0xe2, 13, 10), line: 0 },
  { ...server, kind: "note", note: { note: "head-has-left", directive: "@status 204", line: 3 } },
  { ...server, kind: "note", note: { note: "resumed", lastEventId: "é中😀", line: 3 } },
  { ...server, kind: "note", note: { note: "unknown-id", lastEventId: "\0</script>" } },
  ...(
    [
      { why: "close" },
      { why: "drop", how: "reset" },
      { why: "left" },
      { why: "unread", waiting: 65_536 },
      { why: "limit", limit: "bytes", most: 9 },
      { why: "shutdown" },
    ] as const
  ).map((reason) => ({ ...server, kind: "end", reason, bytes: 5, writes: 1 }) as const),
  { ...browser, kind: "reconnection-time", ms: 1e300 },
  { ...browser, kind: "failure", name: "TypeError", message: "network error" },
  { ...browser, kind: "close" },
  { ...browser, kind: "size", encoded: 105, decoded: 298, protocol: "http/1.1" },
  { ...page, kind: "busy", since: 1 },
  { ...page, kind: "tap", way: "own-origin" },
  { ...page, kind: "boot", boot: "c" },
  { ...page, kind: "forgotten", records: 7 },
  { ...page, kind: "stop" },
  ...(
    [
      { kind: "drop", how: "fin" },
      { kind: "stall", ms: 2000 },
      { kind: "stall", ms: null },
      { kind: "release" },
      { kind: "end" },
      { kind: "next-status", status: 503 },
      { kind: "next-type" },
      { kind: "next-redirect", status: 308 },
    ] as const
  ).map((fault) => ({ ...server, kind: "fault", fault }) as const),
  ...(
    [
      { kind: "drop", how: "reset" },
      { kind: "close-door", ms: 5000 },
    ] as const
  ).map(
    (fault) =>
      ({ ...server, kind: "end", reason: { why: "fault", fault }, bytes: 5, writes: 1 }) as const,
  ),
  ...(
    [
      { did: "asked", times: 2, model: "demo", relay: "no-ids" },
      { did: "began" },
      { did: "ended", tokens: 40 },
      { did: "stopped", why: "unread", tokens: 3 },
      { did: "failed", failure: "rate-limited", tokens: 0 },
      { did: "resumed", after: 7 },
    ] as const
  ).map((fact) => ({ ...server, kind: "model", answer: "a1", fact }) as const),
  { ...page, kind: "door-closed", ms: 5000, ours: true },
  { ...page, kind: "door-open" },
  ...(
    [
      { why: "target-ended" },
      { why: "target-cut", code: "ECONNRESET" },
      { why: "target-down", code: "ECONNREFUSED" },
    ] as const
  ).map((reason) => ({ ...server, kind: "end", reason, bytes: 5, writes: 1 }) as const),
  { ...server, kind: "packed", coding: "gzip", length: 17 },
  { ...server, kind: "unreadable", why: "damaged" },
];

test("a run comes back as it was written: set-up, records, verdict", () => {
  const run = runOf(staged(burst, burstFetch, second, ...rare), compressed);
  const again = readTrace(writeTrace(run));
  assert.deepEqual(again.setup, run.setup);
  assert.deepEqual(again.records, run.records);
  assert.deepEqual(verdict(again), verdict(run));
});

test("a run through no proxy comes back", () => {
  const run = createRun({ ...setup, path: { proxy: false, port: 3333 } });
  assert.deepEqual(readTrace(writeTrace(run)).setup, run.setup);
});

test("a long chunk comes back whole", () => {
  const bytes = new Uint8Array(100_001).map((_, index) => index * 7);
  const run = runOf([{ ...browser, kind: "chunk", offset: 0, bytes }]);
  assert.deepEqual(readTrace(writeTrace(run)).records, run.records);
});

test("what a run dropped at its bound is told in the file", () => {
  const run = runOf(rare);
  const dropped: TraceRecord = { ...page, kind: "forgotten", records: 3 };
  const again = readTrace(writeTrace({ ...run, latest: run.latest, forgotten: 10 }));
  assert.equal(again.forgotten, 10);
  assert.deepEqual(again.records.at(-1), dropped);
});

const whole = writeTrace(runOf(rare));

/** A file in which `side` tells of a request for `url`, the other one of one for a path. */
function withUrl(url: string, side: "browser" | "server", value = "b"): string {
  const asks = side === "browser" ? url : "/api/sse";
  const hears = side === "server" ? url : "/api/sse";
  return writeTrace(
    runOf([
      { ...browser, kind: "ask", method: "POST", by: "browser", url: asks },
      {
        ...server,
        kind: "request",
        method: "POST",
        url: hears,
        httpVersion: "1.1",
        headers: [["a", value]],
      },
    ]),
  );
}

const unreadable: [name: string, text: string, says: RegExp][] = [
  ["a part of a file", whole.slice(0, -20), /not JSON/],
  ["other JSON", '{"format": "har"}', /"format": "sse-playground-trace"/],
  ["no object at all", "null", /is no trace/],
  ["a newer version", whole.replace('"version": 2', '"version": 3'), /version 3 .* up to 2/],
  [
    "a field of another type",
    whole.replace('"port":8345', '"port":"8345"'),
    /`setup.path.port` must be a port/,
  ],
  [
    "a field that is missing",
    whole.replace('"line":0', '"lime":0'),
    /`records\[0\].line` must be a count/,
  ],
  [
    "a kind that is not known",
    whole.replace('"kind":"close"', '"kind":"cloze"'),
    /`records\[12\].kind` must be one of ask, /,
  ],
  [
    "a kind that every object inherits",
    whole.replace('"kind":"close"', '"kind":"toString"'),
    /`records\[12\].kind` must be one of/,
  ],
  [
    "bytes that are no base64",
    whole.replace('"bytes":"AP', '"bytes":"*P'),
    /`records\[0\].bytes` must be base64/,
  ],
  ...["http://[bad", "file:///etc/passwd", "javascript:alert(1)", "//[", "ftp://a/"].flatMap(
    (url): [string, string, RegExp][] => [
      [
        `asked for: ${url}`,
        withUrl(url, "browser"),
        /`records\[0\].url` must be a path, or a URL of http or https/,
      ],
      [`heard: ${url}`, withUrl(url, "server"), /`records\[1\].url` must be a path, or a URL/],
    ],
  ),
  [
    "a header of two lines",
    withUrl("/", "server", "a\r\nb: c"),
    /`records\[1\].headers\[0\]` must be a header's name/,
  ],
  [
    "a port beyond all",
    whole.replace('"port":8345', '"port":83450'),
    /`setup.path.port` must be a port/,
  ],
  [
    "a set-up that is none",
    '{"format":"sse-playground-trace","version":1,"setup":[]}',
    /`setup.trace` must be text/,
  ],
  [
    "a fault with a field of another",
    whole.replace('"kind":"release"', '"kind":"release","ms":1'),
    /`records\[\d+\].fault.ms` must be left out/,
  ],
  [
    "a fault that no server does",
    whole.replace('"ms":2000', '"ms":2e9'),
    /`records\[\d+\].fault.ms` must be 1 to 60000, or null/,
  ],
  [
    "records that are no list",
    whole.replace(/"records": \[.*\]/s, '"records": {}'),
    /`records` must be a list/,
  ],
];
for (const [name, text, says] of unreadable) {
  test(`${name} is told: ${says.source}`, () => {
    assert.match(refusal(text), says);
  });
}

test("a file that is too large is not read", () => {
  const text = " ".repeat(MAX_TRACE_CHARACTERS + 1);
  assert.match(refusal(text), /too large: at most 268.4.MB/);
});

/** What is said to whoever hands that in. */
function refusal(text: string): string {
  try {
    readTrace(text);
  } catch (error) {
    if (error instanceof TraceFileError) return traceFileProblem(error.problem);
    throw error;
  }
  return "";
}

test("a run that was watched says at which address, any other says none", () => {
  const watched = createRun({ ...setup, watched: "localhost:8080" });
  assert.equal(readTrace(writeTrace(watched)).setup.watched, "localhost:8080");
  assert.deepEqual(readTrace(writeTrace(createRun(setup))).setup, setup);
  const wrong = writeTrace(watched).replace('"localhost:8080"', "7");
  assert.throws(() => readTrace(wrong), TraceFileError);
});
