/** What is copied comes back as it says: each is run against a real server. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { test } from "node:test";
import { newEventSource, resumingFetch } from "./coming-back.ts";

const options = { eventTypes: ["tick"], credentials: false, comesBack: true };

const stream = { "Content-Type": "text/event-stream; charset=utf-8" };

test("the resuming fetch reads events, and asks again from the last whole block on until a 204", async (t) => {
  const { url, heard } = await listen(t, [
    (response) =>
      response
        .writeHead(200, stream)
        .end("retry: 5\r\n\r\nid: é\r\nevent: tick\r\ndata: a\r\ndata\r\n\r\n"),
    (response) =>
      response.writeHead(200, stream).write("id: 2\ndata: lost\n", () => response.destroy()),
    (response) => response.destroy(),
    (response) => response.writeHead(200, stream).end(": none\n\ndata: b\r\r"),
    (response) => response.writeHead(204).end(),
  ]);
  const asked = { url: `${url}/api/sse?x=1`, body: '{"name":"five-ticks"}', acceptEncoding: "" };
  const printed = await run(t, resumingFetch(asked, options));
  assert.match(printed, /^tick é a\n\n/);
  assert.match(printed, /message é b\n$/);
  assert.doesNotMatch(printed, /lost/);
  assert.deepEqual(heard, ["/api/sse?x=1 -", ...Array(4).fill("/api/sse?x=1 é")]);
});

test("a new EventSource takes the place of one that gave up, with the last id in its URL", async (t) => {
  const { url, heard } = await listen(t, [
    (response) =>
      response.writeHead(200, stream).end("retry: 5\n\nid: 7\nevent: tick\ndata: a\n\n"),
    (response) => response.writeHead(504).end(),
    (response) => response.writeHead(200, stream).write("id: 8\ndata: b\n\n"),
  ]);
  const asked = { url: `${url}/api/sse/five-ticks?x=1`, body: null, acceptEncoding: "" };
  // Node's own EventSource keeps no process alive while it waits; a page lives on.
  const code = `setInterval(() => {}, 1000);${newEventSource(asked, options)}`;
  const printed = await run(t, code, "message 8 b");
  assert.equal(printed, "tick 7 a\nmessage 8 b\n");
  assert.deepEqual(heard, [
    "/api/sse/five-ticks?x=1 -",
    "/api/sse/five-ticks?x=1 7", // its own reconnect
    "/api/sse/five-ticks?x=1&lastEventId=7 -",
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

/** A server that gives these answers in turn; each request that it heard, with its Last-Event-ID. */
async function listen(
  t: { after(done: () => void): void },
  answers: readonly ((response: ServerResponse) => void)[],
) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const answer = answers[heard.length];
    const id = Buffer.from(String(request.headers["last-event-id"] ?? "-"), "latin1");
    heard.push(`${request.url} ${id.toString("utf8")}`);
    if (answer === undefined) response.writeHead(204).end();
    else answer(response);
  }).listen(0, "127.0.0.1");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it does not listen");
  return { url: `http://127.0.0.1:${address.port}`, heard };
}
