import assert from "node:assert/strict";
import { test } from "node:test";
import { ports } from "../http/ports.ts";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import { dataOf, read, textOf } from "../testing/read-chat.ts";
import { post, startServer } from "../testing/test-server.ts";

test("the page learns which model answers, and how it may be asked", async (t) => {
  const server = await startServer(t);
  const response = await fetch(server.url("/api/chat/about"));
  assert.deepEqual(await response.json(), {
    model: "demo (no key set)",
    isDemo: true,
    who: "anyone",
    pass: null,
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
  const byBody = await read(await fetch(server.url("/api/chat"), post(asked)));
  const left = await fetch(server.url("/api/chats"), post(asked));
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

const refused: [path: string, init: RequestInit, status: number, code: string][] = [
  ["/api/chat", {}, 400, "option-missing"],
  ["/api/chat?prompt=", {}, 400, "message-empty"],
  ["/api/chat?prompt=%20%0A", {}, 400, "message-empty"],
  ["/api/chat?prompt=x&role=poett", {}, 400, "no-role"],
  ["/api/chat?prompt=x&relay=left", {}, 400, "option-value"],
  ["/api/chat?message=x", {}, 400, "unknown-option"],
  [`/api/chat?prompt=${"x".repeat(MAX_CHAT_QUERY)}`, {}, 414, "query-too-long"],
  ["/api/chat", post({ role: "poet" }), 400, "option-missing"],
  ["/api/chat", post({ message: "" }), 400, "message-empty"],
  ["/api/chat", post({ message: "x".repeat(MAX_MESSAGE + 1) }), 413, "message-too-long"],
  ["/api/chat", post({ message: "x".repeat(1_000_000) }), 413, "body-too-large"],
  ["/api/chats", post({ message: "x", role: "plane" }), 400, "no-role"],
  ["/api/chats", post({ message: "x", trace: "t" }), 400, "unknown-option"],
  ["/api/chats/0123", {}, 404, "no-chat"],
  ["/api/chat/answers/0123", { method: "DELETE" }, 404, "no-answer"],
];
test("what cannot be asked is refused, with a reason", async (t) => {
  const server = await startServer(t);
  for (const [path, init, status, code] of refused) {
    const response = await fetch(server.url(path), init);
    const said = await response.text();
    assert.equal(response.status, status, `${path.slice(0, 60)}: ${said}`);
    assert.match(said, new RegExp(`"code":"${code}","detail":".*; `), path.slice(0, 60));
  }
});

test("a page of another port may send a key, and stop the model", async (t) => {
  const server = await startServer(t);
  const asks: [method: string, path: string][] = [
    ["GET", "/api/chat?prompt=x&trace=t&lane=l"],
    ["DELETE", "/api/chat/answers/0123"],
  ];
  for (const [method, path] of asks) {
    const { headers } = await fetch(server.url(path), {
      method: "OPTIONS",
      headers: {
        Origin: `http://localhost:${ports.page}`,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization",
      },
    });
    assert.match(headers.get("access-control-allow-methods") ?? "", new RegExp(method));
    assert.match(headers.get("access-control-allow-headers") ?? "", /Authorization/);
  }
});

test("a key that a client sends reaches the server; the tap shows that it came, and not what it is", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
  server.ask("GET /api/chat?prompt=x&trace=t&lane=l HTTP/1.1", "Authorization: Bearer hunter2");
  await tap.until('"(redacted)"');
  assert.match(tap.received, /\["Authorization","\(redacted\)"\]/);
  assert.doesNotMatch(tap.received, /hunter2/);
});
