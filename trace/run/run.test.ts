import assert from "node:assert/strict";
import { test } from "node:test";
import { gets, runOf, setup, staged, waits } from "../testing/staged.ts";
import {
  again,
  byFetch,
  gaveUp,
  running,
  second,
  secondAsked,
  ticks,
} from "../testing/staged-ticks.ts";
import type { TraceRecord } from "./records.ts";
import { createRun, RECORD_LIMIT, runIsOver } from "./run.ts";

test("what goes beyond the limit is counted, and how it ends is kept", () => {
  const run = createRun(setup);
  const [ask, ...rest] = staged({ ...running, request: undefined, arrives: [] });
  const sees = staged({ lane: "eventsource", sees: { ...gaveUp, at: 9 } });
  const tick = gets("eventsource", 8);
  for (const record of [ask, ...rest]) if (record) run.add(record);
  for (let count = 0; count < RECORD_LIMIT; count++) run.add(tick);
  for (const record of sees) run.add(record);
  assert.equal(run.forgotten, 1 + rest.length);
  assert.equal(run.lane("eventsource").isConnected, false);
});

const stop: TraceRecord = { side: "page", kind: "stop", at: 700 };
const comesBack = waits("fetch", 604, 1000);

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
  ["a lane waits to come back", staged(ticks, second, byFetch, comesBack), false],
  [
    "the one that came back opened",
    staged(ticks, second, byFetch, comesBack, { ask: 1604, opens: 1610 }),
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
