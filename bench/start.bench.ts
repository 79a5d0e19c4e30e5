/**
 * npm run bench:start
 *
 * `npm start` until page, twin and API answer, beside a trivial `webpack serve` that has one module: first
 * without what webpack keeps, then with it. How to read what it prints: README.md beside this file.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { execa } from "execa";
import { CpuTime } from "../dev/cpu-time.ts";
import { spread } from "./rounds.ts";

const ROUNDS = 5;
const POLL = 20; // ms

const root = path.join(import.meta.dirname, "..");
const trivial = path.join(root, ".cache/trivial");
const [page, twin, server, other] = [18_345, 18_346, 13_333, 18_347];
const env = { PAGE_PORT: `${page}`, TWIN_PORT: `${twin}`, SERVER_PORT: `${server}` };
const urls = [
  `http://localhost:${page}/main.js`,
  `http://localhost:${twin}/main.js`,
  `http://localhost:${server}/api/health`,
];

/** ms until all has answered: on the wall's clock, and computed by all its processes. */
type Start = { clock: number; cpu: number };

await mkdir(path.join(trivial, "src"), { recursive: true });
await writeFile(path.join(trivial, "src/index.js"), 'document.body.append("here");');
await writeFile(
  path.join(trivial, "webpack.config.cjs"),
  'module.exports = { mode: "development" };',
);

const starts: Record<"trivial" | "first" | "later", Start[]> = {
  trivial: [],
  first: [],
  later: [],
};
for (let round = 0; round < ROUNDS; round++) {
  starts.trivial.push(
    await start("npx", ["webpack", "serve", "--port", `${other}`], trivial, [
      `http://localhost:${other}/main.js`,
    ]),
  );
  await rm(path.join(root, `.cache/webpack-${page}`), { recursive: true, force: true });
  starts.first.push(await start("npm", ["start"], root, urls));
  starts.later.push(await start("npm", ["start"], root, urls));
}
for (const [name, of] of Object.entries(starts)) {
  const cells = (["clock", "cpu"] as const).map((measure) => {
    const { median, min, max } = spread(of.map((start) => start[measure]));
    const ratio = median / spread(starts.trivial.map((start) => start[measure])).median;
    return `${ratio.toFixed(1)} × (${median.toFixed(0)}, ${min.toFixed(0)}–${max.toFixed(0)} ms)`;
  });
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

async function start(
  command: string,
  words: string[],
  cwd: string,
  urls: readonly string[],
): Promise<Start> {
  const cpuTime = new CpuTime();
  const began = performance.now();
  const child = execa(command, words, { cwd, env, stdio: "ignore", reject: false, detached: true });
  await Promise.all(urls.map(answer));
  const measured = { clock: performance.now() - began, cpu: cpuTime.end() };
  await wait(3000); // what webpack keeps for later starts it writes when nothing else is to be done
  if (child.pid) process.kill(-child.pid, "SIGINT"); // as Ctrl-C: npm, its shell and what that runs
  await child;
  return measured;
}

async function answer(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await wait(POLL);
  }
}
