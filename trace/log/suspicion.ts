/**
 * What is legal and was surely not meant, and what was probably meant instead. No client complains of
 * it: a line that is misspelt is ignored, and nothing tells whoever waits for its event.
 */
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import { didYouMean } from "../../protocol/script/suggest.ts";
import type { Block, Line } from "../run/reading.ts";

const FIELDS = ["data", "event", "id", "retry"] as const;

export type Suspicion =
  /** A field's name that is nearly one of the four. `slip`: in its case, by a space, or in its letters. */
  | { kind: "misspelt"; meant: string; slip: "case" | "space" | "letters" }
  /** A line that is like no field. */
  | { kind: "no-field" }
  /** A byte order mark that is not the body's first character, and so part of a name. */
  | { kind: "second-byte-order-mark" }
  /** Another field's name behind a space, in the same line. */
  | { kind: "two-in-one-line"; field: string }
  /** `meant`: ms, where the value says so in another way. */
  | { kind: "retry-not-digits"; meant: number | null }
  | { kind: "id-with-nul" }
  /** A block with an event type, without data. */
  | { kind: "type-without-data"; type: string }
  /** The response ended before the blank line. */
  | { kind: "no-blank-line" };

/** What is to be suspected of a line alone. */
export function suspicionOfLine({ wire, bytes }: Line): Suspicion | null {
  switch (wire.kind) {
    case "unknown-field":
      return unknownField(wire.name, bytes.length > encodedLength(wire.name));
    case "id-ignored":
      return { kind: "id-with-nul" };
    case "retry":
      return wire.ms === null
        ? { kind: "retry-not-digits", meant: milliseconds(wire.value) }
        : null;
    case "event":
    case "id":
      return twoInOneLine(wire.value);
    case "unfinished":
      return { kind: "no-blank-line" };
    default:
      return null;
  }
}

/** What is to be suspected of a block and its lines, in their order. `isOver`: nothing more will be written. */
export function suspicionsOfBlock(block: Block, isOver: boolean): Suspicion[] {
  const ofLines = block.lines.map(suspicionOfLine).filter((one) => one !== null);
  const type = lastType(block.lines.map(({ wire }) => wire));
  if (block.isEnded && block.event === null && type !== "") {
    return [...ofLines, { kind: "type-without-data", type }];
  }
  const isUnfinished = isOver && !block.isEnded && !block.isComment;
  if (isUnfinished && ofLines.every(({ kind }) => kind !== "no-blank-line")) {
    return [...ofLines, { kind: "no-blank-line" }];
  }
  return ofLines;
}

function unknownField(name: string, hasColon: boolean): Suspicion {
  if (name.startsWith("\u{feff}")) return { kind: "second-byte-order-mark" };
  const trimmed = name.trim();
  const known = FIELDS.find((field) => field === trimmed.toLowerCase());
  if (known === trimmed) return { kind: "misspelt", meant: known, slip: "space" };
  if (known !== undefined) return { kind: "misspelt", meant: known, slip: "case" };
  // A word alone on its line is text without its field, more likely than a field without its value.
  const near = hasColon ? didYouMean(trimmed.toLowerCase(), FIELDS) : null;
  return near === null ? { kind: "no-field" } : { kind: "misspelt", meant: near, slip: "letters" };
}

function twoInOneLine(value: string): Suspicion | null {
  const field = /\s(data|event|id|retry): /.exec(value)?.[1];
  return field === undefined ? null : { kind: "two-in-one-line", field };
}

/** `1.5s`, `+500` and `1e3` say what they mean; `-1` and `soon` do not. ms */
function milliseconds(value: string): number | null {
  const [, figure = "", unit] = /^\s*\+?([0-9.]+(?:e[0-9])?)\s*(ms|s)?\s*$/i.exec(value) ?? [];
  const ms = Number(figure) * (unit?.toLowerCase() === "s" ? 1000 : 1);
  return figure !== "" && Number.isInteger(ms) ? ms : null;
}

function lastType(lines: readonly WireLine[]): string {
  const last = lines.findLast(({ kind }) => kind === "event");
  return last?.kind === "event" ? last.value : "";
}

function encodedLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
