/**
 * Bytes as people can read them. Every byte is in one glyph, in its place: text as it is, and a name
 * for what a font hides or what is no character at all.
 *
 *     data: é·␊       text, a trailing space, a line feed
 */
import { restAt, sequenceAt } from "./utf8.ts";

type Named = "line-feed" | "carriage-return" | "tab" | "nul" | "byte-order-mark";

export type Glyph = { readonly bytes: Uint8Array } & (
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: Named }
  | { readonly kind: "trailing-space" }
  /** A character that shows nothing, or that changes how its neighbours are shown. */
  | { readonly kind: "hidden"; readonly codePoint: number }
  | { readonly kind: "invalid" } // read as U+FFFD
  /** The first bytes of a character that goes on behind the edge, and the others of one that began before it. */
  | { readonly kind: "begun" | "rest" }
);

/** A glyph that stands for what text would not show. */
export type Unseen = Exclude<Glyph, { kind: "text" }>;

const NOTHING = new Uint8Array(0);
const SPACE = 0x20;

/** Controls, marks of direction, joiners, private and unassigned characters; every space but the common one. */
const HIDDEN = /^[\p{C}\p{Z}]$/u;

const NAMED: ReadonlyMap<number, Named> = new Map([
  [0x00, "nul"],
  [0x09, "tab"],
  [0x0a, "line-feed"],
  [0x0d, "carriage-return"],
  [0xfeff, "byte-order-mark"],
]);

/** @param before the last bytes before `bytes`, of which three count: a character may begin there */
export function glyphsOf(bytes: Uint8Array, before: Uint8Array = NOTHING): Glyph[] {
  const glyphs: Glyph[] = [];
  const rest = restAt(before, bytes);
  let at = rest?.length ?? 0;
  let from = at; // where the text begins that is not told yet
  if (rest !== null) {
    const kind = rest.is === "invalid" ? "invalid" : "rest";
    glyphs.push({ kind, bytes: bytes.subarray(0, at) });
  }

  function tellText(isBeforeLineEnd: boolean): void {
    if (from < at) glyphs.push(...textGlyphs(bytes.subarray(from, at), isBeforeLineEnd));
  }

  while (at < bytes.length) {
    const { is, length } = sequenceAt(bytes, at);
    const own = bytes.subarray(at, at + length);
    const glyph = is === "character" ? unseen(own) : { kind: is, bytes: own };
    if (glyph !== null) {
      tellText(glyph.kind === "line-feed" || glyph.kind === "carriage-return");
      glyphs.push(glyph);
      from = at + length;
    }
    at += length;
  }
  tellText(false);
  return glyphs;
}

/** Text as it is, apart from the spaces that a line end would hide. */
function textGlyphs(bytes: Uint8Array, isBeforeLineEnd: boolean): Glyph[] {
  let end = bytes.length;
  while (isBeforeLineEnd && bytes[end - 1] === SPACE) end--;
  const text = bytes.subarray(0, end);
  return [
    ...(end === 0 ? [] : [{ kind: "text", text: decode(text), bytes: text } as const]),
    ...Array.from(bytes.subarray(end), (_, after): Glyph => {
      return { kind: "trailing-space", bytes: bytes.subarray(end + after, end + after + 1) };
    }),
  ];
}

/** The glyph of a character that text would not show; `null` for one that it would. */
function unseen(bytes: Uint8Array): Unseen | null {
  const character = decode(bytes);
  const codePoint = character.codePointAt(0) ?? 0;
  const named = NAMED.get(codePoint);
  if (named !== undefined) return { kind: named, bytes };
  if (codePoint === SPACE || !HIDDEN.test(character)) return null;
  return { kind: "hidden", codePoint, bytes };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
