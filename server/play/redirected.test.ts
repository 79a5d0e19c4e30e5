import assert from "node:assert/strict";
import { test } from "node:test";
import { startServer } from "../testing/test-server.ts";

const away = (location: string) =>
  `@attempt 1\n@status 302\n@header Location: ${location}\n@attempt 2+\ndata: {{attempt}}\n`;

const rows: [name: string, location: string, leads: string][] = [
  ["to another script", "/api/sse/json", "/api/sse/json?trace=t&lane=eventsource"],
  ["to itself", "?moved=1#x", "/api/sse/away?moved=1&trace=t&lane=eventsource"],
  ["in another's name", "/api/sse/json?trace=u", "/api/sse/json?trace=t&lane=eventsource"],
];
for (const [name, location, leads] of rows) {
  test(`the tap hears the answer that a script's redirect comes to: ${name}`, async (t) => {
    const json = "@header Content-Type: application/json\n{}\n";
    const server = await startServer(t, { away: away(location), json });
    const tap = server.ask("GET /api/tap?trace=t HTTP/1.1");
    await tap.until('"boot"');
    const response = await fetch(server.url("/api/sse/away?trace=t&lane=eventsource"));
    assert.equal(response.url, server.url(leads));
    assert.equal(response.status, 200);
    await tap.until('"attempt":2');
    await tap.until('"status":200');
  });
}

test("whoever names no trace is sent where the script says", async (t) => {
  const server = await startServer(t, { away: away("/api/sse/json?moved=1") });
  const { headers } = await fetch(server.url("/api/sse/away"), { redirect: "manual" });
  assert.equal(headers.get("Location"), "/api/sse/json?moved=1");
});
