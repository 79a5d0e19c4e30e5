import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, type Staged, staged } from "../../trace/testing/staged.ts";
import { live, running, second, secondAsked, ticks } from "../../trace/testing/staged-ticks.ts";
import { type Gaps, gaps } from "./gaps.ts";

const FOREVER = Number.POSITIVE_INFINITY;

const cases: [name: string, attempts: Staged[], gaps: Gaps][] = [
  ["one that goes on has none", [running], { wrote: [], got: [] }],
  [
    "to the next answer, as each side saw it",
    [ticks, second],
    { wrote: [{ from: 600, until: 3610 }], got: [{ from: 603, until: 3615 }] },
  ],
  [
    "to the request while nothing has come of it",
    [ticks, secondAsked],
    { wrote: [{ from: 600, until: 3610 }], got: [{ from: 603, until: 3610 }] },
  ],
  [
    "without end while the client waits",
    [live],
    { wrote: [{ from: 2505, until: FOREVER }], got: [{ from: 2508, until: FOREVER }] },
  ],
];
for (const [name, attempts, expected] of cases) {
  test(`reconnect gaps: ${name}`, () => {
    const run = runOf(attempts.flatMap((attempt) => staged(attempt)));
    assert.deepEqual(gaps(run.lane("eventsource")), expected);
  });
}
