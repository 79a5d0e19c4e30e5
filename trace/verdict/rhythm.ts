/** How the distances between arrivals compare with the distances between writes. */
import type { Passage } from "../run/matching.ts";
import { INSTANT } from "../run/noise.ts";

/**
 * Measures passages one by one, in the order of the stream. An instant is a row of arrivals each
 * within `INSTANT` of the one before: a dense live stream is one long instant with nothing squeezed
 * out of it, a burst is a short one out of which all the time of writing was squeezed.
 */
export class Rhythm {
  readonly first: Passage;
  events = 0;
  gapMost = 0; // ms between two arrivals
  lagMost = Number.NEGATIVE_INFINITY; // ms on its way
  lagLeast = Number.POSITIVE_INFINITY;
  lags = 0; // they all add up to it, ms
  last: Passage;
  /** The first of the instant that goes on, and what the instants before it come to. */
  begin: Passage;
  over = { instants: 0, clumps: 0, squeezed: 0 };

  /** `first` is still to be taken, as all the others. */
  constructor(first: Passage) {
    this.first = first;
    this.last = first;
    this.begin = first;
  }

  copy(): Rhythm {
    return Object.assign(new Rhythm(this.first), this);
  }

  take(passage: Passage): void {
    const gap = passage.arrivedAt - this.last.arrivedAt;
    this.gapMost = Math.max(this.gapMost, gap);
    if (gap > INSTANT) {
      const { instants, clumps, squeezed } = this;
      this.over = { instants, clumps, squeezed };
      this.begin = passage;
    }
    this.last = passage;
    this.events++;
    const lag = passage.arrivedAt - passage.writtenAt;
    this.lags += lag;
    if (lag > this.lagMost) this.lagMost = lag;
    if (lag < this.lagLeast) this.lagLeast = lag;
  }

  /** Says how long it took to write them, from the first to the last. ms */
  get writtenOver(): number {
    return this.last.writtenAt - this.first.writtenAt;
  }

  get arrivedOver(): number {
    return this.last.arrivedAt - this.first.arrivedAt;
  }

  get instants(): number {
    return this.over.instants + 1;
  }

  /** How many of them hold events that were written noticeably farther apart. */
  get clumps(): number {
    return this.over.clumps + (this.#missing > INSTANT ? 1 : 0);
  }

  /** Time between writes that is missing between their arrivals, instant by instant, ms. */
  get squeezed(): number {
    return this.over.squeezed + Math.max(0, this.#missing);
  }

  get lagMean(): number {
    return this.lags / this.events;
  }

  /** Returns the time that is missing in the instant that goes on. ms */
  get #missing(): number {
    const written = this.last.writtenAt - this.begin.writtenAt;
    return written - (this.last.arrivedAt - this.begin.arrivedAt);
  }
}
