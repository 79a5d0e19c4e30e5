/** The bytes of a line whose end has not come yet. */

/** What it has room for at first, and keeps from line to line. Bytes. */
const ROOM = 4096;

/** So few bytes are copied faster one by one than by a call of `set`. */
const FEW = 32;

export class UnfinishedLine {
  #bytes = new Uint8Array(ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Copies what lies in `chunk` from `from` to `to`. Room doubles, so that a long line stays linear. */
  append(chunk: Uint8Array, from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > this.#bytes.length) {
      const roomier = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      roomier.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = roomier;
    }
    if (to - from > FEW) this.#bytes.set(chunk.subarray(from, to), this.#length);
    else for (let at = from; at < to; at++) this.#bytes[this.#length + at - from] = chunk[at] ?? 0;
    this.#length = length;
  }

  /** Empties it. Returns what it held, which stays as it is until the next `append`. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > ROOM) this.#bytes = new Uint8Array(ROOM);
    return taken;
  }
}
