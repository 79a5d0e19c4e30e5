/** The bytes of a run as they were: what the server wrote, and what fetch read. */
import type { LaneName, TraceRecord } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { download, fileName } from "../controls/download.ts";

/** Of a lane's first attempt, as one of the two sides had them. */
export type RawBytes = { side: "wrote" | "read"; lane: LaneName };

/** EventSource shows no bytes to a page. */
export function rawBytesIn(run: Run): RawBytes[] {
  return run.lanes.flatMap(({ name }) => {
    const sides = name === "fetch" ? (["wrote", "read"] as const) : (["wrote"] as const);
    return sides
      .map((side) => ({ side, lane: name }))
      .filter((raw) => run.records.some((record) => bytesOf(run, raw, record) !== undefined));
  });
}

export function saveBytes(run: Run, raw: RawBytes): void {
  const parts = run.records.flatMap((record) => bytesOf(run, raw, record) ?? []);
  const name = fileName(run.setup.script.name, `${raw.side}-${raw.lane}`, "bin");
  download(name, "application/octet-stream", new Blob(parts));
}

function bytesOf(
  run: Run,
  { side, lane }: RawBytes,
  record: TraceRecord,
): Uint8Array<ArrayBuffer> | undefined {
  if (side === "read") {
    const isIts = record.kind === "chunk" && record.lane === lane;
    return isIts ? new Uint8Array(record.bytes) : undefined;
  }
  if (record.side !== "server" || record.kind !== "write") return undefined;
  const first = run.lane(lane).attempts[0]?.connection;
  return first && run.connectionOf(record) === first ? new Uint8Array(record.bytes) : undefined;
}
