/** How applications ask again where nobody else would: after waits that grow, and not for ever. */

/** Before the first try; before each that follows without a stream twice as long. ms */
const FIRST_WAIT = 1000;

/** But never longer than this. ms */
const LONGEST_WAIT = 8000;

/** In a row without a stream, a minute in all. Then the application has given up too. */
export const MOST_TRIES = 10;

/** How long to wait before one more try; ms */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
}
