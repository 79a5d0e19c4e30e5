/** `npm test`: each step of it in turn, up to the first that fails; and at the end, however it ends, what it cost. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { CpuTime } from "./cpu-time.ts";
import { readTimes, TEST_TIMES } from "./test-times.ts";

const STEPS = ["check", "test:unit", "test:e2e"];
const SLOWEST = 10;

const folder = mkdtempSync(`${tmpdir()}/sse-playground-test-`);
const file = `${folder}/times`;
writeFileSync(file, "");
const compiled = `${folder}/compiled`; // many of the processes load the same modules
process.on("exit", () => rmSync(folder, { recursive: true }));

const costs: string[] = [];
const begun = performance.now();
let used = 0; // ms
for (const step of STEPS) {
  const cpu = new CpuTime();
  const child = spawn(`npm run ${step}`, {
    shell: true, // Windows' npm is a script of its shell
    stdio: "inherit",
    env: { ...process.env, [TEST_TIMES]: file, NODE_COMPILE_CACHE: compiled },
  });
  const [exitCode] = await once(child, "exit");
  const cost = cpu.end();
  used += cost;
  costs.push(`${step} ${minutes(cost)}${exitCode === 0 ? "" : ", where it failed"}`);
  if (exitCode === 0) continue;
  process.exitCode = 1;
  break;
}

const times = readTimes(file);
if (times.length > 0) console.log(`\nThe ${SLOWEST} slowest tests:`);
for (const { took, name } of times.toSorted((a, b) => b.took - a.took).slice(0, SLOWEST)) {
  console.log(`${(took / 1000).toFixed(1).padStart(7)} s  ${name}`);
}
const clock = minutes(performance.now() - begun);
console.log(`\n${minutes(used)} min of CPU in ${clock} min: ${costs.join(", ")}`);
const inBrowser = times.filter((time) => time.inBrowser).length;
console.log(`${inBrowser} passed in browsers, ${times.length - inBrowser} unit tests`);

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}
