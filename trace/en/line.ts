/** Says what the parser does with a line. */

import type { LineMeaning } from "../log/row-meaning.ts";
import { beginning } from "../run/beginning.ts";
import { capitalised, reconnectionTimeBecomes } from "./figures.ts";

export function line(row: LineMeaning): string {
  const kept = row.untold
    ? " EventSource never shows this to the page; the server’s records do."
    : "";
  return `${effect(row)}${kept}`;
}

function effect({ line: { wire }, type, dataLine, reconnectionTime }: LineMeaning): string {
  switch (wire.kind) {
    case "data":
      return `Appended to the data buffer${dataLine === 1 ? "" : ", after a line feed"}.`;
    case "event":
      return wire.value === ""
        ? "The event type buffer is empty: the type is “message”."
        : `The event type buffer becomes “${wire.value}”.`;
    case "id":
      return `The last event ID buffer ${wire.value === "" ? "is emptied" : `becomes “${wire.value}”`}.`;
    case "id-ignored":
      return "Ignored: the id holds a NUL.";
    case "retry":
      return retry(wire.ms, reconnectionTime);
    case "comment":
      return "A comment: read and forgotten.";
    case "unknown-field":
      return `Ignored: there is no field “${beginning(wire.name)}”.`;
    case "dispatch":
      return `A blank line ends the block: a parser dispatches “${type}”.`;
    case "block-end":
      return "A blank line ends the block. There is no data, so nothing is dispatched.";
    case "byte-order-mark":
      return "The one byte order mark that may stand at the very start; skipped.";
    case "line-feed":
      return "The other half of a CRLF that lay in two writes; skipped.";
    case "unfinished":
      return "The response ended before the blank line: what the buffers hold is thrown away.";
  }
}

/** Says what a `retry` sets: `said` ms by the standard, `becomes` in this client; `null` where it is ignored. */
function retry(said: number | null, becomes: number | null): string {
  if (becomes === null) {
    return said === null
      ? "Ignored: a reconnection time is digits and nothing else."
      : "Ignored: this browser takes no reconnection time as large as that.";
  }
  const sentence = `${capitalised(reconnectionTimeBecomes(becomes))}.`;
  return said === null
    ? `By the standard this is ignored; in this browser ${reconnectionTimeBecomes(becomes)}.`
    : sentence;
}
