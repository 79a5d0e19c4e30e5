/** Says what the page copies and what examples/ holds say the same: each runs beside the other. */
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { answerInTurn } from "../../../dev/testing/answer-in-turn.ts";
import { eventStream } from "../../../examples/react/src/event-stream.ts";
import type { TraceRecord } from "../../run/records.ts";
import { asks, hears, runOf } from "../../testing/staged.ts";
import { eventSourceClient } from "./clients.ts";
import { resumingFetch } from "./coming-back.ts";
import { nodeServer } from "./node-server.ts";
import { asked, connectionOf, printed, startServer } from "./testing/pasted.ts";

const example = path.join(import.meta.dirname, "../../../examples/node-http/server.js");
const options = { eventTypes: [], credentials: false, comesBack: true, done: null };

test("the resuming fetch, and the hook's stream: the same events, the same questions", async (t) => {
  const stream = { "Content-Type": "text/event-stream" };
  const server = () =>
    answerInTurn(t, [
      (response) =>
        response.writeHead(200, stream).end("retry: 5\r\n\r\nid: é\r\ndata: a\r\ndata\r\n\r\n"),
      (response) =>
        response.writeHead(200, stream).write("id: 2\ndata: lost\n", () => response.destroy()),
      (response) => response.writeHead(504).end(),
      (response) => response.writeHead(200, stream).end("id: 3\n\nevent: b\nid\ndata: b\r\r"),
      (response) => response.writeHead(200, stream).end("data: c\n\n"),
      (response) => response.writeHead(204).end(),
    ]);
  const [copied, held] = [await server(), await server()];
  const [shown, read] = await Promise.all([
    printed(t, resumingFetch(asked(copied.origin), options)),
    readStream(held.origin),
  ]);
  const cut = "TypeError\n"; // the connection broke: the copied code prints that too
  assert.equal(read, shown.replace(cut, ""));
  assert.equal(read, "message é a\n\nb  b\nmessage  c\n");
  assert.deepEqual(held.heard, copied.heard);
});

test("the example's server says the same to what is copied and to what is held", async (t) => {
  const url = await startServer(t, example);
  const ticks = 'message 1 {"tick":1}\nmessage 2 {"tick":2}\n';
  const [ofEventSource, ofFetch, ofHook] = await Promise.all([
    printed(t, eventSourceClient(asked(url), options), ticks),
    printed(t, resumingFetch(asked(url), options), ticks),
    readStream(url, ticks),
  ]);
  assert.equal(ofEventSource, `open\n${ticks}`);
  assert.equal(ofFetch, ticks);
  assert.equal(ofHook, ticks);
});

test("the server that is copied of a run of the example's answers as the example does", async (t) => {
  const url = await startServer(t, example);
  const seen = await ask(url);
  const code = nodeServer(...runWith(seen));
  const copied = await startServer(t, "--input-type=module", "-e", code);
  const again = await ask(copied);
  assert.equal(again.text, seen.text);
  for (const name of ["Content-Type", "Cache-Control", "X-Accel-Buffering"]) {
    assert.equal(again.headers.get(name), seen.headers.get(name), name);
  }
});

/** What is read by the code that the hook is made of, as the copied clients print it; until `last`, or the end. */
async function readStream(url: string, last?: string): Promise<string> {
  const leaving = new AbortController();
  let read = "";
  for await (const { type, lastEventId, data } of eventStream(url, { signal: leaving.signal })) {
    read += `${type} ${lastEventId} ${data}\n`;
    if (last !== undefined && read.includes(last)) break;
  }
  leaving.abort();
  return read;
}

type Seen = { status: number; headers: Headers; writes: Uint8Array[]; text: string };

/** Asks for the end of the stream: its last two ticks. */
async function ask(url: string): Promise<Seen> {
  const response = await fetch(url, { headers: { "Last-Event-ID": "8" } });
  const writes: Uint8Array[] = [];
  for await (const bytes of response.body ?? []) writes.push(bytes);
  const { status, headers } = response;
  return { status, headers, writes, text: Buffer.concat(writes).toString() };
}

/** A run in which the server wrote this. */
function runWith({ status, headers, writes }: Seen): Parameters<typeof nodeServer> {
  const server = { side: "server", boot: "boot", lane: "fetch", attempt: 1 } as const;
  const records: TraceRecord[] = [
    asks("fetch"),
    hears("fetch", 1),
    { ...server, at: 2, kind: "head", status, headers: [...headers] },
  ];
  let offset = 0;
  for (const bytes of writes) {
    records.push({ ...server, at: 3, kind: "write", offset, bytes, line: 1 });
    offset += bytes.length;
  }
  const end = { reason: { why: "played" }, bytes: offset, writes: writes.length } as const;
  const run = runOf([...records, { ...server, at: 4, kind: "end", ...end }]);
  return [run, connectionOf(run)];
}
