/** Says what a stream that is about the format did. */
import type { Finding } from "../verdict/finding.ts";
import type { FormatFact } from "../verdict/format.ts";
import { capitalised, counted, reconnectionTimeBecomes } from "./figures.ts";

export function formatted({ facts }: Finding & { word: "format" }): string {
  return facts.slice(0, FACTS).map(fact).join(" ");
}

const FACTS = 3; // told at the most

const WIRE = 24; // UTF-16 units of a stream's own words

/** Returns what a stream brought, in the wire's font: what could be anything but letters to a reader is a dot. */
function wire(text: string): string {
  const shown = text.replaceAll(/[^\p{L}\p{N} ._:/-]/gu, "·").replaceAll(/^ | $/g, "␣");
  return `\`${shown.length > WIRE ? `${shown.slice(0, WIRE)}…` : shown}\``;
}

function fact(fact: FormatFact): string {
  switch (fact.kind) {
    case "no-field": {
      const names = fact.names.map(wire).join(", ");
      return `${capitalised(counted(fact.lines, "line was", "lines were"))} ignored, as there is no such field: ${names}.`;
    }
    case "no-data":
      return `${capitalised(counted(fact.blocks, "block"))} without \`data\` dispatched nothing.`;
    case "unfinished":
      return fact.cut
        ? "The connection was cut inside a block, which was thrown away."
        : "The last block had no blank line, so it was thrown away.";
    case "id-reset":
      return `An \`id\` without a value reset the last event ID; event by event it was ${fact.ids.map((id) => (id === "" ? "empty" : wire(id))).join(", ")}.`;
    case "id-ignored":
      return "An `id` with a NUL in it was ignored.";
    case "left-out":
      return `${capitalised(counted(fact.blocks, "block was", "blocks were"))} left out: Firefox dispatches none whose \`id\` holds a NUL.`;
    case "retry-ignored":
      return `${capitalised(counted(fact.lines, "`retry` was", "`retry` lines were"))} ignored: not all digits.`;
    case "retry-taken":
      return retryTaken(fact);
    case "byte-order-mark":
      return "A byte order mark at the start was taken off.";
    case "replaced":
      return "Bytes that are not UTF-8 became U+FFFD.";
    case "misleading":
      return `An event of the type \`${fact.type}\` comes from the server, and says nothing of the connection.`;
    case "several-lines":
      return `${capitalised(counted(fact.events, "event"))} had several \`data\` lines, joined by line feeds.`;
    case "line-ends":
      return `Lines ended in ${fact.terminator === "cr" ? "CR" : "CR LF"}, which is as good as LF.`;
    case "types":
      return `Unnamed ones are of the type \`message\`; the named ones need listeners of their own: ${fact.types.map(wire).join(", ")}.`;
    case "comments":
      return `${capitalised(counted(fact.lines, "comment"))} dispatched nothing, and showed that the connection is alive.`;
    case "pieces":
      return `The stream came in ${counted(fact.writes, "write")}: only a blank line dispatches.`;
  }
}

function retryTaken({ retry, becomes }: FormatFact & { kind: "retry-taken" }): string {
  if (becomes === null) {
    return retry === "empty"
      ? "A `retry` without a value was ignored."
      : "A `retry` too large for this browser was ignored.";
  }
  const said = reconnectionTimeBecomes(becomes);
  return retry === "empty"
    ? `A \`retry\` without a value is not ignored in this browser: ${said}.`
    : `${capitalised(said)}.`;
}
