import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { burst, every, HALF_SECONDS, later, live } from "../testing/staged-ticks.ts";
import { verdict } from "./verdict.ts";

const rows: [name: string, attempt: Staged][] = [
  ["live", live],
  ["held to the end", burst],
  ["each with the next one", { ...live, arrives: [507, 1007, 1507, 2007, 2507] }],
  ["two by two", { ...live, arrives: [507, 507, 1507, 1507, 2507] }],
  ["live at first, then held", { ...live, arrives: [8, 508, 2507, 2507, 2507] }],
  ["dense", { ...live, writes: every(20, 60), arrives: later(3, every(20, 60)), ends: 1300 }],
  ["with heartbeats between", { ...live, comments: later(200, HALF_SECONDS) }],
];
for (const [name, attempt] of rows) {
  test(`a stream that is ${name} reads the same record by record and at once`, () => {
    const records = staged(attempt).toSorted((a, b) => a.at - b.at);
    const growing = runOf([]);
    records.forEach((record, index) => {
      growing.add(record);
      const whole = runOf(records.slice(0, index + 1));
      assert.deepEqual(verdict(growing), verdict(whole), `after record ${index + 1}`);
    });
  });
}
