import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { asks, gets, runOf } from "../testing/staged.ts";
import { Answer } from "./answer.ts";

const lane = { side: "browser", lane: "eventsource" } as const;
const ask = asks("eventsource", { at: 100, url: "/api/chat" });
const event = (at: number, type: string, data: string) => gets("eventsource", at, { type, data });
const token = (at: number, text: string) => event(at, "token", JSON.stringify({ text }));

const start = event(110, "start", '{"answer":"a","model":"m","isDemo":true,"role":"tutor"}');
const usage = event(350, "usage", '{"promptTokens":3,"completionTokens":4,"finishReason":"stop"}');
const done = event(350, "message", "[DONE]");

function read(...records: TraceRecord[]): Answer {
  return new Answer(runOf(records).lane("eventsource")).read();
}

test("an answer is its tokens in their order, and what frames them", () => {
  const answer = read(ask, start, token(200, "one\n"), token(250, " 中"), usage, done);
  const [first, second] = answer.tokens;
  assert.deepEqual(first, { text: "one\n", attempt: 1, index: 1, at: 200 });
  assert.deepEqual(second, { text: " 中", attempt: 1, index: 2, at: 250 });
  assert.equal(answer.tokens.length, 2);
  const { name, model, isDemo, usage: used, doneAt } = answer;
  assert.deepEqual([name, model, isDemo, doneAt], ["a", "m", true, 350]);
  assert.deepEqual(used, { promptTokens: 3, completionTokens: 4, finishReason: "stop" });
});

test("tools that the model asks for are no tokens", () => {
  const call = event(300, "tool-call", '{"name":"weather","arguments":"{}"}');
  const { tokens, toolCalls } = read(ask, start, call, usage, done);
  assert.equal(tokens.length, 0);
  assert.deepEqual(toolCalls, [{ name: "weather", arguments: "{}" }]);
});

test("its pace: the first token since the request, then tokens a second", () => {
  const answer = read(ask, start, ...[200, 220, 240, 260].map((at) => token(at, "x")));
  assert.equal(answer.firstTokenAfter, 100);
  assert.equal(answer.tokensPerSecond, 50);
});

test("tokens of one instant have no pace, and an answer without tokens has none", () => {
  assert.equal(read(ask, token(200, "x"), token(201, "y")).tokensPerSecond, null);
  const { firstTokenAfter, tokensPerSecond } = read(ask, start);
  assert.deepEqual([firstTokenAfter, tokensPerSecond], [null, null]);
});

test("it goes on where it was read to, over a reconnect too", () => {
  const run = runOf([ask, start, token(200, "a")]);
  const answer = new Answer(run.lane("eventsource"));
  const text = () => answer.read().tokens.map(({ attempt, text }) => `${attempt}${text}`);
  assert.deepEqual(text(), ["1a"]);
  run.add(token(300, "b"));
  run.add({ ...lane, kind: "error", at: 320, readyState: 0 });
  assert.deepEqual(text(), ["1a", "1b"]);
  run.add({ ...lane, kind: "open", at: 3000 });
  run.add(token(3010, "c"));
  assert.deepEqual(text(), ["1a", "1b", "2c"]);
  assert.equal(answer.tokensPerSecond, 10, "the time between two attempts is not the model's");
});

test("a failure is told; data that is no JSON is a token without text", () => {
  const failure = event(300, "failure", '{"kind":"rate-limited","status":429,"detail":"wait"}');
  const answer = read(ask, event(200, "token", "{"), failure);
  assert.equal(answer.tokens.length, 1);
  assert.equal(answer.tokens[0]?.text, "");
  assert.deepEqual(answer.failure, { kind: "rate-limited", status: 429, detail: "wait" });
  assert.equal(read(ask, event(9, "failure", "[]")).failure?.status, null);
});

test("[DONE] ends an answer only as a message", () => {
  assert.equal(read(ask, event(200, "tick", "[DONE]")).doneAt, null);
});
