/**
 * `npm run soak:target`: a hundred streams of 36 000 events each through the target proxy, one hour of ten events a second,
 * as fast as they go, one after a compressor; then what memory the server is left with. Fails where an event is lost, or
 * memory grows beyond what is said to be kept.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { freePort } from "../../dev/testing/free-port.ts";
import { MAX_WATCHED_BYTES } from "../limits.ts";
import type { Memory } from "../testing/tells-memory.ts";

const STREAMS = Number(process.env["STREAMS"] ?? 100);
const EVENTS = 36_000;
/** One write holds so many events. */
const TOGETHER = 4;
/** What may stay resident beside the records that are kept: code that was compiled, pools, garbage. Bytes. */
const MOST_BESIDE = 160 * 1024 * 1024;
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

const [serverPort, proxyPort] = [await freePort(), await freePort()];
const server = spawn(
  process.execPath,
  [
    "--import",
    `${import.meta.dirname}/../testing/tells-memory.ts`,
    `${import.meta.dirname}/../main.ts`,
  ],
  {
    env: {
      ...process.env,
      SERVER_PORT: String(serverPort),
      TARGET: `http://127.0.0.1:${address.port}`,
      TARGET_PORT: String(proxyPort),
      HOST: "",
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  },
);
process.on("exit", () => server.kill("SIGKILL"));
server.once("exit", (code) => assert.fail(`the server ended, with ${code}`));
assert.ok(server.stdout);
const lines = createInterface(server.stdout);
for await (const line of lines) if (/the target proxy listens/.test(line)) break;

async function memory(): Promise<Memory> {
  server.send("memory");
  const [told]: Memory[] = await once(server, "message");
  assert.ok(told);
  return told;
}

async function stream(path: string): Promise<void> {
  const asked = get({ host: "127.0.0.1", port: proxyPort, path, agent: false });
  const [answer]: IncomingMessage[] = await once(asked, "response");
  assert.ok(answer);
  let events = 0;
  const body = path === "/packed" ? answer.pipe(createGunzip()) : answer;
  for await (const bytes of body) for (const byte of bytes) if (byte === 0x64) events++; // the "d" of "id" and of "data"
  assert.equal(events, 2 * EVENTS, `${path} lost events`);
}

const before = await memory();
say(`before: ${inMiB(before.resident)} resident`);
const began = performance.now();
let most = 0;
let isOver = false;
const looks = (async () => {
  while (!isOver) {
    most = Math.max(most, (await memory()).resident);
    await wait(LOOK);
  }
})();
await Promise.all(
  Array.from({ length: STREAMS }, (_stream, at) => stream(at === 0 ? "/packed" : `/${at}`)),
);
isOver = true;
await looks;
const seconds = (performance.now() - began) / 1000;
const after = await memory();
say(
  `${STREAMS} streams of ${EVENTS} events in ${seconds.toFixed(0)} s: ${inMiB(most)} resident at the most, ${inMiB(after.resident)} after`,
);
assert.ok(
  most - before.resident < MAX_WATCHED_BYTES + MOST_BESIDE,
  `${inMiB(most - before.resident)} more than before`,
);
process.exit(0);
