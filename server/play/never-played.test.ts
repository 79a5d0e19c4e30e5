import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import { post, startServer } from "../testing/test-server.ts";

async function serverAndTap(t: TestContext) {
  const server = await startServer(t, { one: "data: {{attempt}}\n\n" });
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  return { server, tap };
}

test("the tap hears of a preflight, which is no attempt", async (t) => {
  const { server, tap } = await serverAndTap(t);
  const url = server.url("/api/sse?trace=t1&lane=fetch");
  const Origin = "http://127.0.0.1:8345";
  const headers = { Origin, "Access-Control-Request-Method": "POST" };
  await fetch(url, { method: "OPTIONS", headers });
  await tap.until('"OPTIONS"');
  assert.match(tap.chunks.join(""), /"lane":"fetch","attempt":0,/);

  const answer = await fetch(url, post({ name: "one" }, { Origin }));
  assert.equal(await answer.text(), "data: 1\n\n");
});

const left = post({ message: "x".repeat(MAX_MESSAGE + 1) });
const named = "trace=t1&lane=eventsource";
const tooLong = "x".repeat(MAX_CHAT_QUERY);
const rows: [name: string, path: string, init: RequestInit, status: number, reason: string][] = [
  ["an empty prompt", `/api/chat?${named}&prompt=`, {}, 400, "message-empty"],
  ["a prompt that is too long", `/api/chat?${named}&prompt=${tooLong}`, {}, 414, "query-too-long"],
  ["a message that is too long to be left", `/api/chats?${named}`, left, 413, "message-too-long"],
];
for (const [name, path, init, status, reason] of rows) {
  test(`the tap hears why ${name} was refused`, async (t) => {
    const { server, tap } = await serverAndTap(t);
    const response = await fetch(server.url(path), init);
    assert.equal(response.status, status);
    await tap.until('"kind":"end"');
    const told = tap.chunks.join("");
    assert.match(told, new RegExp(`"lane":"eventsource","attempt":1,.*"status":${status}`, "s"));
    const [, bytes = ""] = /"kind":"write".*?"bytes":"([^"]*)"/s.exec(told) ?? [];
    assert.match(Buffer.from(bytes, "base64").toString(), new RegExp(reason));
  });
}
