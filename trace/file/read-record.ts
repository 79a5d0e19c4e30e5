/** One record as it stands in a file, which is what it is in a run but for two things. */
import { TraceRecord } from "../run/records.ts";
import { fromBase64 } from "./base64.ts";
import { Declared } from "./declared.ts";

const records = new Declared(TraceRecord);

/**
 * Returns the record that `value` is.
 * @param where its place in the file
 * @throws {TraceFileError} where it is none
 */
export function readRecord(value: unknown, where: string): TraceRecord {
  return records.read(asInRun(value), where);
}

type Unread = { kind?: unknown; bytes?: unknown; by?: unknown };

/** Its bytes stand there in base64, and files of before do not say who asked. */
function asInRun(value: unknown): unknown {
  const record: Unread = { ...Object(value) };
  if (typeof record.bytes === "string") record.bytes = fromBase64(record.bytes);
  if (record.kind === "ask") record.by ??= "browser";
  return record;
}
