/** Which step of the standard something follows: a row of the log, or what the parser did. */
import type { BlockOutcome } from "../log/block-meaning.ts";
import type { RowMeaning } from "../log/row-meaning.ts";
import { isRedirect } from "../run/head.ts";
import type { Line } from "../run/reading.ts";
import type { LaneName } from "../run/records.ts";
import {
  announce,
  announced,
  blankLine,
  byteOrderMark,
  closed,
  comment,
  constructed,
  data,
  decoded,
  discard,
  dispatchedStep,
  encoded,
  endOfBody,
  event,
  fail,
  fetchAgain,
  id,
  ignored,
  lastEventId,
  lineByLine,
  reestablish,
  refuse,
  retry,
  type StandardStep,
  withoutData,
} from "./standard-quotes.ts";

/** The step that a row of `lane` follows; `null` where HTML, "Server-sent events", says nothing of it. */
export function standardStep(row: RowMeaning, lane: LaneName | null): StandardStep | null {
  const isEventSource = lane === "eventsource";
  switch (row.kind) {
    case "ask":
      return isEventSource ? constructed : null;
    case "request":
      if (!isEventSource || row.attempt === 1) return null;
      return row.lastEventId === "" ? fetchAgain : lastEventId;
    case "response-head":
    case "head":
      if (isRedirect(row)) return null; // fetch follows it before EventSource is told
      return row.isStream ? announce : refuse;
    case "open":
      return announced;
    case "refused":
      return refuse;
    case "block":
      return ofOutcome(row.outcome);
    case "line":
      return parserStep(row.line.wire.kind);
    case "piece":
      return lineByLine;
    case "bytes":
      return row.of === "write" ? encoded : decoded;
    case "dispatch":
    case "dispatches":
      return dispatchedStep;
    case "reconnection-time":
      return retry;
    case "reconnecting":
      return reestablish;
    case "wait":
      return row.isFailed ? null : reestablish;
    case "gave-up":
      return fail;
    case "body-end":
      return discard;
    case "response-end":
      if (!row.isStream) return null;
      return isEventSource && row.reason.why !== "left" ? endOfBody : discard;
    case "close":
      return isEventSource ? closed : null;
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

function ofOutcome(outcome: BlockOutcome): StandardStep {
  switch (outcome.what) {
    case "event":
      return blankLine;
    case "comment":
      return comment;
    case "no-data":
      return withoutData;
    case "unended":
      return discard;
  }
}

/** The step that the parser takes with a line, or where a chunk ends inside one. */
export function parserStep(kind: Line["wire"]["kind"] | "chunk-end"): StandardStep {
  switch (kind) {
    case "data":
      return data;
    case "event":
      return event;
    case "id":
    case "id-ignored":
      return id;
    case "retry":
      return retry;
    case "comment":
      return comment;
    case "unknown-field":
      return ignored;
    case "dispatch":
      return blankLine;
    case "block-end":
      return withoutData;
    case "byte-order-mark":
      return byteOrderMark;
    case "line-feed":
    case "chunk-end":
      return lineByLine;
    case "unfinished":
      return discard;
  }
}
