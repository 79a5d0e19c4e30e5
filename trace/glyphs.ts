/** Bytes as text in which each of them can be seen: line ends, blanks that end a line, what is no character. */
import { characterLength } from "../protocol/event-stream/character.ts";

/** `isSign`: a name in place of what has no look of its own, such as "LF". */
export type Glyphs = { readonly text: string; readonly isSign: boolean };

const SIGNS: Readonly<Record<string, string>> = {
  "\n": "LF",
  "\r": "CR",
  "\t": "TAB",
  "\0": "NUL",
  "\ufeff": "BOM",
};

/** The decoder would take a byte order mark away. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Neighbours of one kind together, a sign alone. */
export function glyphs(bytes: Uint8Array): Glyphs[] {
  const all: Glyphs[] = [];
  let plain = "";
  const sign = (text: string) => {
    if (plain !== "") all.push({ text: plain, isSign: false });
    plain = "";
    all.push({ text, isSign: true });
  };
  for (let at = 0; at < bytes.length; ) {
    const character = characterAt(bytes, at);
    if (character === null) sign(hex(bytes.subarray(at, at + 1)));
    else if (character in SIGNS) sign(SIGNS[character] ?? character);
    else if (character === " " && isLast(bytes, at)) sign("·");
    else if (character < " ") sign(hex(bytes.subarray(at, at + 1)));
    else plain += character;
    at += character === null ? 1 : characterLength(bytes[at] ?? 0);
  }
  if (plain !== "") all.push({ text: plain, isSign: false });
  return all;
}

/** `64 61 74 61` */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

/** The character whose first byte stands there; `null` where none does, or not the whole of it. */
function characterAt(bytes: Uint8Array, at: number): string | null {
  const length = characterLength(bytes[at] ?? 0);
  if (length === 0 || at + length > bytes.length) return null;
  const own = bytes.subarray(at, at + length);
  const text = decoder.decode(own);
  return text.includes("\ufffd") && hex(own) !== "ef bf bd" ? null : text;
}

/** Whether only blanks stand between here and the end of the line. */
function isLast(bytes: Uint8Array, at: number): boolean {
  let next = at;
  while (bytes[next] === 0x20) next++;
  return bytes[next] === 0x0a || bytes[next] === 0x0d;
}
