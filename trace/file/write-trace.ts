/**
 * A trace as a file: what a run was, to be looked at again on another machine, or another day. JSON, a
 * record a line; bytes stand in it in base64, so that they stay as they were.
 */
import type { TraceRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { toBase64 } from "./base64.ts";

export const TRACE_FORMAT = "sse-playground-trace";
/** Counts up when an older page could no longer read what is written. */
export const TRACE_VERSION = 2;
/** A longer file is not read, so that it does not fill the memory: twice what the longest stream fills in four writings. Characters */
export const MAX_TRACE_CHARACTERS = 256 * 1024 * 1024;

export function writeTrace(run: Run): string {
  const records = [...run.records, ...notKept(run)].map((record) => `    ${json(record)}`);
  return `{
  "format": ${json(TRACE_FORMAT)},
  "version": ${TRACE_VERSION},
  "setup": ${json(run.setup)},
  "records": [
${records.join(",\n")}
  ]
}
`;
}

/** Returns what this run dropped at its bound is a record in the file: whoever reads it must know of it too. */
function notKept(run: Run): TraceRecord[] {
  const told = run.records.reduce(
    (sum, record) => (record.kind === "forgotten" ? sum + record.records : sum),
    0,
  );
  const records = run.forgotten - told;
  return records > 0 ? [{ side: "page", kind: "forgotten", records, at: run.latest }] : [];
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array ? toBase64(inner) : inner,
  );
}
