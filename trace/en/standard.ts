/**
 * The step of the standard that a row of the log follows, in the standard's own words (they are English
 * in every language). A quotation leaves out nothing but what stands for it: " … ".
 */
import type { Outcome } from "../block-meaning.ts";
import type { BlockLine } from "../blocks.ts";
import type { LaneName } from "../records.ts";
import type { RowMeaning } from "../row-meaning.ts";

export type Step = { readonly quote: string; readonly section: string; readonly url: string };

const PAGE = "https://html.spec.whatwg.org/multipage/server-sent-events.html";

/** The step that a row of `lane` follows; `null` where HTML, "Server-sent events", says nothing of it. */
export function standardStep(row: RowMeaning, lane: LaneName | null): Step | null {
  const isEventSource = lane === "eventsource";
  switch (row.kind) {
    case "ask":
      return isEventSource ? constructed : null;
    case "request":
      if (!isEventSource || row.attempt === 1) return null;
      return row.lastEventId === "" ? fetchAgain : lastEventId;
    case "response-head":
    case "head":
      return row.isStream ? announce : refuse;
    case "open":
      return announced;
    case "refused":
      return refuse;
    case "block":
      return ofOutcome(row.outcome);
    case "line":
      return ofLine(row.line);
    case "piece":
      return lineByLine;
    case "bytes":
      return row.of === "write" ? encoded : decoded;
    case "dispatch":
    case "dispatches":
      return dispatched;
    case "reconnection-time":
      return retry;
    case "reconnecting":
      return reestablish;
    case "gave-up":
      return fail;
    case "body-end":
      return discard;
    case "response-end":
      return isEventSource && row.reason.why !== "left" ? endOfBody : discard;
    case "close":
      return isEventSource ? closed : null;
    case "unseen":
    case "more":
    case "preflight":
    case "fault":
    case "door":
    case "write":
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

function ofOutcome(outcome: Outcome): Step {
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

function ofLine({ wire }: BlockLine): Step {
  switch (wire.kind) {
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
      return lineByLine;
    case "unfinished":
      return discard;
  }
}

const inInterface = section("The EventSource interface", "the-eventsource-interface");
const inProcessing = section("Processing model", "sse-processing-model");
const inParsing = section("Parsing an event stream", "parsing-an-event-stream");
const inInterpreting = section("Interpreting an event stream", "event-stream-interpretation");

const constructed = inInterface(
  "User agents may set (`Accept`, `text/event-stream`) in request’s header list. … Set request’s cache mode to “no-store”.",
);
const announce = inInterface(
  "Otherwise, announce the connection and interpret res’s body line by line.",
);
const refuse = inInterface(
  "Otherwise, if res’s status is not 200, or if res’s `Content-Type` is not `text/event-stream`, then fail the connection.",
);
const endOfBody = inInterface("if res is not a network error, then reestablish the connection.");
const closed = inInterface(
  "The `close()` method must abort any instances of the fetch algorithm started for this `EventSource` object, and must set the `readyState` attribute to `CLOSED`.",
);

const announced = inProcessing(
  "When a user agent is to announce the connection, the user agent must queue a task which, if the `readyState` attribute is set to a value other than `CLOSED`, sets the `readyState` attribute to `OPEN` and fires an event named `open` at the `EventSource` object.",
);
const reestablish = inProcessing(
  "Set the `readyState` attribute to `CONNECTING`. … Fire an event named `error` at the `EventSource` object. … Wait a delay equal to the reconnection time of the event source.",
);
const lastEventId = inProcessing(
  "If the `EventSource` object’s last event ID string is not the empty string, then: … Set (`Last-Event-ID`, lastEventIDValue) in request’s header list.",
);
const fetchAgain = inProcessing(
  "Fetch request and process the response obtained in this fashion, if any, as described earlier in this section.",
);
const fail = inProcessing(
  "Once the user agent has failed the connection, it does not attempt to reconnect.",
);

const encoded = inParsing("Event streams in this format must always be encoded as UTF-8.");

const decoded = inInterpreting("Streams must be decoded using the UTF-8 decode algorithm.");
const byteOrderMark = inInterpreting(
  "The UTF-8 decode algorithm strips one leading UTF-8 Byte Order Mark (BOM), if any.",
);
const lineByLine = inInterpreting(
  "The stream must then be parsed by reading everything line by line, with a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single U+000A LINE FEED (LF) character not preceded by a U+000D CARRIAGE RETURN (CR) character, and a single U+000D CARRIAGE RETURN (CR) character not followed by a U+000A LINE FEED (LF) character being the ways in which a line can end.",
);
const blankLine = inInterpreting(
  "If the line is empty (a blank line): Dispatch the event, as defined below.",
);
const comment = inInterpreting(
  "If the line starts with a U+003A COLON character (:): Ignore the line.",
);
const event = inInterpreting(
  "If the field name is “event”: Set the event type buffer to the field value.",
);
const data = inInterpreting(
  "If the field name is “data”: Append the field value to the data buffer, then append a single U+000A LINE FEED (LF) character to the data buffer.",
);
const id = inInterpreting(
  "If the field name is “id”: If the field value does not contain U+0000 NULL, then set the last event ID buffer to the field value. Otherwise, ignore the field.",
);
const retry = inInterpreting(
  "If the field name is “retry”: If the field value consists of only ASCII digits, then interpret the field value as an integer in base ten, and set the event stream’s reconnection time to that integer. Otherwise, ignore the field.",
);
const ignored = inInterpreting(
  "Field names must be compared literally, with no case folding performed. … Otherwise: The field is ignored.",
);
const withoutData = inInterpreting(
  "If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and return.",
);
const dispatched = inInterpreting(
  "Queue a task which, if the `readyState` attribute is set to a value other than `CLOSED`, dispatches the newly created event at the `EventSource` object.",
);
const discard = inInterpreting(
  "Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of an event, before the final empty line, the incomplete event is not dispatched.)",
);

function section(name: string, anchor: string): (quote: string) => Step {
  return (quote) => ({ quote, section: name, url: `${PAGE}#${anchor}` });
}
