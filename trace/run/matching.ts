/**
 * Says which written event an arrival is. Both lists are in the order of the stream; an arrival is the
 * next written event of its type and data, since a browser may leave events out but never reorders.
 * Ids tell apart those that are alike, and no more: Firefox forgets the id of a block without data
 * (docs/facts.md, 4).
 *
 * Works on as the lists grow, and waits where the tap is behind the browser.
 */
import type { WrittenEvent } from "./connection.ts";
import type { ArrivedEvent } from "./reception.ts";

/** So many written events in a row may be missing before an arrival counts as one that nobody wrote. */
const LOOKAHEAD = 1000;

/** Among so many that follow an event of the same type and data, one that has the same id too is the better one. */
const ALIKE = 16;

/** An event that is known from both sides. */
export type Passage = {
  readonly number: number; // the written event's
  readonly writtenAt: number; // ms since the run began
  readonly arrivedAt: number;
};

export class Matching {
  readonly passages: Passage[] = [];
  /** For each arrival that was looked at: the event it is, or `null` where none was written. */
  readonly writtenFor: (WrittenEvent | null)[] = [];
  #next = 0; // the first written event that no arrival is, or went past
  readonly #written: readonly WrittenEvent[];
  readonly #arrived: readonly ArrivedEvent[];

  constructor(written: readonly WrittenEvent[], arrived: readonly ArrivedEvent[]) {
    this.#written = written;
    this.#arrived = arrived;
  }

  /** Matches what has come since. `complete`: no further written event will become known. */
  update(complete: boolean): void {
    for (let index = this.writtenFor.length; index < this.#arrived.length; index++) {
      const arrival = this.#arrived[index];
      if (arrival === undefined) return;
      const found = this.#find(arrival);
      const mayCome = !complete && this.#written.length < this.#next + LOOKAHEAD;
      if (found === undefined && mayCome && !this.#isRepeat(arrival)) return;
      this.writtenFor.push(found ?? null);
      if (found === undefined) continue;
      const { number, writtenAt } = found;
      this.#next = number;
      this.passages.push({ number, writtenAt, arrivedAt: arrival.arrivedAt });
    }
  }

  /** Tells whether it is the event that arrived before it once more, id and all: something on the way repeats. */
  #isRepeat({ type, data, lastEventId }: ArrivedEvent): boolean {
    const last = this.#written[this.#next - 1];
    const isAlike = last?.type === type && last.data === data && last.lastEventId === lastEventId;
    return (
      isAlike && lastEventId !== "" && lastEventId !== this.#written[this.#next - 2]?.lastEventId
    );
  }

  #find({ type, data, lastEventId }: ArrivedEvent): WrittenEvent | undefined {
    let end = Math.min(this.#written.length, this.#next + LOOKAHEAD);
    let found: WrittenEvent | undefined;
    for (let index = this.#next; index < end; index++) {
      const event = this.#written[index];
      if (event?.type !== type || event.data !== data) continue;
      if (event.lastEventId === lastEventId) return event;
      if (found === undefined) end = Math.min(end, index + ALIKE);
      found ??= event;
    }
    return found;
  }
}
