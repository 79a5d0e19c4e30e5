import assert from "node:assert/strict";
import { test } from "node:test";
import { setup, staged } from "../testing/staged.ts";
import { gaveUp, running } from "../testing/staged-ticks.ts";
import { createRun, RECORD_LIMIT } from "./run.ts";

test("what goes beyond the limit is counted, and how it ends is kept", () => {
  const run = createRun(setup);
  const [ask, ...rest] = staged({ ...running, request: undefined, arrives: [] });
  const sees = staged({ lane: "eventsource", sees: { ...gaveUp, at: 9 } });
  const tick = {
    side: "browser",
    lane: "eventsource",
    kind: "dispatch",
    type: "t",
    data: "",
    lastEventId: "",
    at: 8,
  } as const;
  for (const record of [ask, ...rest]) if (record) run.add(record);
  for (let count = 0; count < RECORD_LIMIT; count++) run.add(tick);
  for (const record of sees) run.add(record);
  assert.equal(run.forgotten, 1 + rest.length);
  assert.equal(run.lane("eventsource").isConnected, false);
});
