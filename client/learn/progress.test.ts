import assert from "node:assert/strict";
import { test } from "node:test";
import { readProgress, writeProgress } from "./progress.ts";

const cases: [name: string, kept: string | undefined, read: string][] = [
  ["nothing was kept", undefined, ""],
  ["steps of two lessons", "data=1.2&held=4", "data=1.2&held=4"],
  ["what is no step is left out", "data=1.x.0.123.-1", "data=1"],
  ["what is no lesson is left out", "%3Cb%3E=1&data=2", "data=2"],
  [
    "no more steps than a lesson has",
    `data=${Array.from({ length: 99 }, (_, i) => i + 1).join(".")}`,
    "data=1.2.3.4.5.6.7.8.9.10.11.12",
  ],
];
for (const [name, kept, read] of cases) {
  test(name, () => assert.equal(writeProgress(readProgress(kept)), read));
}

test("no more lessons than there may be", () => {
  const names = Array.from(
    { length: 50 },
    (_, index) => `l-${"x".repeat(index % 30)}${"y".repeat(Math.floor(index / 30))}=1`,
  );
  assert.equal(readProgress(names.join("&")).size, 40);
});
