/** UTF-8 as the decoder of the standard reads it: which bytes are a character, and which are none. */

/**
 * Bytes that belong together.
 * - `character`: all of one
 * - `invalid`: what the decoder reads as one U+FFFD
 * - `begun`: the first ones of a character whose others are not here
 */
type Sequence = { readonly is: "character" | "invalid" | "begun"; readonly length: number };

export const MOST_BEHIND = 3; // bytes of a character behind its first

/**
 * The sequence that begins at `at`.
 * @see Encoding, "UTF-8 decoder": https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export function sequenceAt(bytes: Uint8Array, at: number): Sequence {
  const lead = bytes[at] ?? 0;
  const behind = bytesBehind(lead);
  if (behind === null) return { is: "invalid", length: 1 };
  for (let length = 1; length <= behind; length++) {
    const byte = bytes[at + length];
    if (byte === undefined) return { is: "begun", length };
    const [lowest, highest] = length === 1 ? secondAfter(lead) : ANY;
    if (byte < lowest || byte > highest) return { is: "invalid", length };
  }
  return { is: "character", length: behind + 1 };
}

/** Returns how many bytes of `bytes` go on with a character that `before` begins, and whether they still fit. */
export function restAt(before: Uint8Array, bytes: Uint8Array): Sequence | null {
  const tail = before.subarray(-MOST_BEHIND);
  const joined = new Uint8Array([...tail, ...bytes.subarray(0, MOST_BEHIND)]);
  for (let at = 0; at < tail.length; ) {
    const { is, length } = sequenceAt(joined, at);
    if (at + length > tail.length) return { is, length: at + length - tail.length };
    at += length;
  }
  return null;
}

/** Returns how many bytes of a character, begun and not complete, stand at the end of `bytes`; 0 for none. */
export function begunAtEnd(bytes: Uint8Array): number {
  const tail = bytes.subarray(-MOST_BEHIND);
  for (let at = 0; at < tail.length; ) {
    const { is, length } = sequenceAt(tail, at);
    if (is === "begun") return length;
    at += length;
  }
  return 0;
}

/** Tells whether a character that begins before the end of `bytes`, or in `before`, is cut there. */
export function endsInside(before: Uint8Array, bytes: Uint8Array): boolean {
  const tail = [...before.subarray(-MOST_BEHIND), ...bytes.subarray(-MOST_BEHIND)];
  return begunAtEnd(new Uint8Array(tail)) > 0;
}

function bytesBehind(lead: number): number | null {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return null;
}

const ANY = [0x80, 0xbf] as const;

/** Returns what may come second: no overlong form, no surrogate, nothing above U+10FFFF. */
function secondAfter(lead: number): readonly [lowest: number, highest: number] {
  switch (lead) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return ANY;
  }
}
