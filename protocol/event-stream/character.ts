/** Where a text's bytes may be cut. */

/** How many bytes the character takes that begins with this one, by UTF-8; 0 for a byte that begins none. */
function characterLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0; // goes on, or is never right
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** How many bytes of a character, begun and not complete, stand at the end of `bytes`; 0 for none. */
export function unfinishedCharacter(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const byte = bytes[bytes.length - count] ?? 0;
    const goesOn = byte >= 0x80 && byte < 0xc0;
    if (!goesOn) return characterLength(byte) > count ? count : 0;
  }
  return 0;
}
