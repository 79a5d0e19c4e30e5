import assert from "node:assert/strict";
import { test } from "node:test";
import { idRanges } from "./id-ranges.ts";

const cases: [ids: string, told: string][] = [
  ["", ""],
  ["7", "7"],
  ["3 4", "3, 4"],
  ["3 4 5 6 7 9 b", "3–7, 9, b"],
  ["9 10 11", "9–11"],
  ["1 01 2", "1, 01, 2"], // an id is text: 01 is another one
  ["-1 0 1", "-1, 0, 1"],
  ["1 3 5 7 9 11 13 14 16", "1, 3, 5, 7, 9, 11 … and 3 more"],
];
for (const [ids, told] of cases) {
  test(`"${ids}" reads "${told}"`, () =>
    assert.equal(idRanges(ids.split(" ").filter(Boolean)), told));
}
