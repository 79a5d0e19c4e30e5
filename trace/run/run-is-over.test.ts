import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, staged, waits } from "../testing/staged.ts";
import { again, byFetch, running, second, secondAsked, ticks } from "../testing/staged-ticks.ts";
import type { TraceRecord } from "./records.ts";
import { runIsOver } from "./run.ts";

const stop: TraceRecord = { side: "page", kind: "stop", at: 700 };

const endings: [name: string, records: TraceRecord[], over: boolean][] = [
  ["nothing was asked", [], false],
  ["a lane is open", staged(running, byFetch), false],
  ["a lane waits to reconnect", staged(ticks, byFetch), false],
  ["the further attempt is only asked", staged(ticks, secondAsked, byFetch), false],
  ["the further attempt ended for good", staged(ticks, second, byFetch), true],
  ["the further attempt opened", staged(ticks, { ...secondAsked, opens: 3620 }, byFetch), true],
  [
    "the further attempt was refused, and there will be more",
    staged(ticks, { lane: "eventsource", sees: { ...again, at: 3620 } }),
    true,
  ],
  ["the other lane still reads", staged(ticks, second, { ...byFetch, sees: undefined }), false],
  ["a lane waits to come back", staged(ticks, second, byFetch, waits("fetch", 604, 1000)), false],
  [
    "the one that came back opened",
    staged(ticks, second, byFetch, waits("fetch", 604, 1000), { ask: 1604, opens: 1610 }),
    true,
  ],
  ["stopped", staged(running, stop), true],
  [
    "each lane closed by itself",
    staged({ ...running, sees: { kind: "close", at: 9 } }, byFetch),
    true,
  ],
];

for (const [name, records, over] of endings) {
  test(`${over ? "over" : "not over"}: ${name}`, () =>
    assert.equal(runIsOver(runOf(records)), over));
}
