/** Says how a line reads as a field: whether its name is this one, and what its value says. */

const SPACE = 0x20;
const COLON = 0x3a;
const A = 0x61;
const D = 0x64;
const T = 0x74;

/** Tells whether `name` is what stands before the first colon of the line, or is the whole line. Case counts. */
export function isField(name: string, text: string, start: number, end: number): boolean {
  const colon = start + name.length;
  return text.startsWith(name, start) && (colon === end || text.charCodeAt(colon) === COLON);
}

/** Tells whether `data:` stands here. Spelled out, for it is asked of every line: quicker than asking the text. */
export function isDataInBytes(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === D &&
    bytes[at + 1] === A &&
    bytes[at + 2] === T &&
    bytes[at + 3] === A &&
    bytes[at + 4] === COLON
  );
}

/**
 * Returns what stands behind the colon; "" where the line is over instead.
 * [spec] If value starts with a U+0020 SPACE character, remove it from value.
 */
export function readValue(text: string, colon: number, end: number): string {
  if (colon === end) return "";
  const space = text.charCodeAt(colon + 1) === SPACE;
  return text.slice(space ? colon + 2 : colon + 1, end);
}

/**
 * Reads the value of a `retry` field.
 * @returns the new reconnection time in ms, finite; `null` where the standard says to ignore the field
 * @see HTML, "Interpreting an event stream": ASCII digits only, so `1e3`, `-1`, `1.5` are ignored
 */
export function readRetry(value: string): number | null {
  if (!/^[0-9]+$/.test(value)) return null;
  return Math.min(Number(value), Number.MAX_VALUE);
}
