/**
 * Where the tap keeps writes: as bytes, one behind the other, in slabs that are used again. A record that stays an object
 * is copied, marked and swept by V8, and a buffer that stays counts as heap besides; of a slab V8 hears once.
 */
import type { ConnectionRecord } from "../../trace/run/records.ts";
import { SLAB_BYTES } from "../limits.ts";

export type WriteRecord = Extract<ConnectionRecord<Uint8Array>, { kind: "write" }>;
/** `number` grows with each record of this server process, whichever its trace. */
export type Numbered<Record> = { number: number; record: Record };

const WORD = Float64Array.BYTES_PER_ELEMENT;
/** So many words stand before a write's bytes and say what it is: see `add`. */
const HEAD = 7;
const LENGTH = 6; // which of them

/** Some writes of one trace, oldest first. */
export class Slab {
  readonly #words: Float64Array;
  readonly #bytes: Uint8Array;
  /** How many words are written. */
  #end = 0;
  readonly #lanes: string[] = [];
  #records = 0;
  /** Of its last write. */
  #number = 0;
  #at = 0;

  /** @param takes bytes of memory, whatever it holds; a multiple of 8 */
  constructor(takes = SLAB_BYTES) {
    const memory = new ArrayBuffer(takes);
    this.#words = new Float64Array(memory);
    this.#bytes = new Uint8Array(memory);
  }

  get takes(): number {
    return this.#bytes.length;
  }

  get records(): number {
    return this.#records;
  }

  /** The number of its last write. */
  get number(): number {
    return this.#number;
  }

  /** When its last write was. */
  get at(): number {
    return this.#at;
  }

  hasRoomFor({ bytes }: WriteRecord): boolean {
    return this.#end + wordsOf(bytes.length) <= this.#words.length;
  }

  add(number: number, { lane, attempt, at, offset, line, bytes }: WriteRecord): void {
    const words = this.#words;
    let to = this.#end;
    words[to++] = number;
    words[to++] = at;
    words[to++] = offset;
    words[to++] = line;
    words[to++] = attempt;
    words[to++] = this.#indexOf(lane);
    words[to++] = bytes.length;
    this.#bytes.set(bytes, to * WORD);
    this.#end += wordsOf(bytes.length);
    this.#records++;
    this.#number = number;
    this.#at = at;
  }

  /** The writes after that number, as they came. Their bytes are true until this slab is emptied. */
  *after(number: number): Generator<Numbered<WriteRecord>> {
    for (let from = this.#beginAfter(number); from < this.#end; ) {
      const [own = 0, at = 0, offset = 0, line = 0, attempt = 0, index = 0, length = 0] =
        this.#words.subarray(from, from + HEAD);
      const begin = (from + HEAD) * WORD;
      const lane = this.#lanes[index] ?? "";
      const bytes = this.#bytes.subarray(begin, begin + length);
      yield { number: own, record: { kind: "write", lane, attempt, at, offset, line, bytes } };
      from += wordsOf(length);
    }
  }

  empty(): void {
    this.#end = 0;
    this.#lanes.length = 0;
    this.#records = 0;
  }

  /** A listener has heard all but the last of some two thousand, many times a second. */
  #beginAfter(number: number): number {
    const words = this.#words;
    let from = 0;
    while (from < this.#end && (words[from] ?? 0) <= number) {
      from += wordsOf(words[from + LENGTH] ?? 0);
    }
    return from;
  }

  #indexOf(lane: string): number {
    const index = this.#lanes.indexOf(lane);
    return index === -1 ? this.#lanes.push(lane) - 1 : index;
  }
}

/** The slabs of one tap that no trace uses now. None is left to V8: there are as many as were ever in use at once. */
export class Slabs {
  readonly #free: Slab[] = [];

  /** @returns an empty one that has room for this; of its own length for what is longer than others are, a script's write */
  takeFor({ bytes }: WriteRecord): Slab {
    const least = wordsOf(bytes.length) * WORD;
    if (least > SLAB_BYTES) return new Slab(least);
    return this.#free.pop() ?? new Slab();
  }

  /** It is written over: nobody may read it any more. */
  giveBack(slab: Slab): void {
    if (slab.takes > SLAB_BYTES) return;
    slab.empty();
    this.#free.push(slab);
  }
}

function wordsOf(length: number): number {
  return HEAD + Math.ceil(length / WORD);
}
