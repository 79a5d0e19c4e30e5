/**
 * `npm run soak:server`: a hundred clients that never read `ten-thousand`, nor its tap, 25 000 that
 * connect, some at a time, and a hundred more; then what memory the server is left with. It is a process of its own:
 * what the clients need does not count. Fails where its memory does not come back.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { freePort } from "../dev/testing/free-port.ts";
import { MAX_TAP_BYTES } from "./limits.ts";
import { startServer } from "./testing/started-server.ts";
import type { Memory } from "./testing/tells-memory.ts";

const UNREAD = 100;
const CONNECTS = 25_000;
const WAVE = 100; // at a time
/** What may stay resident beside the records that are kept: code that was compiled, pools, garbage. Bytes. */
const MOST_BESIDE = 96 * 1024 * 1024;
const PATIENCE = 60_000; // ms until all plays are over
const SETTLING = 2000; // ms for what the server does once its clients are gone

function inMiB(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

const port = await freePort();
let ended = 0;
const server = await startServer({ SERVER_PORT: String(port) }, /listening/, (line) => {
  if (/"stream ended"/.test(line)) ended++;
});

async function tell(when: string): Promise<Memory> {
  const memory = await server.memory();
  const { resident, used } = memory;
  process.stdout.write(`${when}: ${inMiB(resident)} resident, ${inMiB(used)} used\n`);
  return memory;
}

async function ask(path: string): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1" });
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  return socket;
}

async function neverRead(): Promise<Memory> {
  ended = 0;
  const sockets: Socket[] = [];
  for (let at = 0; at < UNREAD; at++) {
    sockets.push(await ask(`/api/tap?trace=unread-${at}`));
    sockets.push(await ask(`/api/sse/ten-thousand?trace=unread-${at}&lane=l`));
  }
  const until = performance.now() + PATIENCE;
  while (ended < UNREAD && performance.now() < until) await after(100);
  await tell(`${UNREAD} that do not read, ${ended} plays over`);
  for (const socket of sockets) socket.destroy();
  await after(SETTLING);
  return await tell("once they are gone");
}

async function connectAndLeave(): Promise<Memory> {
  for (let at = 0; at < CONNECTS; at += WAVE) {
    const wave = Array.from({ length: WAVE }, async (_client, nth) => {
      const socket = await ask(`/api/sse/five-ticks?trace=connects-${(at + nth) % 50}&lane=l`);
      await once(socket, "data");
      socket.destroy();
    });
    await Promise.all(wave);
  }
  await after(SETTLING);
  return await tell(`after ${CONNECTS} connects`);
}

const before = await tell("before");
for (const act of [neverRead, connectAndLeave, neverRead]) {
  const more = (await act()).resident - before.resident;
  assert.ok(more < MAX_TAP_BYTES + MOST_BESIDE, `${inMiB(more)} more than before stay resident`);
}
process.exit(0);
