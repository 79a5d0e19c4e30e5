/** The runs that `npm run record` has played and kept, for tests: each by its name. */
import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { readTrace } from "../../trace/file/read-trace.ts";
import type { Run } from "../../trace/run/run.ts";

/** A folder for each test of the verdict: how events are delivered, and what goes wrong. */
export type RecordedKind = "deliveries" | "troubles";

export const recordedFolder = `${import.meta.dirname}/../../trace/recorded`;

export function recordedOf(kind: RecordedKind): string[] {
  return readdirSync(`${recordedFolder}/${kind}`)
    .map((file) => basename(file, ".json"))
    .sort();
}

/** Returns the text of its trace file. */
export function readRecorded(name: string): string {
  const [file] = globSync(`*/${name}.json`, { cwd: recordedFolder });
  return readFileSync(`${recordedFolder}/${file ?? assert.fail(`${name} is not kept`)}`, "utf8");
}

export function recorded(name: string): Run {
  return readTrace(readRecorded(name));
}
