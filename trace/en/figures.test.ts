import assert from "node:assert/strict";
import { test } from "node:test";
import { allOf, bytes, capitalised, counted, duration, milliseconds } from "./figures.ts";

const rows: [figure: string, reads: string][] = [
  [milliseconds(507.4), "507 ms"],
  [milliseconds(2509), "2 509 ms"],
  [milliseconds(1234567), "1 234 567 ms"],
  [milliseconds(-3.2), "-3 ms"],
  [milliseconds(-0.4), "0 ms"],
  [milliseconds(86_400_000), "86 400 000 ms"],
  [milliseconds(172_800_000), "two days"],
  [milliseconds(1e12), "32 years"],
  [milliseconds(1e23), "thousands of years"],
  [duration(80), "80 ms"],
  [duration(999.6), "1.0 s"],
  [duration(2004), "2.0 s"],
  [duration(99_960), "100 s"],
  [duration(3_600_000), "3 600 s"],
  [duration(172_800_000), "two days"],
  [duration(1e23), "thousands of years"],
  [duration(Number.POSITIVE_INFINITY), "never"],
  [bytes(298), "298 B"],
  [bytes(4096), "4.1 kB"],
  [bytes(999_960), "1.0 MB"],
  [counted(0, "event"), "no events"],
  [counted(1, "event"), "one event"],
  [counted(5, "event"), "five events"],
  [counted(12, "event"), "twelve events"],
  [counted(10_000, "event"), "10 000 events"],
  [counted(2, "child", "children"), "two children"],
  [capitalised("five events"), "Five events"],
];

for (const [figure, reads] of rows) {
  test(reads, () => assert.equal(figure.replaceAll("\u00a0", " "), reads));
}

test("a figure and its unit stay on one line", () => {
  assert.equal(milliseconds(2509), "2\u00a0509\u00a0ms");
});

test("two of something are both, more are all", () => {
  assert.equal(allOf(2, "event"), "Both events");
  assert.equal(allOf(5, "event"), "All five events");
});
