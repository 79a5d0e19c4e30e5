/** What sort of thing a row of the log tells of, in few words: what people filter by and jump between. */
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
      return subject.record.side === "page" ? "note" : recordKind(subject.record);
  }
}

function recordKind({ kind }: ServerRecord | BrowserRecord): RowKind {
  switch (kind) {
    case "ask":
    case "request":
      return "request";
    case "head":
    case "open":
      return "head";
    case "write":
    case "chunk":
      return kind;
    case "dispatch":
      return "event";
    case "end":
    case "error":
    case "failure":
    case "close":
    case "wait":
      return "end";
    case "packed":
    case "unreadable":
    case "note":
    case "fault":
    case "model":
    case "size":
    case "reconnection-time":
      return "note";
  }
}

/** Whether it is a request that a client made by itself, after the one before had ended. */
export function isReconnect({ subject }: Row): boolean {
  if (subject.kind !== "record") return false;
  const { record } = subject;
  return record.side === "server" && record.kind === "request" && record.attempt > 1;
}

/** Whether the browser told of an error. */
export function isError({ subject }: Row): boolean {
  return (
    subject.kind === "record" &&
    (subject.record.kind === "error" || subject.record.kind === "failure")
  );
}
