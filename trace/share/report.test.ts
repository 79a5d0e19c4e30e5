import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { runOf, staged } from "../testing/staged.ts";
import { burst, burstFetch, compressed, every, live } from "../testing/staged-ticks.ts";
import { inline } from "./markdown.ts";
import { MAX_REPORTED_EVENTS, reportOn } from "./report.ts";

const about = { recorded: "2026-11-21 13:00", agent: "Mozilla/5.0" };

test("a report holds verdict, cure, and the measured times of both lanes", () => {
  const report = reportOn(runOf([...staged(burst), ...staged(burstFetch)], compressed), about);
  assert.match(
    report,
    /^# One burst at the end\n\nFive events, written over 2\.0.s, arrived together/,
  );
  assert.match(report, /Cure: the response header `X-Accel-Buffering: no`/);
  assert.match(report, /\| Path \| through webpack-dev-server with `compress: true`, port 8346 \|/);
  assert.match(report, /\| 1 \| tick \| 1 \| 5 \| 2.510 \| 2.505 \| 5 \| 2.510 \| 2.505 \|/);
  assert.match(report, /accept-encoding: gzip, deflate, br, zstd/);
});

test("more events than a bug tracker holds are counted", () => {
  const writes = every(10, MAX_REPORTED_EVENTS + 7);
  const report = reportOn(runOf(staged({ ...live, writes, arrives: writes, ends: 9999 })), about);
  assert.match(report, /and 7 more/);
  assert.doesNotMatch(report, /\| 101 \|/);
});

/** What could end a cell, a row, a fence, or begin HTML, a link or a mention. */
const hostile =
  "a\\| b\\\\| c\n| --- |\r\n<img src=x onerror=alert(1)> ```` `x` @all #1 [a](javascript:1) \u202e\0";

test("hostile data is text, wherever it stands", () => {
  const dispatch = { side: "browser", lane: "fetch", kind: "dispatch", at: 9 } as const;
  const records: TraceRecord[] = [
    { side: "browser", lane: "fetch", kind: "ask", at: 0, method: "POST", by: "browser", url: "/" },
    {
      side: "browser",
      lane: "fetch",
      kind: "head",
      at: 1,
      status: 200,
      headers: [["X-Own", hostile]],
    },
    { ...dispatch, type: hostile, data: hostile, lastEventId: hostile },
  ];
  const script = { name: hostile, text: `${hostile}\n~~~\n\`\`\`\`\`\n# out` };
  const report = reportOn(runOf(records, { script, browser: hostile }), {
    ...about,
    agent: hostile,
  });
  const outside = report.replace(/^(`{3,})\n.*?\n\1$/gms, "");
  assert.doesNotMatch(outside, /<|@all|\[a\]|# out|\u202e|\0/);
  for (const row of outside.split("\n").filter((line) => line.startsWith("|"))) {
    assert.ok([4, 8].includes(row.split("|").length), row); // two cells of facts, or six of times
  }
});

test("plain words stay as they are", () => {
  assert.equal(inline("five-ticks, 8345: é中😀"), "five-ticks, 8345: é中😀");
});
