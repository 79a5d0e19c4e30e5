/**
 * What waits in this process for readers that take nothing: so much for all of them, and the one that most
 * waits for is dropped first.
 */
import { MAX_WAITING_BYTES } from "../limits.ts";

export interface Reader {
  /** Cuts its connection: so many bytes waited for it. */
  drop(waiting: number): void;
}

export class Waiting<Each extends Reader> {
  readonly #most: number;
  readonly #readers = new Map<Each, number>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Of all of them. */
  get bytes(): number {
    return this.#bytes;
  }

  /** So many bytes wait for a reader by now. */
  waits(reader: Each, bytes: number): void {
    this.reads(reader);
    this.#readers.set(reader, bytes);
    this.#bytes += bytes;
    while (this.#bytes > this.#most) this.#dropOne();
  }

  /** It takes what waits, or is gone. */
  reads(reader: Each): void {
    this.#bytes -= this.#readers.get(reader) ?? 0;
    this.#readers.delete(reader);
  }

  /** Of those that as much waits for, the one that waits longest. */
  #dropOne(): void {
    let [last, most]: [Each | null, number] = [null, -1];
    for (const [reader, bytes] of this.#readers) if (bytes > most) [last, most] = [reader, bytes];
    if (last === null) return;
    this.reads(last);
    last.drop(most);
  }
}

/** One memory, one bound: of plays and taps. */
export const everybody = new Waiting<Reader>(MAX_WAITING_BYTES);
