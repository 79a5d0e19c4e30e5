import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, read, textOf } from "../chat/chat-client.ts";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import { startServer } from "../test-server.ts";

const json = (body: object) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

test("the page learns which model answers, and how it may be asked", async (t) => {
  const server = await startServer(t);
  const response = await fetch(server.url("/api/chat/about"));
  assert.deepEqual(await response.json(), {
    model: "demo (no key set)",
    isDemo: true,
    roles: [
      { name: "plain", title: "Plain answers" },
      { name: "poet", title: "A poet" },
      { name: "teacher", title: "A patient teacher" },
      { name: "translator", title: "中文 (Chinese)" },
    ],
    limits: { message: MAX_MESSAGE, query: MAX_CHAT_QUERY },
  });
});

test("three ways in lead to the same answer", async (t) => {
  const server = await startServer(t);
  const asked = { message: "What is a chunk? 中", role: "translator" };
  const prompt = `prompt=${encodeURIComponent(asked.message)}&role=${asked.role}`;
  const byPrompt = await read(await fetch(server.url(`/api/chat?${prompt}`)));
  const byBody = await read(await fetch(server.url("/api/chat"), json(asked)));
  const left = await fetch(server.url("/api/chats"), json(asked));
  assert.equal(left.status, 201);
  const location = left.headers.get("location") ?? "";
  const id = location.split("/").at(-1);
  assert.deepEqual(await left.json(), { id, url: location });
  const byId = await read(await fetch(server.url(location)));

  const text = textOf(byPrompt.events);
  assert.match(text, /^你问的是“What is a chunk\? 中”。/);
  assert.equal(textOf(byBody.events), text);
  assert.equal(textOf(byId.events), text);
});

test("start, tokens, usage and [DONE] come in that order, each with an id", async (t) => {
  const server = await startServer(t);
  const { headers, events } = await read(await fetch(server.url("/api/chat?prompt=Hello")));
  assert.equal(headers.get("content-type"), "text/event-stream");
  const types = events.map(({ type }) => type).join(" ");
  assert.match(types, /^start( token)+ usage message$/);
  const [answer] = events[0]?.lastEventId.split(":") ?? [];
  const model = "demo (no key set)";
  const start = { answer, model, isDemo: true, role: "plain", relay: "right" };
  assert.deepEqual(dataOf(events, "start"), [start]);
  const ids = events.map(({ lastEventId }) => lastEventId);
  const numbers = events.slice(0, -1).map((_event, at) => `${answer}:${at + 1}`);
  assert.deepEqual(ids, [...numbers, `${answer}:end`]);
  assert.equal(events.at(-1)?.data, "[DONE]");
});
