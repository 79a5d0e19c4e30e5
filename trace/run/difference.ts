/** Lays two texts in pieces beside each other: what both have, what one lost, what it has too much. */

/** Only the right text has what is `lost`, and only the other one what is `wrong`. */
export type Piece = { kind: "same" | "lost" | "wrong"; text: string };

/** Pieces that are compared at the most; what follows counts as neither lost nor wrong. */
export const MAX_COMPARED = 1000;

/** Returns what became of `right` in `shown`, in the order of reading: as many pieces as can be are the same. */
export function difference(right: readonly string[], shown: readonly string[]): Piece[] {
  const one = right.slice(0, MAX_COMPARED);
  const other = shown.slice(0, MAX_COMPARED);
  const common = commonAfter(one, other);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const text = one[i] ?? "";
    const instead = other[j] ?? "";
    if (i < one.length && j < other.length && text === instead) {
      pieces.push({ kind: "same", text });
      i++;
      j++;
    } else if (i < one.length && (j === other.length || common(i + 1, j) >= common(i, j + 1))) {
      pieces.push({ kind: "lost", text });
      i++;
    } else {
      pieces.push({ kind: "wrong", text: instead });
      j++;
    }
  }
  return pieces;
}

/** The longest common subsequence of what follows piece `i` of one and piece `j` of the other: its length. */
function commonAfter(one: readonly string[], other: readonly string[]) {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
