/** Says what sort of thing a row of the log tells of, in few words: what people filter by and jump between. */
import type { BrowserRecord, ServerRecord } from "../run/records.ts";
import type { Row } from "./row.ts";

export const ROW_KINDS = ["request", "head", "write", "chunk", "event", "end", "note"] as const;

export type RowKind = (typeof ROW_KINDS)[number];

export function rowKind({ subject }: Row): RowKind {
  switch (subject.kind) {
    case "block":
    case "line":
    case "piece":
      return "write";
    case "dispatches":
      return "event";
    case "more": {
      const [first] = subject.rows;
      return first === undefined ? "note" : rowKind(first);
    }
    case "bytes":
      return subject.record.kind;
    case "unseen":
      return "note";
    case "record":
      return subject.record.side === "page" ? "note" : ofRecord[subject.record.kind];
  }
}

const ofRecord: Record<(ServerRecord | BrowserRecord)["kind"], RowKind> = {
  ask: "request",
  request: "request",
  head: "head",
  open: "head",
  write: "write",
  chunk: "chunk",
  dispatch: "event",
  end: "end",
  error: "end",
  failure: "end",
  close: "end",
  wait: "end",
  packed: "note",
  unreadable: "note",
  note: "note",
  fault: "note",
  model: "note",
  size: "note",
  "reconnection-time": "note",
};

/** Tells whether it is a request that a client made by itself, after the one before had ended. */
export function isReconnect({ subject }: Row): boolean {
  if (subject.kind !== "record") return false;
  const { record } = subject;
  return record.side === "server" && record.kind === "request" && record.attempt > 1;
}

export function isError({ subject }: Row): boolean {
  return (
    subject.kind === "record" &&
    (subject.record.kind === "error" || subject.record.kind === "failure")
  );
}
