/** Rails: no more attempts than can be told apart, and each end at its own attempt. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded } from "../../dev/testing/recorded.ts";
import { runOf, type Staged, staged } from "../../trace/testing/staged.ts";
import { ticks } from "../../trace/testing/staged-ticks.ts";
import { extent, pillWidth, rails } from "./rails.ts";
import { createScale } from "./scale.ts";

const WIDTH = 300; // px

test("two thousand attempts are drawn as far as there is room", () => {
  const attempts = Array.from({ length: 2000 }, (_, index): Staged => {
    const at = 100 * index;
    return {
      ...ticks,
      attempt: index + 1,
      ask: at,
      request: at + 1,
      opens: at + 2,
      writes: [at + 3],
      arrives: [at + 4],
      ends: at + 5,
      sees: { at: at + 6, kind: "error", readyState: 0 },
    };
  });
  const run = runOf(attempts.flatMap((attempt) => staged(attempt)));
  const lane = run.lane("eventsource");
  assert.equal(lane.attempts.length, 2000);
  const { wrote, got, passages, heads, ends, gaps } = rails(
    run,
    lane,
    createScale({ from: 0, until: 200_000 }, 0, WIDTH),
  );
  const drawn = {
    wrote: wrote.flatMap(({ columns }) => columns).length,
    got: got.flatMap(({ columns }) => columns).length,
    passages: passages.length,
    heads: heads.length,
    ends: ends.length,
    gaps: gaps.got.length,
  };
  for (const [what, count] of Object.entries(drawn)) {
    assert.ok(count <= WIDTH / 3 + 1, `${what}: ${count}`);
  }
});

for (const width of [300, 640, 1100]) {
  test(`each end, or cut, stands between the attempts that it parts, on ${width} px`, () => {
    const run = recorded("cut-ended-and-stalled");
    const lane = run.lane("eventsource");
    const scale = createScale({ from: 0, until: extent(run, lane) }, 0, width);
    const { ends } = rails(run, lane, scale);
    const begins = lane.attempts.map(({ written }) => scale.x(written[0]?.writtenAt ?? 0));
    assert.deepEqual(
      ends.map(({ x, isCut }) => [begins.filter((begin) => begin < x).length, isCut]),
      [
        [1, true],
        [2, false],
      ],
    );
  });
}

test("an end does not lie on a number of two figures", () => {
  const run = recorded("cut-at-an-age");
  const lane = run.lane("eventsource");
  const scale = createScale({ from: 0, until: extent(run, lane) }, 0, 1100);
  const { wrote, ends } = rails(run, lane, scale);
  const last = wrote.findLast(({ x }) => x < (ends[0]?.x ?? 0));
  assert.equal(last?.shape, "single");
  assert.ok((ends[0]?.x ?? 0) > (last?.x ?? 0) - 8 + pillWidth("11"));
});

test("a burst among many is a pill in both lanes, not bars in one of them", () => {
  const run = recorded("frozen-page");
  const scale = createScale({ from: 0, until: extent(run, run.lane("fetch")) }, 0, 1130);
  for (const name of ["eventsource", "fetch"] as const) {
    const shapes = new Set(rails(run, run.lane(name), scale).got.map(({ shape }) => shape));
    assert.deepEqual(shapes, new Set(["single", "instant"]), name);
  }
});

test("a silence is to be seen: the axis goes on as long as the run is known", () => {
  const run = recorded("server-frozen");
  assert.equal(extent(run, run.lane("fetch")), run.latest);
});
