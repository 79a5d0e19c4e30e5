/** What a record of the server means within its run, with what the browser's side adds to it. */
import type { PlayNote } from "../protocol/script/action.ts";
import type { Connection } from "./connection.ts";
import { headerValue, isEventStream, mediaType } from "./head.ts";
import { heldIn } from "./held.ts";
import type { EndReason, ServerRecord } from "./records.ts";
import type { Run } from "./run.ts";
import { countUntil } from "./search.ts";

export type ServerMeaning =
  /** `repeated`: the browser sent it once more without the page's asking. `lastEventId`: "" for none. */
  | { kind: "request"; method: string; attempt: number; lastEventId: string; repeated: boolean }
  | { kind: "preflight" }
  | { kind: "response-head"; status: number; type: string; isStream: boolean }
  | { kind: "write"; bytes: number; made: Made }
  | { kind: "note"; note: PlayNote }
  /** `held`: events that the browser had not got when the stream ended. */
  | { kind: "response-end"; reason: EndReason; bytes: number; writes: number; held: number };

/** What a parser by the standard makes of one write. */
export type Made =
  /** `first`: the number of its first event. */
  | { what: "events"; first: number; types: readonly string[] }
  | { what: "reconnection-time"; ms: number }
  /** `line`: 0 where no line of the script asked for it. */
  | { what: "comment"; line: number }
  | { what: "block-without-data" }
  /** It ends inside a block. */
  | { what: "piece" };

export function serverMeaning(record: ServerRecord, run: Run): ServerMeaning {
  const connection = run.connectionOf(record);
  switch (record.kind) {
    case "request":
      if (record.method === "OPTIONS") return { kind: "preflight" };
      return {
        kind: "request",
        method: record.method,
        attempt: record.attempt,
        lastEventId: headerValue(record.headers, "Last-Event-ID") ?? "",
        repeated: isRepeat(connection, run),
      };
    case "head": {
      const { status } = record;
      const type = mediaType(record);
      return { kind: "response-head", status, type, isStream: isEventStream(record) };
    }
    case "write":
      return { kind: "write", bytes: record.bytes.length, made: made(record, connection) };
    case "note":
      return { kind: "note", note: record.note };
    case "end": {
      const { at, reason, bytes, writes } = record;
      return { kind: "response-end", reason, bytes, writes, held: heldBy(connection, run, at) };
    }
  }
}

function made(
  { offset, bytes, line }: Extract<ServerRecord, { kind: "write" }>,
  connection: Connection | undefined,
): Made {
  const writes = connection?.writes ?? [];
  const write = writes[countUntil(writes, offset, (one) => one.offset) - 1];
  if (connection !== undefined && write !== undefined && write.events > 0) {
    const { eventsBefore, events } = write;
    const types = connection.written
      .slice(eventsBefore, eventsBefore + events)
      .map(({ type }) => type);
    return { what: "events", first: eventsBefore + 1, types };
  }
  const ms = write?.reconnectionTime ?? null;
  if (ms !== null) return { what: "reconnection-time", ms };
  if (bytes[0] === COLON) return { what: "comment", line };
  return { what: endsBlock(bytes) ? "block-without-data" : "piece" };
}

const COLON = 0x3a;

/** Whether the last two line ends stand together, as LF, CR or CRLF. */
function endsBlock(bytes: Uint8Array): boolean {
  return /[\r\n](?:\r\n|\n|\r)$/.test(String.fromCharCode(...bytes.slice(-4)));
}

function isRepeat(connection: Connection | undefined, run: Run): boolean {
  if (connection === undefined) return false;
  return run.lanes.some(({ attempts }) =>
    attempts.some(({ connections }) => connections.indexOf(connection) > 0),
  );
}

function heldBy(connection: Connection | undefined, run: Run, at: number): number {
  for (const { name, attempts } of run.lanes) {
    const attempt = attempts.find((one) => one.connection === connection);
    if (attempt !== undefined) return heldIn(name, attempt, at)?.events ?? 0;
  }
  return 0;
}
