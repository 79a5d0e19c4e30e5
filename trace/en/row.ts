/** Says whose a row of the log is, and what it is. Then: row-content.ts, row-sentence.ts. */

import type { Whose } from "../log/row.ts";
import type { RowKind } from "../log/row-kind.ts";
import type { RowMeaning } from "../log/row-meaning.ts";
import { isProbe } from "../run/browser-name.ts";
import { isCut } from "../run/connection.ts";
import type { Line } from "../run/reading.ts";
import type { Run } from "../run/run.ts";
import { pieceName } from "./bytes.ts";
import { bytes, grouped } from "./figures.ts";

export const whoseTitles: Record<Whose, string> = {
  asks: "browser asks",
  wrote: "server wrote",
  heard: "server saw",
  saw: "browser saw",
  page: "this page",
};

/** The same of a run whose server is a stranger's, at that address, or which no browser made. */
export function whoseIn(setup: Run["setup"] | undefined, one: Whose): string {
  const { watched, browser = "" } = setup ?? {};
  if (isProbe(browser)) return whoseTitles[one].replace("browser", "probe");
  if (watched === undefined) return whoseTitles[one];
  switch (one) {
    case "asks":
      return "client asks";
    case "wrote":
      return `left ${watched}`;
    case "heard":
      return "target proxy saw";
    default:
      return whoseTitles[one];
  }
}

/** What sort of rows people can choose. */
export const kindTitles: Record<RowKind, string> = {
  request: "requests",
  head: "heads",
  write: "writes",
  chunk: "chunks",
  event: "events",
  end: "ends and errors",
  note: "notes",
};

export function rowTitle(row: RowMeaning): string {
  switch (row.kind) {
    case "ask":
      return "request";
    case "request":
      return row.attempt === 1 ? "request" : `request ${row.attempt}`;
    case "response-head":
      return "head";
    case "block":
      return `${row.outcome.what === "comment" ? "comment" : `block ${row.number}`} · ${bytes(row.bytes)}`;
    case "piece":
    case "write":
      return `write · ${bytes(row.bytes)}`;
    case "bytes":
      return `${pieceName(row.of, row.number)} · ${bytes(row.bytes.length)}`;
    case "unseen":
      return "no chunks";
    case "line":
      return line(row.line);
    case "response-end":
      return isCut(row.reason) ? "cut" : row.reason.why === "left" ? "left" : "end";
    case "chunk":
      return `chunk ${grouped(row.number)} · ${bytes(row.bytes)}`;
    case "dispatches":
      return `dispatch ×${grouped(row.count)}`;
    case "reconnection-time":
      return "retry";
    case "reconnecting":
    case "gave-up":
      return "error";
    case "body-end":
      return "end";
    case "refused":
      return "failure";
    case "boot":
      return "new server";
    case "tap":
      return "records";
    case "more":
      return "…";
    case "packed":
      return `read · ${bytes(row.bytes)}`;
    case "unreadable":
      return "not decoded";
    case "preflight":
    case "head":
    case "note":
    case "fault":
    case "model":
    case "door":
    case "open":
    case "dispatch":
    case "failure":
    case "close":
    case "wait":
    case "size":
    case "busy":
    case "forgotten":
    case "stop":
      return row.kind;
  }
}

function line({ wire }: Line): string {
  return wire.kind === "retry" && wire.ms === null ? "ignored line" : lineTitles[wire.kind];
}

const lineTitles: Record<Line["wire"]["kind"], string> = {
  dispatch: "blank line",
  "block-end": "blank line",
  "unknown-field": "ignored line",
  "id-ignored": "ignored line",
  retry: "line",
  comment: "comment",
  data: "line",
  event: "line",
  id: "line",
  "byte-order-mark": "byte order mark",
  "line-feed": "line feed",
  unfinished: "unfinished",
};
