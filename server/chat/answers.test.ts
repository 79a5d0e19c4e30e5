import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { EVENT_OVERHEAD, KEEP_ANSWER, MAX_ANSWER_BYTES, MAX_ANSWERS } from "../limits.ts";
import { Answer } from "./answer.ts";
import { Answers } from "./answers.ts";

const begun = () => new Answer({ hasIds: true, unreadGrace: 1000 });

function over(): Answer {
  const answer = begun();
  answer.end({ data: "[DONE]" });
  return answer;
}

test("the oldest answer that is over is forgotten, and none that is being made", () => {
  const answers = new Answers();
  const [running, oldest, second] = [begun(), over(), over()];
  for (const answer of [running, oldest, second]) answers.add(answer);
  for (let kept = 3; kept <= MAX_ANSWERS; kept++) answers.add(over());
  assert.equal(answers.find(oldest.id), undefined);
  for (const answer of [running, second]) assert.equal(answers.find(answer.id), answer);
});

test("an answer that is over for too long is forgotten", (t: TestContext) => {
  const answers = new Answers();
  const answer = over();
  answers.add(answer);
  const since = answer.overAt ?? 0;
  const clock = t.mock.method(performance, "now", () => since + KEEP_ANSWER - 1);
  assert.equal(answers.find(answer.id), answer);
  clock.mock.mockImplementation(() => since + KEEP_ANSWER + 1);
  assert.equal(answers.find(answer.id), undefined);
});

test("no more answers are made at a time than may be", async () => {
  const answers = new Answers();
  const running = Array.from({ length: MAX_ANSWERS }, begun);
  for (const answer of running) {
    answers.checkRoom();
    answers.add(answer);
  }
  assert.throws(() => answers.checkRoom(), { statusCode: 429 });
  running[0]?.end({ data: "[DONE]" });
  await running[0]?.over;
  answers.checkRoom();
});

test("an answer that outgrows its bound is a failure", () => {
  const answer = begun();
  const data = { text: "x".repeat(1000 - EVENT_OVERHEAD) };
  const fill = () => {
    for (let added = 0; added <= MAX_ANSWER_BYTES / 1000; added++) answer.add("token", data);
  };
  assert.throws(fill, { kind: "upstream", message: /outgrew 4194304 bytes/ });
  assert.ok(answer.bytes < MAX_ANSWER_BYTES + 2000);
});

test("the first reason to stop counts, and none once it is over", () => {
  const answer = begun();
  answer.stop("asked");
  answer.stop("unread");
  assert.equal(answer.stopped, "asked");
  assert.equal(answer.signal.aborted, true);
  const complete = over();
  complete.stop("asked");
  assert.equal(complete.signal.aborted, false);
});
