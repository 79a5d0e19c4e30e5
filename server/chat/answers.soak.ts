/**
 * `npm run soak:chat` asks for a thousand answers at a time, again and again. A third of the clients read to
 * the end, a third lose the connection and go on, a third leave for good. It fails where a token is lost or
 * comes twice, a socket stays open, or memory goes on growing when the relay keeps as many answers as it may.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type Server, type ServerResponse } from "node:http";
import { setTimeout as after } from "node:timers/promises";
import { createParser, type DispatchedEvent } from "../../protocol/event-stream/parser.ts";
import { buildApp } from "../app.ts";
import { listen } from "../http/listen.ts";
import { ENDING, says } from "../testing/completions.ts";
import { textOf } from "../testing/read-chat.ts";
import { beginStream, StubModel } from "../testing/stub-model.ts";

const ANSWERS = 1000;
const ROUNDS = 4;
const FULL = 2; // rounds, after which the relay keeps as many answers as it may
/** So many clients connect at a time; the next ones wait until the model has heard from these. */
const WAVE = 50;
const TOKENS = 40;
const CUT = 15; // events after which a connection is lost
/** The share by which memory may grow once it is full. A thousand answers that stayed would be a sixth. */
const MOST_GROWTH = 0.15;
const POLL = 50; // ms
/** The model waits so long until all have asked, as a busy machine takes its time. ms */
const PATIENCE = 600_000;

const text = Array.from({ length: TOKENS }, (_token, at) => `${at} `).join("");

/** Reads an answer from some event on, up to so many events; then closes the connection. */
async function ask(url: string, lastEventId: string, most: number): Promise<DispatchedEvent[]> {
  const events: DispatchedEvent[] = [];
  const headers = lastEventId === "" ? {} : { "Last-Event-ID": lastEventId };
  const request = get(url, { agent: false, headers });
  const [response] = await once(request, "response");
  assert.equal(response.statusCode, 200);
  const parser = createParser({ dispatch: (event) => events.push(event) });
  for await (const chunk of response) {
    parser.push(chunk);
    if (events.length >= most) break;
  }
  return events.slice(0, most);
}

async function play(client: number, url: string): Promise<void> {
  if (client % 3 === 0) return assert.equal(textOf(await ask(url, "", Infinity)), text);
  const first = await ask(url, "", CUT);
  if (client % 3 === 1) return;
  const { lastEventId = "" } = first.at(-1) ?? {};
  const rest = await ask(url, lastEventId, Infinity);
  assert.equal(textOf([...first, ...rest]), text);
}

/** Waits until it holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await after(POLL);
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count));
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function inMiB(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** Returns the memory in use after a garbage collection, in bytes. */
function memory(): number {
  assert.ok(globalThis.gc, "run it with --expose-gc");
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Each answer begins, and goes on when all clients have asked. */
let waiting: ServerResponse[] = [];
const tokens = text.split(/(?<= )/);
const stub = new StubModel({ after() {} }, (response) => {
  beginStream(response);
  response.write(tokens.slice(0, CUT).map(says).join(""));
  waiting.push(response);
  if (waiting.length < ANSWERS) return;
  for (const one of waiting) one.end(tokens.slice(CUT).map(says).join("") + ENDING);
  waiting = [];
});
const root = `${import.meta.dirname}/../..`;
const app = buildApp({
  logger: false,
  streams: `${root}/streams`,
  saved: `${root}/.data`,
  roles: `${root}/roles`,
  model: await stub.model({}, { head: PATIENCE, silence: PATIENCE, unread: PATIENCE }),
  room: null,
  page: null,
});
const url = `http://127.0.0.1:${await listen(app, 0)}/api/chat?prompt=Hi`;
const open = async () => (await connectionsOf(app.server)) + (await connectionsOf(stub.server));

let full = Infinity;
say(`before: ${inMiB(memory())}`);
for (let round = 1; round <= ROUNDS; round++) {
  const clients: Promise<void>[] = [];
  while (clients.length < ANSWERS) {
    clients.push(play(clients.length, url));
    if (clients.length % WAVE === 0) await until(() => stub.asked.length === clients.length);
  }
  await Promise.all(clients);
  await until(async () => (await open()) === 0);
  assert.equal(stub.asked.splice(0).length, ANSWERS, "the model is asked once for each");
  const now = memory();
  say(`after ${round * ANSWERS} answers: ${inMiB(now)}, ${await open()} sockets open`);
  if (round === FULL) full = now;
}
const growth = memory() / full - 1;
assert.ok(growth < MOST_GROWTH, `memory grew by ${Math.round(100 * growth)} %`);
process.exit(0);
