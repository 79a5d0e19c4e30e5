/** A body as it was recorded, chunk by chunk. The chunks are the records' own; none is copied. */
import { countUntil } from "./search.ts";

type Piece = { readonly start: number; readonly bytes: Uint8Array };

export class Body {
  /** Its chunks (fetch) or writes (the server's), each with the place of its first byte; none is empty. */
  readonly pieces: Piece[] = [];
  /** Bytes. */
  length = 0;

  append(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push({ start: this.length, bytes });
    this.length += bytes.length;
  }

  /** How many pieces begin before byte `offset`. */
  piecesBefore(offset: number): number {
    return countUntil(this.pieces, offset - 1, startOf);
  }

  /** The bytes from `start` to `end`. */
  slice(start: number, end: number): Uint8Array {
    const slice = new Uint8Array(Math.min(end, this.length) - start);
    for (let at = this.piecesBefore(start + 1) - 1; ; at++) {
      const piece = this.pieces[at];
      if (piece === undefined || piece.start >= end) return slice;
      const from = Math.max(start - piece.start, 0);
      slice.set(piece.bytes.subarray(from, end - piece.start), piece.start + from - start);
    }
  }
}

function startOf({ start }: Piece): number {
  return start;
}
