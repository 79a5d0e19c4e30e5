import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded } from "../../dev/testing/recorded.ts";
import type { Run } from "../../trace/run/run.ts";
import type { Span } from "./scale.ts";
import { panned, Viewport, zoomed } from "./viewport.ts";

const WHOLE = 4000; // ms

const zooms: [name: string, from: Span, factor: number, at: number, to: Span][] = [
  ["the time pointed at keeps its place", span(0, 4000), 0.5, 1000, span(500, 2500)],
  ["at the beginning nothing before it is shown", span(0, 1000), 2, 900, span(0, 2000)],
  ["at the end nothing after it is shown", span(3000, 4000), 2, 3100, span(2000, 4000)],
  ["no more than the whole run", span(1000, 3000), 8, 2000, span(0, 4000)],
  ["no less than the clocks tell apart", span(1000, 1020), 0.01, 1010, span(1005, 1015)],
];
for (const [name, from, factor, at, to] of zooms) {
  test(`zooming: ${name}`, () => assert.deepEqual(zoomed(from, factor, at, WHOLE), to));
}

const pans: [name: string, by: number, to: Span][] = [
  ["later", 500, span(1500, 2500)],
  ["not past the end", 9000, span(3000, 4000)],
  ["not before the beginning", -9000, span(0, 1000)],
];
for (const [name, by, to] of pans) {
  test(`panning: ${name}`, () => assert.deepEqual(panned(span(1000, 2000), by, WHOLE), to));
}

test("a run shorter than the shortest span is shown whole", () => {
  assert.deepEqual(zoomed(span(0, 4), 0.5, 2, 4), span(0, 4));
});

test("what was asked for behind the end of a run stays to be seen, until another run is shown", () => {
  const viewport = new Viewport(() => {});
  const until = (run: Run, asked?: number) => viewport.scaleFor(run, WHOLE, 0, 100, asked).until;
  const run = recorded("live-direct");
  assert.deepEqual([until(run), until(run, 9000), until(run)], [WHOLE, 9000, 9000]);
  assert.equal(until(recorded("live-direct")), WHOLE);
});

function span(from: number, until: number): Span {
  return { from, until };
}
