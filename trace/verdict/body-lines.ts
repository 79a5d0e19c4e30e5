import { createParser } from "../../protocol/event-stream/parser.ts";
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { Connection } from "../run/connection.ts";
import type { Run } from "../run/run.ts";

/** So much of a body tells what its stream is about. Bytes */
const ENOUGH = 4096;

const known = new WeakMap<Connection, { stamp: string; lines: readonly WireLine[] }>();

/** The lines at the beginning of what was written on `connection`; how it broke off, once it has ended. */
export function bodyLines(run: Run, connection: Connection): readonly WireLine[] {
  const stamp = `${Math.min(connection.bytes, ENOUGH)} ${connection.end !== null}`;
  const before = known.get(connection);
  if (before?.stamp === stamp) return before.lines;
  const lines: WireLine[] = [];
  const parser = createParser({ line: (line) => lines.push(line) });
  let bytes = 0;
  for (const record of run.records) {
    if (bytes >= ENOUGH) break;
    if (record.kind !== "write" || run.connectionOf(record) !== connection) continue;
    bytes += record.bytes.length;
    parser.push(record.bytes);
  }
  if (connection.end !== null && bytes < ENOUGH) parser.end();
  known.set(connection, { stamp, lines });
  return lines;
}
