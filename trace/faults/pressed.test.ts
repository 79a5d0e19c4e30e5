import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerFault, PlayFault, ServerRecord, TraceRecord } from "../run/records.ts";
import { runOf, staged } from "../testing/staged.ts";
import { running, second, ticks } from "../testing/staged-ticks.ts";
import { answerWaits, doneAt, isStalled } from "./pressed.ts";

const stall: PlayFault = { kind: "stall", ms: null };
const release: PlayFault = { kind: "release" };

function told(fault: PlayFault | AnswerFault, at: number, attempt = 1): ServerRecord {
  return { side: "server", kind: "fault", boot: "boot", lane: "eventsource", attempt, at, fault };
}

test("a press is done when the server says so, and not by an earlier one of its kind", () => {
  const run = runOf(staged(running, told(stall, 100), told(release, 200)));
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
    assert.equal(isStalled(runOf(staged(running, ...records)).lane("eventsource")), is);
  });
}

test("a stall ends with its connection", () => {
  const run = runOf(staged(ticks, told(stall, 500), second));
  assert.equal(isStalled(run.lane("eventsource")), false);
});

test("a next answer waits until a connection has met it", () => {
  const wrong: AnswerFault = { kind: "next-status", status: 204 };
  const pressed = staged(ticks, told(wrong, 400));
  const met = staged({ ...second, reason: { why: "fault", fault: wrong } });
  const cases: [records: TraceRecord[], waits: boolean][] = [
    [staged(running), false],
    [staged(running, told(stall, 100)), false],
    [pressed, true],
    [staged(...pressed, second), true],
    [[...pressed, ...met], false],
    [[...pressed, told(wrong, 410), ...met], true],
    [staged(...pressed, { ...second, boot: "another", attempt: 1 }), false],
  ];
  for (const [records, waits] of cases) {
    assert.equal(answerWaits(runOf(records).lane("eventsource")), waits);
  }
});
