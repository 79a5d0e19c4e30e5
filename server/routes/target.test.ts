import assert from "node:assert/strict";
import { test } from "node:test";
import type { PassingList } from "../../trace/run/passing.ts";
import { startDemoModel } from "../chat/demo-model.ts";
import { proxied } from "../target/testing/target.ts";
import type { RawClient } from "../testing/raw-client.ts";
import { startServer } from "../testing/test-server.ts";

const STREAM = { "Content-Type": "text/event-stream" };

function lists(listener: RawClient): PassingList[] {
  const data = listener.chunks.join("").matchAll(/^data: (.*)$/gm);
  return Array.from(data, ([, line = ""]) => JSON.parse(line));
}

test("a listener hears the list as it changes, and one stream as the tap tells it", async (t) => {
  const proxy = await proxied(t, (_request, response) => {
    response.writeHead(200, STREAM).end("data: 1\n\n");
  });
  const server = await startServer(t, {}, undefined, null, undefined, proxy.proxy);
  const listener = server.ask("GET /api/target HTTP/1.1");
  await listener.until("\n\n");
  assert.match(listener.head, /\r\nCache-Control: no-cache, no-transform\r\n/);
  const [empty] = lists(listener);
  assert.deepEqual([empty?.target, empty?.passing, empty?.dropped], [proxy.origin, [], 0]);
  await (await fetch(proxy.url("/events"))).text();
  await listener.until('"state":"ended"');
  const { number, url, events } = lists(listener).at(-1)?.passing[0] ?? {};
  assert.deepEqual([number, url, events], [1, "/events", 1]);

  const tap = server.ask("GET /api/target/tap?trace=1 HTTP/1.1");
  await tap.until('"target-ended"');
  assert.match(tap.received, /"kind":"boot".*"kind":"request".*"kind":"head".*"kind":"write"/s);
});

test("what is not listed is a problem that says so, and without a target proxy there is no list", async (t) => {
  const proxy = await proxied(t, (_request, response) => void response.end());
  const server = await startServer(t, {}, undefined, null, undefined, proxy.proxy);
  const unknown = await fetch(server.url("/api/target/tap?trace=7"));
  assert.equal(unknown.status, 404);
  assert.match(await unknown.text(), /"not-listed".*under the number 7/);
  assert.equal((await fetch(server.url("/api/target/tap?trace=x"))).status, 400);

  const without = await startServer(t);
  assert.equal((await fetch(without.url("/api/target"))).status, 204);
  const one = await fetch(without.url("/api/target/tap?trace=7"));
  assert.equal(one.status, 404);
  assert.match(await one.text(), /"no-target".*start with TARGET=http/);
});

test("in a room it is the presenter's", async (t) => {
  const proxy = await proxied(t, (_request, response) => void response.end());
  const room = { token: "0123456789abcdef", guestModel: await startDemoModel("demo") };
  const server = await startServer(t, {}, undefined, room, undefined, proxy.proxy);
  for (const path of ["/api/target", "/api/target/tap?trace=1"]) {
    const { status } = await fetch(server.url(path));
    assert.equal(status, 403);
  }
});
