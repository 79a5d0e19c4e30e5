/** What is copied comes back as it says: each is run against a real server. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { answerInTurn } from "../../../dev/testing/answer-in-turn.ts";
import { newEventSource, resumingFetch } from "./coming-back.ts";

const options = { eventTypes: ["tick"], credentials: false, comesBack: true, done: null };

/** A lane that asked in one step, by the browser's own means. */
const plainly = { left: null, lastEventId: "", acceptEncoding: "", isAuthorized: false };

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
  const asked = { url: `${origin}/api/sse?x=1`, body: '{"name":"five-ticks"}', ...plainly };
  const printed = await run(t, resumingFetch(asked, options));
  assert.match(printed, /^tick é a\n\n/);
  assert.match(printed, /message é b\n$/);
  assert.doesNotMatch(printed, /lost/);
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
  const asked = { url: `${origin}/api/sse/five-ticks?x=1`, body: null, ...plainly };
  // Node's own EventSource keeps no process alive while it waits; a page lives on.
  const code = `setInterval(() => {}, 1000);${newEventSource(asked, options)}`;
  const printed = await run(t, code, "message 8 b");
  assert.equal(printed, "tick 7 a\nmessage 8 b\n");
  assert.deepEqual(heard, [
    { url: "/api/sse/five-ticks?x=1", lastEventId: undefined },
    { url: "/api/sse/five-ticks?x=1", lastEventId: "7" }, // its own reconnect
    { url: "/api/sse/five-ticks?x=1&lastEventId=7", lastEventId: undefined },
  ]);
});

/** What the code prints, until it ends or has printed `last`. */
async function run(
  t: { after(done: () => void): void },
  code: string,
  last?: string,
): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--experimental-eventsource", "--no-warnings", "--input-type=module", "-e", code],
    { stdio: ["ignore", "pipe", "inherit"], timeout: 20_000 },
  );
  t.after(() => child.kill());
  let printed = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    printed += text;
    if (last !== undefined && printed.includes(last)) break;
  }
  return printed;
}
