/** The bytes of a line whose end has not come yet. */

/** What it has room for once it is needed, and keeps from line to line. Bytes. */
export const ROOM = 8192;

const FEW = 32; // bytes that are copied faster one by one than by a call of `set`

export class UnfinishedLine {
  #bytes = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(chunk: Uint8Array, from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > this.#bytes.length) this.#makeRoom(length);
    const bytes = this.#bytes;
    if (to - from > FEW) bytes.set(chunk.subarray(from, to), this.#length);
    else for (let at = from, end = this.#length; at < to; at++, end++) bytes[end] = chunk[at] ?? 0;
    this.#length = length;
  }

  /** Doubles the room at least, so that a long line stays linear. */
  #makeRoom(length: number): void {
    const roomier = new Uint8Array(Math.max(length, 2 * this.#bytes.length, ROOM));
    roomier.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = roomier;
  }

  /** Empties it. Returns what it held, which stays as it is until the next `append`. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > ROOM) this.#bytes = new Uint8Array(0);
    return taken;
  }
}
