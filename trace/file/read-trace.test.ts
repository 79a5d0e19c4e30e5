import assert from "node:assert/strict";
import { test } from "node:test";
import { traceFileProblem } from "../en/trace-file.ts";
import type { AnswerFault, EndReason, ModelFact, PlayFault, TraceRecord } from "../run/records.ts";
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

const ended = (reason: EndReason): TraceRecord => {
  return { ...server, kind: "end", reason, bytes: 5, writes: 1 };
};
const pressed = (fault: PlayFault | AnswerFault): TraceRecord => {
  return { ...server, kind: "fault", fault };
};
const model = (fact: ModelFact): TraceRecord => ({ ...server, kind: "model", answer: "a1", fact });

/** What staged runs leave out. */
const rare: TraceRecord[] = [
  { ...server, kind: "write", offset: 0, bytes: Uint8Array.of(0, 255, 0xe2, 13, 10), line: 0 },
  { ...server, kind: "note", note: { note: "head-has-left", directive: "@status 204", line: 3 } },
  { ...server, kind: "note", note: { note: "resumed", lastEventId: "é中😀", line: 3 } },
  { ...server, kind: "note", note: { note: "unknown-id", lastEventId: "\0</script>" } },
  ended({ why: "close" }),
  ended({ why: "drop", how: "reset" }),
  ended({ why: "left" }),
  ended({ why: "unread", waiting: 65_536 }),
  ended({ why: "limit", limit: "bytes", most: 9 }),
  ended({ why: "shutdown" }),
  { ...browser, kind: "reconnection-time", ms: 1e300 },
  { ...browser, kind: "failure", name: "TypeError", message: "network error" },
  { ...browser, kind: "close" },
  { ...browser, kind: "size", encoded: 105, decoded: 298, protocol: "http/1.1" },
  { ...page, kind: "busy", since: 1 },
  { ...page, kind: "tap", way: "own-origin" },
  { ...page, kind: "boot", boot: "c" },
  { ...page, kind: "forgotten", records: 7 },
  { ...page, kind: "stop" },
  pressed({ kind: "drop", how: "fin" }),
  pressed({ kind: "stall", ms: 2000 }),
  pressed({ kind: "stall", ms: null }),
  pressed({ kind: "release" }),
  pressed({ kind: "end" }),
  pressed({ kind: "next-status", status: 503 }),
  pressed({ kind: "next-type" }),
  pressed({ kind: "next-redirect", status: 308 }),
  ended({ why: "fault", fault: { kind: "drop", how: "reset" } }),
  ended({ why: "fault", fault: { kind: "close-door", ms: 5000 } }),
  model({ did: "asked", times: 2, model: "demo", relay: "no-ids" }),
  model({ did: "began" }),
  model({ did: "ended", tokens: 40 }),
  model({ did: "stopped", why: "unread", tokens: 3 }),
  model({ did: "failed", failure: "rate-limited", tokens: 0 }),
  model({ did: "resumed", after: 7 }),
  { ...page, kind: "door-closed", ms: 5000, ours: true },
  { ...page, kind: "door-open" },
  ended({ why: "target-ended" }),
  ended({ why: "target-cut", code: "ECONNRESET" }),
  ended({ why: "target-down", code: "ECONNREFUSED" }),
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

/** The file with one text in the place of another that it holds. */
function but(held: string | RegExp, instead: string): string {
  const text = whole.replace(held, instead);
  assert.notEqual(text, whole);
  return text;
}

const asks = { ...browser, kind: "ask", method: "POST", by: "browser" } as const;
const hears = { ...server, kind: "request", method: "POST", httpVersion: "1.1" } as const;
const asking = (url: string) => writeTrace(runOf([{ ...asks, url }]));
const heard = (url: string, value = "b") =>
  writeTrace(runOf([{ ...hears, url, headers: [["a", value]] }]));

const noUrl = /`records\[0\].url` must be a path, or a URL of http or https/;
const aPort = /`setup.path.port` must be a port/;
const noKind = /`records\[12\].kind` must be one of ask, /;
const noSetup = '{"format":"sse-playground-trace","version":1,"setup":[]}';

const unreadable: [name: string, text: string, says: RegExp][] = [
  ["a part of a file", whole.slice(0, -20), /not JSON/],
  ["other JSON", '{"format": "har"}', /"format": "sse-playground-trace"/],
  ["no object at all", "null", /is no trace/],
  ["a newer version", but('"version": 2', '"version": 3'), /version 3 .* up to 2/],
  ["a field of another type", but('"port":8345', '"port":"8345"'), aPort],
  ["a port beyond all", but('"port":8345', '"port":83450'), aPort],
  ["a missing field", but('"line":0', '"lime":0'), /`records\[0\].line` must be a count/],
  ["a kind that is not known", but('"kind":"close"', '"kind":"cloze"'), noKind],
  ["a kind that every object inherits", but('"kind":"close"', '"kind":"toString"'), noKind],
  ["no base64", but('"bytes":"AP', '"bytes":"*P'), /`records\[0\].bytes` must be base64/],
  ...["http://[bad", "file:///etc/passwd", "javascript:alert(1)", "//[", "ftp://a/"].flatMap(
    (url): [string, string, RegExp][] => [
      [`asked for: ${url}`, asking(url), noUrl],
      [`heard: ${url}`, heard(url), noUrl],
    ],
  ),
  [
    "a header of two lines",
    heard("/", "a\r\nb: c"),
    /`records\[0\].headers\[0\]` must be a header's name/,
  ],
  ["a set-up that is none", noSetup, /`setup.trace` must be text/],
  [
    "a fault with a field of another",
    but('"kind":"release"', '"kind":"release","ms":1'),
    /`records\[\d+\].fault.ms` must be left out/,
  ],
  [
    "a fault that no server does",
    but('"ms":2000', '"ms":2e9'),
    /`records\[\d+\].fault.ms` must be 1 to 60000, or null/,
  ],
  ["no list of records", but(/"records": \[.*\]/s, '"records": {}'), /`records` must be a list/],
];
for (const [name, text, says] of unreadable) {
  test(`${name} is told: ${says.source}`, () => assert.match(refusal(text), says));
}

test("a file that is too large is not read", () => {
  const text = " ".repeat(MAX_TRACE_CHARACTERS + 1);
  assert.match(refusal(text), /too large: at most 268.4.MB/);
});

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
