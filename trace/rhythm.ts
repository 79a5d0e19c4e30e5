/** How the distances between arrivals compare with the distances between writes. */
import type { Passage } from "./matching.ts";
import { INSTANT } from "./noise.ts";

export type Rhythm = {
  /** From the first to the last, ms. */
  writtenOver: number;
  arrivedOver: number;
  /** How many instants the arrivals fall into. */
  instants: number;
  /** How many of them hold events that were written noticeably farther apart. */
  clumps: number;
  /** Time between writes that is missing between their arrivals, instant by instant, ms. */
  squeezed: number;
  /** The longest time between two arrivals, ms. */
  gapMost: number;
  /** The longest that one was on its way, ms. */
  lagMost: number;
  lagMean: number;
};

/**
 * Measures passages in the order of the stream; `null` for none. An instant is a row of arrivals each
 * within `INSTANT` of the one before: a dense live stream is one long instant with nothing squeezed
 * out of it, a burst is a short one out of which all the time of writing was squeezed.
 */
export function rhythm(passages: readonly Passage[]): Rhythm | null {
  const [first] = passages;
  if (first === undefined) return null;
  let begin = first; // of the instant
  let last = first;
  let instants = 0;
  let clumps = 0;
  let squeezed = 0;
  let gapMost = 0;
  let lags = 0;
  let lagMost = Number.NEGATIVE_INFINITY;
  function close(): void {
    const written = last.writtenAt - begin.writtenAt;
    const arrived = last.arrivedAt - begin.arrivedAt;
    squeezed += Math.max(0, written - arrived);
    if (written - arrived > INSTANT) clumps++;
    instants++;
  }
  for (const passage of passages) {
    gapMost = Math.max(gapMost, passage.arrivedAt - last.arrivedAt);
    if (passage.arrivedAt - last.arrivedAt > INSTANT) {
      close();
      begin = passage;
    }
    last = passage;
    const lag = passage.arrivedAt - passage.writtenAt;
    lags += lag;
    if (lag > lagMost) lagMost = lag;
  }
  close();
  return {
    writtenOver: last.writtenAt - first.writtenAt,
    arrivedOver: last.arrivedAt - first.arrivedAt,
    instants,
    clumps,
    squeezed,
    gapMost,
    lagMost,
    lagMean: lags / passages.length,
  };
}
