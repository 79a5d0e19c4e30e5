/** Bytes that were written and not yet told as lines. They are joined once for each line, however many pieces it came in. */
export class Unread {
  #pieces: Uint8Array[] = [];

  append(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
  }

  /** Takes the first `length` bytes away and returns them. */
  take(length: number): Uint8Array {
    const whole = this.#joined();
    this.#pieces = [whole.subarray(length)];
    return whole.subarray(0, length);
  }

  #joined(): Uint8Array {
    const [only] = this.#pieces;
    if (this.#pieces.length === 1 && only !== undefined) return only;
    const whole = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
    let length = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, length);
      length += piece.length;
    }
    return whole;
  }
}
