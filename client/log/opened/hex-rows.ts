/** The classic dump: sixteen bytes a row, each as two digits and as a character. */

/** How many bytes a row has. */
export const WIDTH = 16;

export type HexRow = {
  /** Where its first byte stands in the body, in eight digits. */
  readonly offset: string;
  readonly bytes: readonly string[];
  /** ASCII as it is, a dot for everything else. */
  readonly text: string;
};

/** Writes the rows of the first `most` of `bytes`, which begin at `offset` of the body. */
export function hexRows(bytes: Uint8Array, offset: number, most: number): HexRow[] {
  const rows: HexRow[] = [];
  for (let at = 0; at < Math.min(bytes.length, most); at += WIDTH) {
    const row = [...bytes.subarray(at, Math.min(at + WIDTH, most))];
    rows.push({
      offset: digits(offset + at, 8),
      bytes: row.map((byte) => digits(byte, 2)),
      text: row.map((byte) => (isSeen(byte) ? String.fromCharCode(byte) : ".")).join(""),
    });
  }
  return rows;
}

function digits(value: number, count: number): string {
  return value.toString(16).padStart(count, "0");
}

function isSeen(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
