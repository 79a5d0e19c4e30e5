import assert from "node:assert/strict";
import { test } from "node:test";
import { ports } from "../http/ports.ts";
import { startServer } from "../testing/test-server.ts";

const origins: [origin: string, status: number, sets: boolean][] = [
  [`http://localhost:${ports.page}`, 204, true],
  ["http://evil.example", 403, false],
];
for (const [origin, status, sets] of origins) {
  test(`a page of ${origin} ${sets ? "gets the cookie" : "sets nobody a cookie"}`, async (t) => {
    const server = await startServer(t);
    const client = server.ask("POST /api/cookie HTTP/1.1", `Origin: ${origin}`);
    await client.until("\r\n\r\n");
    assert.match(client.head, new RegExp(`^HTTP/1.1 ${status} `));
    assert.equal(/\r\nset-cookie: /i.test(client.head), sets);
  });
}
