import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { ports } from "./http/ports.ts";
import { MAX_TOLD_HEADERS } from "./limits.ts";

const HEAP = 48; // MB
const TAP_BYTES = 8 * 1024 * 1024; // few, so that few requests are enough
/** Kept whole, or all of them, they would take what the heap has. */
const PREFLIGHTS = 3600;
const TRACES = 20;
const SENDERS = 4;
const LONG = "x".repeat(1000);

function startServer(): ChildProcess {
  const program = `
    import { buildApp } from "${import.meta.dirname}/app.ts";
    import { startDemoModel } from "${import.meta.dirname}/chat/demo-model.ts";
    const folder = "${import.meta.dirname}/..";
    const app = buildApp({
      logger: false,
      streams: folder + "/streams",
      saved: folder + "/.data/scripts",
      roles: folder + "/roles",
      model: await startDemoModel(),
      page: null,
      room: null,
      bounds: { tapBytes: ${TAP_BYTES} },
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    console.log(app.server.address().port);
  `;
  const options = [`--max-old-space-size=${HEAP}`, "--input-type=module", "--eval", program];
  return spawn(process.execPath, options, { stdio: ["ignore", "pipe", "pipe"] });
}

/** Fifteen kB, which is as much as Node takes. */
function preflight(trace: string): string {
  return [
    `OPTIONS /api/sse?trace=${trace}&lane=fetch HTTP/1.1`,
    "Host: localhost",
    `Origin: http://localhost:${ports.page}`,
    "Access-Control-Request-Method: POST",
    ...Array.from({ length: 15 }, (_header, at) => `X-${at}: ${LONG}`),
    "",
    "",
  ].join("\r\n");
}

function* requests(count: number): Generator<string> {
  for (let sent = 0; sent < count; sent++) yield preflight(`t${sent % TRACES}`);
  yield "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}

/** Sends so many one after the other, and asks then whether the server is there. */
async function flood(port: number, count: number): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  Readable.from(requests(count), { objectMode: false }).pipe(socket);
  return (await text(socket).catch((error: Error) => error.message)).slice(-15);
}

test(`a server of ${HEAP} MB outlives ${PREFLIGHTS} preflights of 15 kB`, async (t) => {
  const child = startServer();
  t.after(() => child.kill("SIGKILL"));
  assert.ok(child.stdout && child.stderr);
  const [first] = await once(child.stdout, "data");
  const said = text(child.stderr);
  const port = Number(first);
  const senders = Array.from({ length: SENDERS }, () => flood(port, PREFLIGHTS / SENDERS));
  const answers = await Promise.all(senders);
  if (child.exitCode !== null || child.signalCode !== null) assert.fail(await said);
  assert.deepEqual(answers, Array(SENDERS).fill('{"status":"ok"}'));

  const tap = connect({ port, host: "127.0.0.1" });
  t.after(() => tap.destroy());
  tap.write("GET /api/tap?trace=t0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  // One reader from the first byte on: a socket that flows while nobody listens loses what it reads.
  const records = tap.setEncoding("utf8")[Symbol.asyncIterator]();
  let told = String((await records.next()).value);
  await flood(port, 1); // what was kept of this trace may have been forgotten for the others'
  while (!told.includes("more headers are not kept")) {
    const { value, done } = await records.next();
    assert.ok(!done, `the tap ended after ${told}`);
    told += value;
  }
  assert.ok(!told.includes(LONG.repeat(MAX_TOLD_HEADERS / LONG.length)));
});
