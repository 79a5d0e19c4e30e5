/** A machine that has too much to do blocks the page again and again, and everything else with it. */
import type { Busy } from "../run/run.ts";

const SPANS = 3; // within one run; so many are no chance

/** Whether whatever ran on it may have been kept waiting by the machine itself. */
export function isStarved(busy: readonly Busy[]): boolean {
  return busy.length >= SPANS;
}
