/** However many attempts there are, the timeline draws no more of them than can be told apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged } from "../../trace/testing/staged.ts";
import { ticks } from "../../trace/testing/staged-ticks.ts";
import { rails } from "./rails.ts";
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
  assert.equal(ends.length, 1); // beside the crowd of marks there is one place for them
});
