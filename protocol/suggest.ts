/** Finds near misses: `@wiat` → `@wait`. */

/** More slips than this are another word; a short word has room for one. */
const MOST_SLIPS = 2;
const SHORT = 5; // letters

/** The candidate that a word most likely meant, or null where none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Math.min(word.length < SHORT ? 1 : MOST_SLIPS, word.length - 1) + 1;
  if (word.length > Math.max(...candidates.map(({ length }) => length)) + MOST_SLIPS) return null;
  for (const candidate of candidates) {
    const slips = slipsBetween(word, candidate);
    if (slips < fewest) [nearest, fewest] = [candidate, slips];
  }
  return nearest;
}

/** Letters left out, put in, exchanged or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        cell(row, j) + 1,
        cell(next, j - 1) + 1,
        cell(row, j - 1) + (same ? 0 : 1),
        swapped ? cell(above, j - 2) + 1 : Infinity,
      );
    }
    [above, row] = [row, next];
  }
  return cell(row, b.length);
}

const cell = (row: readonly number[], index: number): number => row[index] ?? Infinity;
