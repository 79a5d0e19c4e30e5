import assert from "node:assert/strict";
import { test } from "node:test";
import { doneAt, isStalled } from "./pressed.ts";
import type { PlayFault, ServerRecord } from "./records.ts";
import { runOf, staged } from "./staged.ts";
import { running, second, ticks } from "./staged-ticks.ts";

const stall: PlayFault = { kind: "stall", ms: null };
const release: PlayFault = { kind: "release" };

function told(fault: PlayFault, at: number, attempt = 1): ServerRecord {
  return { side: "server", kind: "fault", boot: "boot", lane: "eventsource", attempt, at, fault };
}

test("a press is done when the server says so, and not by an earlier one of its kind", () => {
  const run = runOf([...staged(running), told(stall, 100), told(release, 200)]);
  assert.equal(doneAt(stall, run, "eventsource", 98), 100);
  assert.equal(doneAt(release, run, "eventsource", 98), 200);
  assert.equal(doneAt(stall, run, "eventsource", 300), null);
  assert.equal(doneAt(stall, run, "fetch", 98), null);
});

const cases: [name: string, records: ServerRecord[], is: boolean][] = [
  ["never stalled", [], false],
  ["stalled", [told(stall, 100)], true],
  ["released", [told(stall, 100), told(release, 200)], false],
  ["stalled again", [told(stall, 100), told(release, 200), told(stall, 300)], true],
];
for (const [name, records, is] of cases) {
  test(`a stream that is ${name}`, () => {
    assert.equal(isStalled(runOf([...staged(running), ...records]).lane("eventsource")), is);
  });
}

test("a stall ends with its connection", () => {
  const run = runOf([...staged(ticks), told(stall, 500), ...staged(second)]);
  assert.equal(isStalled(run.lane("eventsource")), false);
});
