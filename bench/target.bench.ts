/**
 * npm run bench:target
 *
 * The target proxy against a bare `pipe` of Node's, and both against none: how much later an event comes, and how fast a
 * body. Target, proxies and client are processes of their own. In each round all take turns.
 * How to read what it prints: README.md beside this file.
 */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { startBefore } from "../server/testing/started-server.ts";
import { spread } from "./rounds.ts";
import { BODY, EVENTS, type Listening } from "./target-servers.ts";

const ROUNDS = 7;
const GOAL = { p50: 0.1, p99: 0.5, throughput: 0.8 };

const target = await start("target");
// Apart, too: the one is not to clear up behind the other.
const pipe = await start("pipe", String(target.ports["direct"]));
const { server, proxyPort } = await startBefore(`http://127.0.0.1:${target.ports["direct"]}`);
const ways = { ...target.ports, ...pipe.ports, "target proxy": proxyPort };

const delays = new Map<string, number[]>();
const speeds = { download: new Map<string, number[]>(), flood: new Map<string, number[]>() };
for (let round = 0; round <= ROUNDS; round++) {
  for (const [way, port] of Object.entries(ways)) {
    const late = await ticks(port);
    const [download, flood] = [await body(port, "/download"), await body(port, "/flood")];
    if (round === 0) continue; // warms up
    delays.set(way, [...(delays.get(way) ?? []), ...late]);
    speeds.download.set(way, [...(speeds.download.get(way) ?? []), download]);
    speeds.flood.set(way, [...(speeds.flood.get(way) ?? []), flood]);
  }
}
for (const { child } of [target, pipe]) child.kill();
server.end();

const direct = [0.5, 0.99].map((part) => quantile("direct", part));
console.log(
  "way           p50 ms  p99 ms  added p50  added p99  MB/s, median (lowest–highest): download, events",
);
for (const way of Object.keys(ways)) {
  const late = [0.5, 0.99].map((part) => quantile(way, part));
  const added = late.map((ms, at) => ms - (direct[at] ?? 0));
  const figures = [...late, ...added].map((ms) => ms.toFixed(3).padStart(7)).join("  ");
  console.log(`${way.padEnd(12)} ${figures}    ${speed(way, "download")}, ${speed(way, "flood")}`);
}
for (const what of ["download", "flood"] as const) {
  const ratio = median("target proxy", what) / median("pipe", what);
  console.log(`${what}: ${ratio.toFixed(2)} of the pipe's, goal ≥ ${GOAL.throughput}`);
}
console.log(`goals: added p50 ≤ ${GOAL.p50} ms, p99 ≤ ${GOAL.p99} ms`);

async function start(...args: string[]) {
  const child = fork(`${import.meta.dirname}/target-servers.ts`, args);
  const [ports]: Listening[] = await once(child, "message");
  assert.ok(ports);
  return { child, ports };
}

/** Returns how late each event came, ms. The system's monotonic clock is one for all processes. */
async function ticks(port: number): Promise<number[]> {
  const late: number[] = [];
  const answer = await ask(port, "/ticks");
  answer.on("data", (bytes: Buffer) => {
    const at = process.hrtime.bigint();
    for (const [, left = ""] of bytes.toString().matchAll(/data: (\d+)\n\n/g)) {
      late.push(Number(at - BigInt(left)) / 1e6);
    }
  });
  await once(answer, "end");
  assert.equal(late.length, EVENTS);
  return late;
}

/** MB a second. */
async function body(port: number, path: string): Promise<number> {
  const began = performance.now();
  const answer = await ask(port, path);
  let bytes = 0;
  answer.on("data", ({ length }: Buffer) => {
    bytes += length;
  });
  await once(answer, "end");
  assert.equal(bytes, BODY);
  return bytes / 1e3 / (performance.now() - began);
}

async function ask(port: number, path: string): Promise<IncomingMessage> {
  const asked = get({ host: "127.0.0.1", port, path, agent: false });
  const [answer]: IncomingMessage[] = await once(asked, "response");
  assert.ok(answer);
  return answer;
}

function quantile(way: string, part: number): number {
  const sorted = (delays.get(way) ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

function speed(way: string, what: keyof typeof speeds): string {
  const { min, median, max } = spread(speeds[what].get(way) ?? []);
  return `${median.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`;
}

function median(way: string, what: keyof typeof speeds): number {
  return spread(speeds[what].get(way) ?? []).median;
}
