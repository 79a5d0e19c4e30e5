/** A body as it was recorded, piece by piece. The pieces are the records' own; none is copied. */
import { countUntil } from "./search.ts";

type Piece = { readonly start: number; readonly bytes: Uint8Array };

export class Body {
  /** The server's writes, or the chunks that fetch read, each with the place of its first byte; none is empty. */
  readonly pieces: Piece[] = [];
  length = 0; // bytes
  /** `false` once a piece was not kept: what follows it cannot be read, and is left out. */
  isWhole = true;

  append(offset: number, bytes: Uint8Array): void {
    if (offset !== this.length) this.isWhole = false;
    if (!this.isWhole || bytes.length === 0) return;
    this.pieces.push({ start: offset, bytes });
    this.length += bytes.length;
  }

  piecesBefore(offset: number): number {
    return countUntil(this.pieces, offset - 1, ({ start }) => start);
  }

  /** The bytes from `start` to `end`, as far as they are known. A part of one piece is that piece's own memory. */
  slice(start: number, end: number): Uint8Array {
    const first = this.pieces[this.piecesBefore(start + 1) - 1];
    if (first !== undefined && end <= first.start + first.bytes.length) {
      return first.bytes.subarray(start - first.start, end - first.start);
    }
    const slice = new Uint8Array(Math.max(0, Math.min(end, this.length) - start));
    for (let at = this.piecesBefore(start + 1) - 1; ; at++) {
      const piece = this.pieces[at];
      if (piece === undefined || piece.start >= end) return slice;
      const from = Math.max(start - piece.start, 0);
      slice.set(piece.bytes.subarray(from, end - piece.start), piece.start + from - start);
    }
  }
}
