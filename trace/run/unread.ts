const NOTHING = new Uint8Array(0);

/** Bytes that were written and not yet told as lines. They are joined once for each line, however many pieces it came in. */
export class Unread {
  #whole: Uint8Array = NOTHING;
  #taken = 0; // bytes of `#whole`
  /** What came behind it. */
  #pieces: Uint8Array[] = [];

  append(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
  }

  /** Takes the first `length` bytes away and returns the first `kept` of them. */
  take(length: number, kept: number): Uint8Array {
    if (this.#whole.length - this.#taken < length) this.#join();
    const from = this.#taken;
    this.#taken += length;
    return this.#whole.subarray(from, from + kept);
  }

  #join(): void {
    const rest = this.#whole.subarray(this.#taken);
    const pieces = rest.length === 0 ? this.#pieces : [rest, ...this.#pieces];
    this.#whole = joined(pieces);
    this.#taken = 0;
    this.#pieces = [];
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}
