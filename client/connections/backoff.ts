/** Says how applications ask again where nobody else would: after waits that grow, and not for ever. */

/** It doubles before each try that follows without a stream. ms */
const FIRST_WAIT = 1000;

const LONGEST_WAIT = 8000;

/** After so many tries in a row without a stream, a minute in all, the application gives up too. */
export const MOST_TRIES = 10;

/** Returns ms. */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
}
