/** Runs the steps of `npm test`, up to one that fails; and says at the end, however it ends, what it cost. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { execa } from "execa";
import { CpuTime } from "./cpu-time.ts";
import { readTimes, TEST_TIMES } from "./test-times.ts";

/** Those of a row run beside one another: unit tests wait for much. */
const STEPS = [["check", "test:unit:page", "test:unit:server", "test:unit:tools"], ["test:e2e"]];
const SLOWEST = 10;

const folder = mkdtempSync(`${tmpdir()}/sse-playground-test-`);
const file = `${folder}/times`;
writeFileSync(file, "");
const compiled = `${folder}/compiled`; // many of the processes load the same modules
process.on("exit", () => rmSync(folder, { recursive: true }));

const costs: string[] = [];
const begun = performance.now();
let used = 0; // ms
for (const steps of STEPS) {
  if (steps.length > 1) console.log(`${steps.join(", ")}: each is printed once it is over.`);
  const cpu = new CpuTime();
  const failed = (await Promise.all(steps.map(fails))).filter((step) => step !== undefined);
  const cost = cpu.end();
  used += cost;
  costs.push(`${steps.join(", ")} ${minutes(cost)}`);
  if (failed.length === 0) continue;
  costs.push(`where it failed: ${failed.join(", ")}`);
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

/** Runs a step, whose words are printed in one piece if others run beside it. Returns its name if it fails. */
async function fails(
  step: string,
  _index: number,
  { length }: string[],
): Promise<string | undefined> {
  const { all, failed } = await execa("npm", ["run", step], {
    ...(length > 1 ? { all: true } : { stdio: "inherit" }),
    env: { [TEST_TIMES]: file, NODE_COMPILE_CACHE: compiled },
    reject: false,
  });
  if (all !== undefined) console.log(all);
  return failed ? step : undefined;
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}
