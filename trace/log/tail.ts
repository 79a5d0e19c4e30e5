import { MOST_BEHIND } from "./utf8.ts";

const NOTHING = new Uint8Array(0);

/** The last bytes of a body that comes piece by piece: what a character that a piece begins inside began with. */
export class Tail {
  #bytes = NOTHING;
  #end = 0;

  /** Takes the next piece. Returns what lay right before it; nothing where that is not known. */
  take(offset: number, bytes: Uint8Array): Uint8Array {
    const before = offset === this.#end ? this.#bytes : NOTHING;
    this.#bytes = new Uint8Array([...before, ...bytes.subarray(-MOST_BEHIND)]).slice(-MOST_BEHIND);
    this.#end = offset + bytes.length;
    return before;
  }
}
