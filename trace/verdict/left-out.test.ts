/** A block whose `id` holds a NUL: Firefox does not dispatch it, and nothing was lost on the way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictSentences } from "../en/verdict.ts";
import type { TraceRecord } from "../run/records.ts";
import { runOf } from "../testing/staged.ts";
import { logOf, told } from "../testing/staged-log.ts";
import { runOfScript } from "../testing/staged-script.ts";
import { pileAt } from "./pile.ts";
import { verdict } from "./verdict.ts";

const NUL = "@bytes 69 64 3A 20 31 00 32 0A\ndata: nul\n\n";
const ONCE = "@attempt 2+\n@status 204\n";

/** What Firefox shows of it. */
function inFirefox(script: string): TraceRecord[] {
  return runOfScript(script).filter(
    (one) => one.kind !== "dispatch" || one.lane === "fetch" || one.data !== "nul",
  );
}

const between = `data: a\n\n@wait 500ms\n${NUL}@wait 500ms\ndata: b\n\n@wait 500ms\ndata: c\n\n${ONCE}`;
const last = `data: a\n\n@wait 500ms\ndata: b\n\n@wait 500ms\n${NUL}@wait 3s\n${ONCE}`;
const atOnce = `data: a\n\n${NUL}data: b\n\n${ONCE}`;
const long = `${"data: a\n\n".repeat(13)}${NUL}${ONCE}`;

const rows: [name: string, script: string, headline: string, sentence: RegExp][] = [
  ["between others", between, "Three events", /^One block was left out: Firefox dispatches none/],
  ["the last one", last, "Two events", /^One block was left out/],
  ["all at once", atOnce, "Two events", /^One block was left out/],
  ["in a long stream", long, "Can’t tell", /^The 13 events that arrived were written within/],
];
for (const [name, script, headline, sentence] of rows) {
  test(`in Firefox, ${name}`, () => {
    const run = runOf(inFirefox(script), { browser: "Firefox 153" });
    const finding = verdict(run).lanes.eventsource?.findings[0];
    assert.ok(finding);
    assert.equal(verdictSentences.headline(finding), headline);
    assert.match(verdictSentences.measured(finding).replaceAll("\u00a0", " "), sentence);
  });
}

test("Chromium ignores the line, and dispatches the block", () => {
  const { headline } = verdict(runOf(runOfScript(between)));
  assert.equal(verdictSentences.measured(headline), "An `id` with a NUL in it was ignored.");
});

test("what Firefox leaves out does not lie on the way, and its row says so", () => {
  const records = inFirefox(last).filter((one) => "lane" in one && one.lane === "eventsource");
  const run = runOf(records, { browser: "Firefox 153" });
  assert.equal(pileAt(run, 3000), null);
  const rows = told(logOf(run)).filter((row) => row.includes("NUL"));
  assert.match(rows.join(), /Firefox does not dispatch it: the `id` of the block holds a NUL/);
});
