/** Lays bytes out as the classic dump does: sixteen a row, each as two digits and as a character. */

export const WIDTH = 16;

export type HexRow = {
  /** Its first byte stands there in the body: eight digits. */
  readonly offset: string;
  readonly bytes: readonly string[];
  readonly text: string; // ASCII as it is, a dot for everything else
};

/** `bytes` begin at `offset` of the body; `most` of them are written. */
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
