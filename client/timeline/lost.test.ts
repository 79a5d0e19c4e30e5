import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded } from "../../dev/testing/recorded.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { lostMarks, lostOf } from "./lost.ts";
import { targetAt } from "./pointing.ts";
import { extent, rails } from "./rails.ts";
import { createScale } from "./scale.ts";

const rows: [file: string, lane: LaneName, numbers: number[]][] = [
  ["live-direct", "eventsource", []],
  ["burst-br", "fetch", []],
  ["second-of-four-dropped", "fetch", [2]],
  ["cut-behind-a-compressor", "eventsource", [1, 2, 3]],
];
for (const [file, name, numbers] of rows) {
  test(`${file}, ${name}: ${numbers.length} lost`, () => {
    const run = recorded(file);
    const lane = run.lane(name);
    assert.deepEqual(
      lostOf(run, lane).map(({ number }) => number),
      numbers,
    );
    const scale = createScale({ from: 0, until: extent(run, lane) }, 0, 1000);
    const marks = lostMarks(run, lane, scale);
    assert.equal(
      marks.reduce((all, { count }) => all + count, 0),
      numbers.length,
    );
    const [one] = marks;
    if (one === undefined || one.count > 1) return;
    const { words } = targetAt(lane, "wrote", rails(run, lane, scale), scale, one.x);
    assert.match(words, new RegExp(`^event ${one.first.number}\\n.*\\nlost: it never arrived$`));
  });
}
