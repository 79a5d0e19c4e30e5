/**
 * Says what a line says is legal and was surely not meant, and what was probably meant instead. No client
 * complains of it: a line that is misspelt is ignored, and nothing tells whoever waits for its event.
 * A log says it of what was sent, an editor before it is sent.
 */
import { didYouMean } from "../suggest.ts";
import type { WireLine } from "./wire-line.ts";

const FIELDS = ["data", "event", "id", "retry"] as const;

export type LineSuspicion =
  /** A field's name is nearly one of the four. It slips in its case, by a space, or in its letters. */
  | { kind: "misspelt"; meant: string; slip: "case" | "space" | "letters" }
  | { kind: "no-field" }
  /** A byte order mark that is not the body's first character, and so part of a name. */
  | { kind: "second-byte-order-mark" }
  /** Another field's name stands behind a space in the same line. */
  | { kind: "two-in-one-line"; field: string }
  /** `meant`: ms, where the value says so in another way. */
  | { kind: "retry-not-digits"; meant: number | null }
  | { kind: "id-with-nul" }
  /** Blanks around a type belong to it: whoever listens for it without them hears nothing. */
  | { kind: "type-with-blanks"; meant: string }
  /** HTTP drops blanks around a header's value: the id comes back without them. */
  | { kind: "id-with-blanks"; meant: string }
  /** The response ended before the blank line. */
  | { kind: "no-blank-line" };

/** Returns what is to be suspected of a line alone. `hasColon`: whether one stands behind the name. */
export function suspicionOfLine(wire: WireLine, hasColon: boolean): LineSuspicion | null {
  switch (wire.kind) {
    case "unknown-field":
      return unknownField(wire.name, hasColon);
    case "id-ignored":
      return { kind: "id-with-nul" };
    case "retry":
      return wire.ms === null
        ? { kind: "retry-not-digits", meant: milliseconds(wire.value) }
        : null;
    case "event":
      return twoInOneLine(wire.value) ?? withBlanks("type-with-blanks", wire.value);
    case "id":
      return twoInOneLine(wire.value) ?? withBlanks("id-with-blanks", wire.value);
    case "unfinished":
      return { kind: "no-blank-line" };
    default:
      return null;
  }
}

function unknownField(name: string, hasColon: boolean): LineSuspicion {
  if (name.startsWith("\u{feff}")) return { kind: "second-byte-order-mark" };
  const trimmed = name.trim();
  const known = FIELDS.find((field) => field === trimmed.toLowerCase());
  if (known === trimmed) return { kind: "misspelt", meant: known, slip: "space" };
  if (known !== undefined) return { kind: "misspelt", meant: known, slip: "case" };
  // A word alone on its line is text without its field, more likely than a field without its value.
  const isText = hasColon && !/["{[]/.test(trimmed); // and no piece of JSON
  const near = isText ? didYouMean(trimmed.toLowerCase(), FIELDS) : null;
  return near === null ? { kind: "no-field" } : { kind: "misspelt", meant: near, slip: "letters" };
}

function twoInOneLine(value: string): LineSuspicion | null {
  const field = /\s(data|event|id|retry): /.exec(value)?.[1];
  return field === undefined ? null : { kind: "two-in-one-line", field };
}

function withBlanks(kind: "type-with-blanks" | "id-with-blanks", value: string) {
  const meant = value.replace(/^[ \t]+|[ \t]+$/g, "");
  return meant === value || meant === "" ? null : { kind, meant };
}

/** `1.5s`, `+500` and `1e3` say what they mean; `-1` and `soon` do not. ms */
function milliseconds(value: string): number | null {
  const [, figure = "", unit] = /^\s*\+?([0-9.]+(?:e[0-9])?)\s*(ms|s)?\s*$/i.exec(value) ?? [];
  const ms = Number(figure) * (unit?.toLowerCase() === "s" ? 1000 : 1);
  return figure !== "" && Number.isInteger(ms) ? ms : null;
}
