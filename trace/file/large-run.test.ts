/** A long run takes as long to tell as short ones that are as long together: ratios within one process. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Log } from "../log/log.ts";
import type { TraceRecord } from "../run/records.ts";
import { asks, gets, hears, runOf } from "../testing/staged.ts";
import { readingTrace } from "./read-trace.ts";
import { writeTrace } from "./write-trace.ts";

const bytes = new TextEncoder().encode("id: 1\ndata: a\n\n");

function attempts(count: number): TraceRecord[] {
  const lane = "eventsource";
  const seen = { side: "browser", lane } as const;
  return [
    asks(lane),
    ...Array.from({ length: count }, (_, index): TraceRecord[] => {
      const at = 100 * index;
      const told = { side: "server", lane, boot: "boot", attempt: index + 1 } as const;
      return [
        hears(lane, at + 1, { attempt: index + 1 }),
        { ...told, at: at + 2, kind: "head", status: 200, headers: [] },
        { ...seen, at: at + 3, kind: "open" },
        { ...told, at: at + 4, kind: "write", offset: 0, bytes, line: 1 },
        gets(lane, at + 5, { data: "a", lastEventId: "1" }),
        { ...told, at: at + 6, kind: "end", reason: { why: "played" }, bytes: 15, writes: 1 },
        { ...seen, at: at + 7, kind: "error", readyState: 0 },
      ];
    }).flat(),
  ];
}

/** Returns what it takes to tell the rows of so many such runs, and whose each record is. CPU time of this thread, μs */
function cost(runs: number, count: number): number {
  const before = process.threadCpuUsage();
  for (let told = 0; told < runs; told++) {
    const run = runOf(attempts(count));
    const lane = run.lane("eventsource");
    const log = new Log(run, { depth: "story", lanes: ["eventsource"] });
    log.read();
    for (const record of run.records) if (record.side === "browser") lane.attemptOf(record);
    assert.ok(log.count > count);
  }
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

test("many attempts cost in proportion to their number", () => {
  cost(1, 500); // until the code is compiled
  let ratio = Infinity;
  for (let tries = 0; ratio > 2.5 && tries < 5; tries++) ratio = cost(1, 8000) / cost(16, 500);
  // Where the cost of whose each record is grew by the square, it would be five.
  assert.ok(ratio <= 2.5, `in one run they took ${ratio.toFixed(1)} times as long as in sixteen`);
});

test("a large file is read a record at a time, and tells each time how far it is", () => {
  const records = attempts(1000);
  const told = [...readingTrace(writeTrace(runOf(records)))];
  assert.equal(told.length, records.length);
  const rising = told.toSorted((a, b) => a - b);
  assert.deepEqual(told, rising);
  assert.ok((told[0] ?? 1) < 0.01 && told.at(-1) === 1, `from ${told[0]} to ${told.at(-1)}`);
});
