import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTable } from "./browser-table.ts";

test("a row each: what was measured, what was recorded, where the standard says it", () => {
  const table = browserTable(
    "Firefox 153",
    new Map([
      ["default-time", { does: "asks-after", ms: 5006 }],
      ["retry-0", { does: "asks-after", ms: 8 }],
      ["data-nul", { does: "shows", text: "a\0b|" }],
    ]),
  );
  const rows = table.split("\n");
  const row = (start: string) => rows.find((line) => line.startsWith(`| ${start}`));
  assert.equal(rows[0], "### EventSource in Firefox 153, measured");
  assert.match(
    row("Reconnection time, where") ?? "",
    /\| 5.006.ms \| 3.000.ms \| 5.000.ms \| \[The/,
  );
  assert.match(row("Reconnection time after `retry: 0`") ?? "", /\| 8.ms \(not as recorded\) \|/);
  assert.match(row("A NUL in `data`") ?? "", /“`a␀b`&#124;” \(not as recorded\) \| “a␀b” \| “ab”/);
  assert.match(row("Status `204`") ?? "", /\| not measured \| gives up for good \|/);
});
