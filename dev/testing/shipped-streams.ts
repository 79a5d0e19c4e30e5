/** Reads the shipped streams for tests. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const folder = `${import.meta.dirname}/../../streams`;

/** Each is `folder/name`. */
export const streamPaths = globSync("**/*.sse", { cwd: folder }).map((file) => file.slice(0, -4));

export const streamNames = streamPaths.map((path) => basename(path));

/** Returns the text of the stream of that name. */
export function readStream(name: string): string {
  const path = streamPaths.find((one) => basename(one) === name);
  return readFileSync(`${folder}/${path ?? assert.fail(`streams/ has no ${name}`)}.sse`, "utf8");
}
