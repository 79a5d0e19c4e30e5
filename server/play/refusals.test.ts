import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_CHAT_QUERY, MAX_MESSAGE } from "../limits.ts";
import { startServer } from "../testing/test-server.ts";

const rows: [name: string, prompt: string, status: number, reason: string][] = [
  ["an empty prompt", "", 400, "message-empty"],
  ["one that is too long", "x".repeat(MAX_CHAT_QUERY), 414, "query-too-long"],
];
for (const [name, prompt, status, reason] of rows) {
  test(`the tap hears why ${name} was refused`, async (t) => {
    const server = await startServer(t);
    const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
    await tap.until('"boot"');
    const url = server.url(`/api/chat?trace=t1&lane=eventsource&prompt=${prompt}`);
    assert.equal((await fetch(url)).status, status);
    await tap.until('"kind":"end"');
    const told = tap.chunks.join("");
    assert.match(told, new RegExp(`"lane":"eventsource","attempt":1,.*"status":${status}`, "s"));
    const [, bytes = ""] = /"kind":"write".*?"bytes":"([^"]*)"/s.exec(told) ?? [];
    assert.match(Buffer.from(bytes, "base64").toString(), new RegExp(reason));
  });
}

test("the tap hears why a message was not taken that is to be left", async (t) => {
  const server = await startServer(t);
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  const { status } = await fetch(server.url("/api/chats?trace=t1&lane=eventsource"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ message: "x".repeat(MAX_MESSAGE + 1) }),
  });
  assert.equal(status, 413);
  await tap.until('"kind":"end"');
  assert.match(tap.chunks.join(""), /"lane":"eventsource","attempt":1,.*"status":413/s);
});
