/**
 * Writes into trace/run/browsers.ts what was measured, once all is over: the server that the runs are recorded with starts
 * anew when one of its sources changes, and would cut the one that goes on.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { execa } from "execa";
import { browsers } from "../../trace/run/browsers.ts";

/** A file of JSON for each browser that was measured. Playwright empties it before each run. */
export const MEASURED = `${import.meta.dirname}/../../test-results/recorder/measured`;

const file = `${import.meta.dirname}/../../trace/run/browsers.ts`;

export default async function writeBrowsers(): Promise<void> {
  const all: Record<string, unknown> = { ...browsers };
  for (const name of await readdir(MEASURED).catch(() => [])) {
    all[name.replace(/\.json$/, "")] = JSON.parse(await readFile(`${MEASURED}/${name}`, "utf8"));
  }
  const [head] = (await readFile(file, "utf8")).split(/(?<= = )\{/);
  await writeFile(file, `${head}${JSON.stringify(all)};\n`);
  await execa("biome", ["format", "--write", file], { preferLocal: true });
}
