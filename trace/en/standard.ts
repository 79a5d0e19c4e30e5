/** Says which step of the standard something follows: a row of the log, or what the parser did. */
import type { BlockOutcome } from "../log/block-meaning.ts";
import type { RowMeaning } from "../log/row-meaning.ts";
import { isRedirect } from "../run/head.ts";
import type { Line } from "../run/reading.ts";
import type { LaneName } from "../run/records.ts";
import * as quotes from "./standard-quotes.ts";

type StandardStep = quotes.StandardStep;

/** The step that a row of `lane` follows; `null` where HTML, "Server-sent events", says nothing of it. */
export function standardStep(row: RowMeaning, lane: LaneName | null): StandardStep | null {
  const isEventSource = lane === "eventsource";
  switch (row.kind) {
    case "ask":
      return isEventSource ? quotes.constructed : null;
    case "request":
      if (!isEventSource || row.attempt === 1) return null;
      return row.lastEventId === "" ? quotes.fetchAgain : quotes.lastEventId;
    case "response-head":
    case "head":
      if (isRedirect(row)) return null; // fetch follows it before EventSource is told
      return row.isStream ? quotes.announce : quotes.refuse;
    case "open":
      return quotes.announced;
    case "refused":
      return quotes.refuse;
    case "block":
      return ofOutcome[row.outcome.what];
    case "line":
      return parserSteps[row.line.wire.kind];
    case "piece":
      return quotes.lineByLine;
    case "bytes":
      return row.of === "write" ? quotes.encoded : quotes.decoded;
    case "dispatch":
    case "dispatches":
      return quotes.dispatchedStep;
    case "reconnection-time":
      return quotes.retry;
    case "reconnecting":
      return quotes.reestablish;
    case "wait":
      return row.isFailed ? null : quotes.reestablish;
    case "gave-up":
      return quotes.fail;
    case "body-end":
      return quotes.discard;
    case "response-end":
      if (!row.isStream) return null;
      return isEventSource && row.reason.why !== "left" ? quotes.endOfBody : quotes.discard;
    case "close":
      return isEventSource ? quotes.closed : null;
    case "unseen":
    case "more":
    case "preflight":
    case "fault":
    case "model":
    case "door":
    case "write":
    case "packed":
    case "unreadable":
    case "chunk":
    case "note":
    case "failure":
    case "size":
    case "busy":
    case "tap":
    case "boot":
    case "forgotten":
    case "stop":
      return null;
  }
}

const ofOutcome: Record<BlockOutcome["what"], StandardStep> = {
  event: quotes.blankLine,
  comment: quotes.comment,
  "no-data": quotes.withoutData,
  unended: quotes.discard,
};

/** The step that the parser takes with a line, or where a chunk ends inside one. */
export const parserSteps: Record<Line["wire"]["kind"] | "chunk-end", StandardStep> = {
  data: quotes.data,
  event: quotes.event,
  id: quotes.id,
  "id-ignored": quotes.id,
  retry: quotes.retry,
  comment: quotes.comment,
  "unknown-field": quotes.ignored,
  dispatch: quotes.blankLine,
  "block-end": quotes.withoutData,
  "byte-order-mark": quotes.byteOrderMark,
  "line-feed": quotes.lineByLine,
  "chunk-end": quotes.lineByLine,
  unfinished: quotes.discard,
};
