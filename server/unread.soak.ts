/**
 * `npm run soak:server`: a hundred clients that never read `ten-thousand`, nor its tap, and 25 000 that
 * connect, one after the other; then what memory is left. Fails where it does not come back.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { buildApp } from "./app.ts";
import { startDemoModel } from "./chat/demo-model.ts";
import { listen } from "./http/listen.ts";
import { MAX_TAP_BYTES } from "./limits.ts";

const UNREAD = 100;
const CONNECTS = 25_000;
/** At a time. */
const WAVE = 100;
/** What may stay beside the records that are kept: code that was compiled, pools. Bytes. */
const MOST_BESIDE = 32 * 1024 * 1024;
/** Until all plays are over. ms */
const PATIENCE = 120_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** After a collection, in MiB. */
function memory(): { used: number; resident: number } {
  assert.ok(globalThis.gc, "run it with --expose-gc");
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, resident: rss };
}

function tell(when: string): number {
  const { used, resident } = memory();
  const inMiB = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
  say(`${when}: ${inMiB(used)} used, ${inMiB(resident)} resident`);
  return used;
}

const root = `${import.meta.dirname}/..`;
let ended = 0;
const app = buildApp({
  logger: {
    stream: {
      write(line: string) {
        if (/stream ended/.test(line)) ended++;
      },
    },
  },
  streams: `${root}/streams`,
  saved: `${root}/.data/scripts`,
  roles: `${root}/roles`,
  model: await startDemoModel(),
  page: null,
  room: null,
});
const port = await listen(app, 0);

async function ask(path: string): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  return socket;
}

const before = tell("before");

const sockets: Socket[] = [];
for (let at = 0; at < UNREAD; at++) {
  sockets.push(await ask(`/api/tap?trace=unread-${at}`));
  sockets.push(await ask(`/api/sse/ten-thousand?trace=unread-${at}&lane=l`));
}
const until = performance.now() + PATIENCE;
while (ended < UNREAD && performance.now() < until) await after(100);
const full = tell(`${UNREAD} that do not read, ${ended} plays over`);
assert.ok(full - before < MAX_TAP_BYTES + MOST_BESIDE, "what waits and what is kept has a bound");
for (const socket of sockets) socket.destroy();
await after(500);
tell("once they are gone");

for (let at = 0; at < CONNECTS; at += WAVE) {
  const wave = Array.from({ length: WAVE }, async (_client, nth) => {
    const socket = await ask(`/api/sse/five-ticks?trace=connects-${(at + nth) % 50}&lane=l`);
    await once(socket, "data");
    socket.destroy();
  });
  await Promise.all(wave);
}
await after(500);
const left = tell(`after ${CONNECTS} connects`);
assert.ok(left - before < MAX_TAP_BYTES + MOST_BESIDE, "memory comes back");
process.exit(0);
