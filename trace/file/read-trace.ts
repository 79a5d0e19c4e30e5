/** Reads what write-trace.ts writes. The page loads this, and TypeBox with it, once there is a file to be read. */
import * as Type from "typebox";
import { Setup } from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";
import { Declared } from "./declared.ts";
import { readRecord } from "./read-record.ts";
import { TraceFileError } from "./trace-file-error.ts";
import { MAX_TRACE_CHARACTERS, TRACE_FORMAT, TRACE_VERSION } from "./write-trace.ts";

const anyVersion = new Declared(Type.Object({ version: Type.Number({ description: "a number" }) }));
const thisVersion = new Declared(
  Type.Object({ setup: Setup, records: Type.Array(Type.Unknown()) }),
);

/**
 * The run that `text` tells of, as it stood when it was written.
 * @throws {TraceFileError} where the text is no trace, is damaged, too large, or of a newer format
 */
export function readTrace(text: string): Run {
  const reading = readingTrace(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** Reads it a record at a time, for whoever has to do other things between: how much of it is read, from 0 to 1. */
export function* readingTrace(text: string): Generator<number, Run> {
  if (text.length > MAX_TRACE_CHARACTERS) {
    throw new TraceFileError({ kind: "too-large", most: MAX_TRACE_CHARACTERS });
  }
  const file = parsed(text);
  if (Object(file).format !== TRACE_FORMAT) throw new TraceFileError({ kind: "not-a-trace" });
  const { version } = anyVersion.read(file, "");
  if (version > TRACE_VERSION) {
    throw new TraceFileError({ kind: "newer", version, known: TRACE_VERSION });
  }
  const { setup, records } = thisVersion.read(file, "");
  const run = createRun(setup);
  for (const [index, record] of records.entries()) {
    run.add(readRecord(record, `records[${index}]`));
    yield (index + 1) / records.length;
  }
  return run;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TraceFileError({ kind: "not-json" });
  }
}
