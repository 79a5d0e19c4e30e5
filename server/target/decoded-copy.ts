/**
 * The decoded copy of a body that passes compressed. The body itself is not touched, and waits for nothing: where the
 * copy does not keep up it is given up. What is decoded of a read is told with the time of that read.
 */
import type { Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";
import { MAX_UNDECODED_BYTES } from "../limits.ts";

const sync = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

const decoders = new Map<string, () => Transform>([
  ["gzip", () => createGunzip(sync)],
  ["x-gzip", () => createGunzip(sync)],
  ["deflate", () => createInflate(sync)],
  ["br", () => createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH })],
  ["zstd", () => createZstdDecompress()],
]);

/** Why no more of a copy is decoded. */
type GivenUp = "unknown-coding" | "damaged" | "too-fast";

interface CopyHandlers {
  /** A read, and before anything that is decoded of it. */
  packed(length: number, at: number): void;
  /** What a read brought, in pieces. */
  decoded(bytes: Uint8Array, at: number): void;
  /** No more will come. */
  givenUp(why: GivenUp, at: number): void;
}

type Piece = { bytes: Uint8Array; at: number };

export class DecodedCopy {
  readonly #decoder: Transform | undefined;
  readonly #on: CopyHandlers;
  readonly #queue: Piece[] = [];
  #waiting = 0; // bytes
  #at = 0;
  #isBusy = false;
  #isOver = false;
  #ended: (() => void) | null = null;

  constructor(coding: string, on: CopyHandlers) {
    this.#on = on;
    this.#decoder = decoders.get(coding)?.();
    this.#decoder?.on("data", (bytes: Uint8Array) => on.decoded(bytes, this.#at));
    this.#decoder?.on("error", () => this.#giveUp("damaged"));
  }

  /** Takes one read. Its bytes are kept until they are decoded. */
  push(bytes: Uint8Array, at: number): void {
    if (this.#isOver || this.#decoder === undefined) {
      this.#on.packed(bytes.length, at);
      if (!this.#isOver) this.#giveUp("unknown-coding", at);
      return;
    }
    this.#queue.push({ bytes, at });
    this.#waiting += bytes.length;
    if (this.#waiting > MAX_UNDECODED_BYTES) this.#giveUp("too-fast", at);
    else if (!this.#isBusy) this.#next();
  }

  /** Calls `ended` once all that was pushed is told. */
  end(ended: () => void): void {
    this.#ended = ended;
    if (!this.#isBusy) this.#next();
  }

  #next(): void {
    const piece = this.#queue.shift();
    if (piece === undefined || this.#isOver) {
      this.#isBusy = false;
      if (this.#ended === null) return;
      this.#close();
      this.#ended();
      return;
    }
    this.#isBusy = true;
    this.#at = piece.at;
    this.#on.packed(piece.bytes.length, piece.at);
    this.#decoder?.write(piece.bytes, () => {
      this.#waiting -= piece.bytes.length;
      this.#next();
    });
  }

  #giveUp(why: GivenUp, at = this.#at): void {
    if (this.#isOver) return;
    for (const { bytes, at } of this.#queue.splice(0)) this.#on.packed(bytes.length, at);
    this.#on.givenUp(why, at);
    this.#close();
    this.#isBusy = false;
    this.#ended?.();
    this.#ended = null;
  }

  #close(): void {
    this.#isOver = true;
    this.#decoder?.destroy();
  }
}
