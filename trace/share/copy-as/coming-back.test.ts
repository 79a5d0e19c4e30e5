/** Says what is copied comes back as it says: each is run against a real server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerInTurn } from "../../../dev/testing/answer-in-turn.ts";
import { newEventSource, resumingFetch } from "./coming-back.ts";
import { asked, printed } from "./testing/pasted.ts";

const options = { eventTypes: ["tick"], credentials: false, comesBack: true, done: null };

const stream = { "Content-Type": "text/event-stream; charset=utf-8" };

test("the resuming fetch reads events, and asks again from the last whole block on until a 204", async (t) => {
  const { origin, heard } = await answerInTurn(t, [
    (response) =>
      response
        .writeHead(200, stream)
        .end("retry: 5\r\n\r\nid: é\r\nevent: tick\r\ndata: a\r\ndata\r\n\r\n"),
    (response) =>
      response.writeHead(200, stream).write("id: 2\ndata: lost\n", () => response.destroy()),
    (response) => response.destroy(),
    (response) => response.writeHead(504).end(),
    (response) => response.writeHead(200, stream).end(": none\n\ndata: b\r\r"),
    (response) => response.writeHead(204).end(),
  ]);
  const question = asked(`${origin}/api/sse?x=1`, { body: '{"name":"five-ticks"}' });
  const read = await printed(t, resumingFetch(question, options));
  assert.match(read, /^tick é a\n\n/);
  assert.match(read, /message é b\n$/);
  assert.doesNotMatch(read, /lost/);
  const again = { url: "/api/sse?x=1", lastEventId: "é" };
  assert.deepEqual(heard, [{ ...again, lastEventId: undefined }, ...Array(5).fill(again)]);
});

test("a new EventSource takes the place of one that gave up, with the last id in its URL", async (t) => {
  const { origin, heard } = await answerInTurn(t, [
    (response) =>
      response.writeHead(200, stream).end("retry: 5\n\nid: 7\nevent: tick\ndata: a\n\n"),
    (response) => response.writeHead(504).end(),
    (response) => response.writeHead(200, stream).write("id: 8\ndata: b\n\n"),
  ]);
  const question = asked(`${origin}/api/sse/five-ticks?x=1`);
  // Node's own EventSource keeps no process alive while it waits; a page lives on.
  const code = `setInterval(() => {}, 1000);${newEventSource(question, options)}`;
  assert.equal(await printed(t, code, "message 8 b"), "tick 7 a\nmessage 8 b\n");
  assert.deepEqual(heard, [
    { url: "/api/sse/five-ticks?x=1", lastEventId: undefined },
    { url: "/api/sse/five-ticks?x=1", lastEventId: "7" }, // its own reconnect
    { url: "/api/sse/five-ticks?x=1&lastEventId=7", lastEventId: undefined },
  ]);
});
