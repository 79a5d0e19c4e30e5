/** Says how applications ask again where nobody else would: after waits that grow, and not for ever. */

/** The wait before the first try; it doubles before each that follows without a stream. ms */
const FIRST_WAIT = 1000;

/** The longest wait. ms */
const LONGEST_WAIT = 8000;

/** How many tries in a row may bring no stream, a minute in all; then the application gives up too. */
export const MOST_TRIES = 10;

/** Returns how long to wait before one more try; ms */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
}
