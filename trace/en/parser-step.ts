/** Says what the parser did in a step: a sentence for the room. */
import type { ParserState, ParserStep } from "../parsing/steps.ts";
import { beginning } from "../run/beginning.ts";
import { counted, inWords, milliseconds } from "./figures.ts";

export function title({ did }: ParserStep): string {
  return titles[did.kind];
}

const titles: Record<ParserStep["did"]["kind"], string> = {
  data: "Field data",
  event: "Field event",
  id: "Field id",
  retry: "Field retry",
  "id-ignored": "Field id, ignored",
  comment: "Comment",
  "unknown-field": "Unknown field",
  dispatch: "Dispatch",
  "block-end": "Blank line, no event",
  "byte-order-mark": "Byte order mark",
  "line-feed": "Second half of a CRLF",
  "chunk-end": "Inside a line",
  unfinished: "End of the stream",
};

/**
 * Returns what it did.
 * @param before what the parser held before it
 * @param cut how many bytes of a character stand before the edge that a chunk ended at
 */
export function sentence({ did }: ParserStep, before: ParserState, cut: number): string {
  switch (did.kind) {
    case "data": {
      const wasEmpty = before.dataBuffer === null;
      return `The value goes ${wasEmpty ? "into" : "to the end of"} the data buffer, with a line feed behind it.`;
    }
    case "event":
      return did.value === ""
        ? "The event type buffer is empty now: the type is “message”."
        : `The event type buffer becomes “${beginning(did.value)}”. A second \`event\` line would replace it.`;
    case "id":
      return did.value === ""
        ? "The last event ID buffer is emptied: from the blank line on, a reconnect sends no id."
        : `The last event ID buffer becomes “${beginning(did.value)}”. It counts from the blank line on.`;
    case "id-ignored":
      return "The value holds a NUL, so the line is ignored.";
    case "retry":
      return did.ms === null
        ? "The value is not of digits only, so the line is ignored."
        : `The reconnection time is ${milliseconds(did.ms)} at once: it waits for no blank line.`;
    case "comment":
      return "The line begins with a colon: it is ignored. Any byte keeps the connection from looking idle.";
    case "unknown-field":
      return `There is no field “${beginning(did.name)}”: the line is ignored. Names count letter by letter, also their case.`;
    case "dispatch":
      return `The blank line dispatches “${beginning(did.event.type)}”. Data and type start afresh; the id stays.`;
    case "block-end":
      return before.eventTypeBuffer === ""
        ? "The data buffer is empty, so nothing is dispatched."
        : "The data buffer is empty, so nothing is dispatched, and the type is forgotten.";
    case "byte-order-mark":
      return "At the very start of a body it is skipped, once.";
    case "line-feed":
      return "The CR before it ended its line already, so this LF is skipped.";
    case "chunk-end":
      return cut === 0
        ? `What has come so far ends inside a line. Kept until the rest comes: ${counted(did.end - did.start, "byte")}.`
        : `What has come so far ends inside a character. Kept until the rest comes: ${counted(did.end - did.start, "byte")}, of that character ${inWords(cut)}.`;
    case "unfinished":
      return "There is no blank line behind this: what the buffers hold is thrown away, and no event comes of it.";
  }
}
