/** These are the standard's own words. " … " stands for what a quotation leaves out. */

export const STANDARD = "HTML Standard";

/** `url` leads to the section that it stands in. */
export type StandardStep = {
  readonly quote: string;
  readonly section: string;
  readonly url: string;
};

const PAGE = "https://html.spec.whatwg.org/multipage/server-sent-events.html";

const inIntroduction = section("Introduction", "server-sent-events-intro");
const inInterface = section("The EventSource interface", "the-eventsource-interface");
const inProcessing = section("Processing model", "sse-processing-model");
const inParsing = section("Parsing an event stream", "parsing-an-event-stream");
const inInterpreting = section("Interpreting an event stream", "event-stream-interpretation");

export const noContent = inIntroduction(
  "Clients will reconnect if the connection is closed; a client can be told to stop reconnecting using the HTTP 204 No Content response code.",
);

export const initialTime = inInterface(
  "A reconnection time, in milliseconds. This must initially be an implementation-defined value, probably in the region of a few seconds.",
);
export const constructed = inInterface(
  "User agents may set (`Accept`, `text/event-stream`) in request’s header list. … Set request’s cache mode to “no-store”.",
);
export const announce = inInterface(
  "Otherwise, announce the connection and interpret res’s body line by line.",
);
export const networkError = inInterface(
  "Otherwise, if res is a network error, then reestablish the connection, unless the user agent knows that to be futile, in which case the user agent may fail the connection.",
);
export const refuse = inInterface(
  "Otherwise, if res’s status is not 200, or if res’s `Content-Type` is not `text/event-stream`, then fail the connection.",
);
export const endOfBody = inInterface(
  "if res is not a network error, then reestablish the connection.",
);
export const closed = inInterface(
  "The `close()` method must abort any instances of the fetch algorithm started for this `EventSource` object, and must set the `readyState` attribute to `CLOSED`.",
);

export const announced = inProcessing(
  "When a user agent is to announce the connection, the user agent must queue a task which, if the `readyState` attribute is set to a value other than `CLOSED`, sets the `readyState` attribute to `OPEN` and fires an event named `open` at the `EventSource` object.",
);
export const reestablish = inProcessing(
  "Set the `readyState` attribute to `CONNECTING`. … Fire an event named `error` at the `EventSource` object. … Wait a delay equal to the reconnection time of the event source.",
);
export const waitMore = inProcessing(
  "Wait a delay equal to the reconnection time of the event source. … Optionally, wait some more.",
);
export const sameRequest = inProcessing(
  "Let request be the `EventSource` object’s request. … Fetch request and process the response obtained in this fashion, if any, as described earlier in this section.",
);
export const lastEventId = inProcessing(
  "If the `EventSource` object’s last event ID string is not the empty string, then: … Set (`Last-Event-ID`, lastEventIDValue) in request’s header list.",
);
export const fetchAgain = inProcessing(
  "Fetch request and process the response obtained in this fashion, if any, as described earlier in this section.",
);
export const fail = inProcessing(
  "Once the user agent has failed the connection, it does not attempt to reconnect.",
);

export const encoded = inParsing("Event streams in this format must always be encoded as UTF-8.");

export const decoded = inInterpreting("Streams must be decoded using the UTF-8 decode algorithm.");
export const byteOrderMark = inInterpreting(
  "The UTF-8 decode algorithm strips one leading UTF-8 Byte Order Mark (BOM), if any.",
);
export const lineByLine = inInterpreting(
  "The stream must then be parsed by reading everything line by line, with a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF) character pair, a single U+000A LINE FEED (LF) character not preceded by a U+000D CARRIAGE RETURN (CR) character, and a single U+000D CARRIAGE RETURN (CR) character not followed by a U+000A LINE FEED (LF) character being the ways in which a line can end.",
);
export const blankLine = inInterpreting(
  "If the line is empty (a blank line): Dispatch the event, as defined below.",
);
export const comment = inInterpreting(
  "If the line starts with a U+003A COLON character (:): Ignore the line.",
);
export const event = inInterpreting(
  "If the field name is “event”: Set the event type buffer to the field value.",
);
export const data = inInterpreting(
  "If the field name is “data”: Append the field value to the data buffer, then append a single U+000A LINE FEED (LF) character to the data buffer.",
);
export const id = inInterpreting(
  "If the field name is “id”: If the field value does not contain U+0000 NULL, then set the last event ID buffer to the field value. Otherwise, ignore the field.",
);
export const retry = inInterpreting(
  "If the field name is “retry”: If the field value consists of only ASCII digits, then interpret the field value as an integer in base ten, and set the event stream’s reconnection time to that integer. Otherwise, ignore the field.",
);
export const ignored = inInterpreting(
  "Field names must be compared literally, with no case folding performed. … Otherwise: The field is ignored.",
);
export const idStays = inInterpreting(
  "Set the last event ID string of the event source to the value of the last event ID buffer. … If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and return.",
);
export const withoutData = inInterpreting(
  "If the data buffer is an empty string, set the data buffer and the event type buffer to the empty string and return.",
);
export const dispatchedStep = inInterpreting(
  "Queue a task which, if the `readyState` attribute is set to a value other than `CLOSED`, dispatches the newly created event at the `EventSource` object.",
);
export const initialized = inInterpreting(
  "When a stream is parsed, a data buffer, an event type buffer, and a last event ID buffer must be associated with it. They must be initialized to the empty string.",
);
export const discard = inInterpreting(
  "Once the end of the file is reached, any pending data must be discarded. (If the file ends in the middle of an event, before the final empty line, the incomplete event is not dispatched.)",
);

export const charsetStep: StandardStep = {
  quote:
    "The `charset` parameter may be provided. The parameter’s value must be “`utf-8`”. This parameter serves no purpose; it is only allowed for compatibility with legacy servers.",
  section: "text/event-stream",
  url: "https://html.spec.whatwg.org/multipage/iana.html#text/event-stream",
};

function section(name: string, anchor: string): (quote: string) => StandardStep {
  return (quote) => ({ quote, section: name, url: `${PAGE}#${anchor}` });
}
