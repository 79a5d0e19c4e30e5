import assert from "node:assert/strict";
import { test } from "node:test";
import type { Setup } from "../run/records.ts";
import { runOf, staged } from "../testing/staged.ts";
import { burst, compressed, live, liveFetch } from "../testing/staged-ticks.ts";
import { comparison, type Difference } from "./comparison.ts";

const direct: Partial<Setup> = { path: { proxy: false, port: 3333 } };
const uncompressed: Partial<Setup> = { path: { proxy: true, port: 8345, compress: false } };
const withHeader: Partial<Setup> = { noTransform: true };
const otherScript: Partial<Setup> = { script: { name: "mine", text: "data: other" } };

// A burst through `compress: true`, unless the row says otherwise, beside a run that was live.
const rows: [
  name: string,
  live: Partial<Setup>,
  expected: Difference | null,
  held?: typeof compressed,
][] = [
  ["directly", direct, "direct"],
  ["through the other dev server", uncompressed, "compress-false"],
  ["with the header", { ...compressed, ...withHeader }, "no-transform"],
  ["on the same path: chance", compressed, null],
  ["two things were otherwise", { ...uncompressed, ...withHeader }, null],
  ["another script", { ...direct, ...otherScript }, null],
  ["directly, where nothing compresses", direct, "direct", uncompressed],
  ["through a compressor, where nothing compresses", compressed, null, uncompressed],
  ["through a proxy, where there is none", uncompressed, null, direct],
];

for (const [name, setup, expected, held = compressed] of rows) {
  test(`live ${name}: ${expected ?? "tells nothing"}`, () => {
    const other = runOf(staged(live), setup);
    assert.equal(comparison(runOf(staged(burst), held), [other]), expected);
  });
}

test("a run that is live itself is compared with nothing", () => {
  assert.equal(comparison(runOf(staged(live), compressed), [runOf(staged(live), direct)]), null);
});

test("only the same lane tells", () => {
  const fetchAlone = runOf(staged(liveFetch), direct);
  assert.equal(comparison(runOf(staged(burst), compressed), [fetchAlone]), null);
});
