/**
 * Says what waits in this process for readers that take nothing: so much for all of them, and the one that most
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

  get bytes(): number {
    return this.#bytes;
  }

  /** Notes how many bytes wait for a reader by now. */
  waits(reader: Each, bytes: number): void {
    this.reads(reader);
    this.#readers.set(reader, bytes);
    this.#bytes += bytes;
    while (this.#bytes > this.#most) this.#dropOne();
  }

  /** Notes that a reader takes what waits for it, or is gone. */
  reads(reader: Each): void {
    this.#bytes -= this.#readers.get(reader) ?? 0;
    this.#readers.delete(reader);
  }

  /** Drops the reader that most waits for; where as much waits for several, the one that waits longest. */
  #dropOne(): void {
    let [last, most]: [Each | null, number] = [null, -1];
    for (const [reader, bytes] of this.#readers) if (bytes > most) [last, most] = [reader, bytes];
    if (last === null) return;
    this.reads(last);
    last.drop(most);
  }
}

/** Plays and taps share one memory, so they share one bound. */
export const everybody = new Waiting<Reader>(MAX_WAITING_BYTES);
