import assert from "node:assert/strict";
import { test } from "node:test";
import { rowCells } from "../en/row-text.ts";
import { suspicionIn } from "../log/stream-suspicion.ts";
import { asks, hears, runOf } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";
import { problemIn } from "./problem.ts";
import type { LaneName, TraceRecord } from "./records.ts";

const headers: [string, string][] = [["Content-Type", "application/problem+json; charset=utf-8"]];
const document = JSON.stringify({ title: "Bad Request", status: 400, detail: "é; write one" });

const server = { side: "server", boot: "boot", lane: "eventsource", attempt: 1 } as const;
const browser = { side: "browser", lane: "fetch" } as const;
const bytes = new TextEncoder().encode(document);
const told: TraceRecord[] = [
  asks("eventsource"),
  hears("eventsource", 2),
  { ...server, at: 2, kind: "head", status: 400, headers },
  { ...server, at: 2, kind: "write", offset: 0, bytes, line: 0 },
  { ...server, at: 2, kind: "end", reason: { why: "close" }, bytes: bytes.length, writes: 1 },
  { side: "browser", lane: "eventsource", kind: "error", at: 4, readyState: 2 },
];
const read: TraceRecord[] = [
  asks("fetch"),
  { ...browser, kind: "head", at: 3, status: 400, headers },
  { ...browser, kind: "failure", at: 4, name: "NotAnEventStream", message: document },
];

const rows: [name: string, lane: LaneName, records: TraceRecord[], detail: string | null][] = [
  ["the tap tells why EventSource was turned away", "eventsource", told, "é; write one"],
  ["fetch reads it itself", "fetch", read, "é; write one"],
  ["before the tap has told all of it, nothing is said", "eventsource", told.slice(0, 3), ""],
  ["a lane that has not asked was not turned away", "fetch", told, null],
];
for (const [name, lane, records, detail] of rows) {
  test(name, () => {
    const run = runOf(records);
    const expected = detail === null ? null : { status: 400, detail };
    assert.deepEqual(problemIn(run, run.lane(lane)), expected);
  });
}

test("nobody suspects a problem document of being a stream gone wrong", () => {
  const run = runOf([...told, ...read]);
  assert.equal(suspicionIn(run), null);
  for (const depth of ["story", "lines", "bytes"] as const) {
    const said = logOf(run, depth).rows.map((row) => rowCells(row, run).join(" "));
    assert.ok(said.length > 0);
    assert.doesNotMatch(said.join("\n"), /Forgot the last blank line/);
  }
});
