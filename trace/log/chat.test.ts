/** Says what the log says of a run that asks a chat model. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rowCells } from "../en/row-text.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import { asks, gets, runOf } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";

function says(...records: readonly TraceRecord[]): string {
  const log = logOf(runOf(records));
  const row = log.rows.at(-1);
  return row === undefined ? "" : (rowCells(row, log.run).at(-1) ?? "");
}

const ask = (lane: LaneName, url: string, method = "GET") => asks(lane, { url, method });
const event = (lane: LaneName, type: string, data: string) => gets(lane, 9, { type, data });

const requests: [name: string, asked: TraceRecord, says: RegExp][] = [
  ["a prompt in a URL", ask("eventsource", "/api/chat?prompt=x"), /every proxy/],
  ["a prompt in a body", ask("fetch", "/api/chat", "POST"), /^fetch can POST: .*no log/],
  ["the first of two steps", ask("eventsource", "/api/chats", "POST"), /to be left/],
  ["the second", ask("eventsource", "/api/chats/a?lane=x"), /was left/],
  ["a script", ask("eventsource", "/api/sse/chat"), /^EventSource can only GET\.$/],
];
for (const [name, asked, expected] of requests) {
  test(`${name} is told in the request's row`, () => assert.match(says(asked), expected));
}

const asked = ask("eventsource", "/api/chat?prompt=x");
const done = event("eventsource", "message", "[DONE]");

test("[DONE] is explained where it arrives, alone and with what came in the same instant", () => {
  const alone = /“message”\. `\[DONE\]` is the chat service’s word .* `close\(\)`/;
  assert.match(says(asked, done), alone);
  assert.match(says(asked, event("eventsource", "usage", "{}"), done), /^Both in .*`\[DONE\]`/);
  const fetched = says(ask("fetch", "/api/chat", "POST"), event("fetch", "message", "[DONE]"));
  assert.match(fetched, /service/);
  assert.doesNotMatch(fetched, /close/);
});

test("an event that only looks like it is not", () => {
  assert.doesNotMatch(says(asked, event("eventsource", "tick", "[DONE]")), /service/);
});
