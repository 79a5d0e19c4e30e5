import assert from "node:assert/strict";
import { test } from "node:test";
import { createScale, ticks } from "./scale.ts";

const axes: [name: string, from: number, until: number, figures: string[]][] = [
  ["a whole run, in seconds", 0, 2600, ["0", "0.5", "1", "1.5", "2", "2.5 s"]],
  ["zoomed in, from the first round time", 930, 2130, ["1", "1.2", "1.4", "1.6", "1.8", "2 s"]],
  [
    "closer, in milliseconds",
    1990,
    2110,
    ["2 000", "2 020", "2 040", "2 060", "2 080", "2 100 ms"],
  ],
  [
    "half an hour, in round figures",
    0,
    2_040_721,
    ["0", "300", "600", "900", "1200", "1500", "1800 s"],
  ],
  ["as close as it goes", 1001, 1011, ["1 002", "1 004", "1 006", "1 008", "1 010 ms"]],
];
for (const [name, from, until, figures] of axes) {
  test(`the axis' figures: ${name}`, () => {
    const told = ticks(createScale({ from, until }, 100, 700));
    assert.deepEqual(
      told.map(({ words }) => words.replaceAll("\u00a0", " ")),
      figures,
    );
  });
}

test("a place is the place of its time", () => {
  const scale = createScale({ from: 500, until: 1500 }, 100, 300);
  assert.equal(scale.x(750), 150);
  assert.equal(scale.at(scale.x(750)), 750);
});
