/**
 * Where the bytes of the tap's records lie while they are kept: copied into slabs that are used again. A buffer that
 * stays counts as heap, and for every 64 MiB of such buffers V8 marks all there is; of a slab it hears once.
 */
import { SLAB_BYTES } from "../limits.ts";

/** The slabs of one tap that no trace uses now. None is left to V8: there are as many as were ever in use at once. */
export class Slabs {
  readonly #free: ArrayBuffer[] = [];

  take(): ArrayBuffer {
    return this.#free.pop() ?? new ArrayBuffer(SLAB_BYTES);
  }

  giveBack(slab: ArrayBuffer): void {
    this.#free.push(slab);
  }
}

/** The bytes of one trace. */
export class KeptBytes {
  readonly #slabs: Slabs;
  #mine: ArrayBuffer[] = [];
  #filling: ArrayBuffer | null = null;
  #left = 0; // bytes of the one that is being filled

  constructor(slabs: Slabs) {
    this.#slabs = slabs;
  }

  /** Copies bytes that are to stay. Returns where they lie, and how many that takes: those too that a slab has left over. */
  keep(bytes: Uint8Array): { bytes: Uint8Array; takes: number } {
    const { length } = bytes;
    if (length > SLAB_BYTES) return { bytes, takes: length }; // a write of a script's, no read
    const left = this.#left;
    const slab = this.#filling === null || length > left ? this.#fillAnother() : this.#filling;
    const copy = new Uint8Array(slab, SLAB_BYTES - this.#left, length);
    copy.set(bytes);
    this.#left -= length;
    return { bytes: copy, takes: length > left ? left + length : length };
  }

  /** Gives back the slabs in which none of these lies. They are written over: nobody may read any other bytes of this trace. */
  keepOnly(bytes: readonly Uint8Array[]): void {
    const used = new Set<ArrayBufferLike>(bytes.map(({ buffer }) => buffer));
    for (const slab of this.#mine) if (!used.has(slab)) this.#slabs.giveBack(slab);
    this.#mine = this.#mine.filter((slab) => used.has(slab));
    if (this.#filling !== null && used.has(this.#filling)) return;
    this.#filling = null;
    this.#left = 0;
  }

  #fillAnother(): ArrayBuffer {
    const slab = this.#slabs.take();
    this.#mine.push(slab);
    this.#filling = slab;
    this.#left = SLAB_BYTES;
    return slab;
  }
}
