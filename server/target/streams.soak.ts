/**
 * `npm run soak:target`: a hundred streams of 36 000 events each through the target proxy, one hour of ten events a second,
 * as fast as they go, one after a compressor; then what memory the server is left with. Fails where an event is lost, or
 * memory grows beyond what is said to be kept.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { MAX_WATCHED_BYTES } from "../limits.ts";
import { startBefore } from "../testing/started-server.ts";

const STREAMS = Number(process.env["STREAMS"] ?? 100);
const EVENTS = 36_000;
/** One write holds so many events. */
const TOGETHER = 4;
/** What may be resident beside the records that are kept: what is on its way, pools, as much garbage as `nodeFlags` allows. Bytes. */
const MOST_BESIDE = 192 * 1024 * 1024;
/** Between two looks at the memory. ms */
const LOOK = 1000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const inMiB = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;

const target = createServer(async ({ url }, response) => {
  const isPacked = url === "/packed";
  const head = { "Content-Type": "text/event-stream" };
  response.writeHead(200, isPacked ? { ...head, "Content-Encoding": "gzip" } : head);
  const packer = isPacked ? createGzip({ flush: constants.Z_SYNC_FLUSH }) : null;
  packer?.pipe(response);
  const sink = packer ?? response;
  for (let number = 1; number <= EVENTS; number += TOGETHER) {
    const events = Array.from(
      { length: TOGETHER },
      (_event, at) => `id: ${number + at}\ndata: tick\n\n`,
    );
    if (!sink.write(events.join(""))) await once(sink, "drain");
  }
  sink.end();
});
target.listen(0, "127.0.0.1");
await once(target, "listening");
const address = target.address();
assert.ok(typeof address === "object" && address !== null);

const { server, proxyPort } = await startBefore(`http://127.0.0.1:${address.port}`);

async function stream(path: string): Promise<void> {
  const asked = get({ host: "127.0.0.1", port: proxyPort, path, agent: false });
  const [answer]: IncomingMessage[] = await once(asked, "response");
  assert.ok(answer);
  let events = 0;
  const body = path === "/packed" ? answer.pipe(createGunzip()) : answer;
  for await (const bytes of body) for (const byte of bytes) if (byte === 0x64) events++; // the "d" of "id" and of "data"
  assert.equal(events, 2 * EVENTS, `${path} lost events`);
}

const before = await server.memory();
say(`before: ${inMiB(before.resident)} resident`);
const began = performance.now();
let most = 0;
let isOver = false;
const looks = (async () => {
  while (!isOver) {
    most = Math.max(most, (await server.memory()).resident);
    await wait(LOOK);
  }
})();
await Promise.all(
  Array.from({ length: STREAMS }, (_stream, at) => stream(at === 0 ? "/packed" : `/${at}`)),
);
isOver = true;
await looks;
const seconds = (performance.now() - began) / 1000;
const after = await server.memory();
say(
  `${STREAMS} streams of ${EVENTS} events in ${seconds.toFixed(0)} s: ${inMiB(most)} resident at the most, ${inMiB(after.resident)} after`,
);
assert.ok(
  most - before.resident < MAX_WATCHED_BYTES + MOST_BESIDE,
  `${inMiB(most - before.resident)} more than before`,
);
process.exit(0);
