import assert from "node:assert/strict";
import { test } from "node:test";
import { startServer } from "../testing/test-server.ts";

test("the tap hears of a preflight, which is no attempt", async (t) => {
  const server = await startServer(t, { one: "data: {{attempt}}\n\n" });
  const tap = server.ask("GET /api/tap?trace=t1 HTTP/1.1");
  await tap.until('"boot"');
  const url = server.url("/api/sse?trace=t1&lane=fetch");
  const Origin = "http://127.0.0.1:8345";
  await fetch(url, {
    method: "OPTIONS",
    headers: { Origin, "Access-Control-Request-Method": "POST" },
  });
  await tap.until('"OPTIONS"');
  assert.match(tap.chunks.join(""), /"lane":"fetch","attempt":0,/);

  const headers = { Origin, "Content-Type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: '{"name":"one"}' });
  assert.equal(await answer.text(), "data: 1\n\n");
});
