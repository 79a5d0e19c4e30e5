import { readFileSync } from "node:fs";
import { readTrace } from "../../trace/file/read-trace.ts";
import type { Run } from "../../trace/run/run.ts";

/** The run of `trace/recorded/NAME.json`. */
export function recorded(name: string): Run {
  const url = new URL(`../../trace/recorded/${name}.json`, import.meta.url);
  return readTrace(readFileSync(url, "utf8"));
}
