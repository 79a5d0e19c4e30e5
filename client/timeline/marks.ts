/**
 * Marks on a rail. Events that fall on the same few pixels are drawn as one mark, so there is never
 * more to draw than there is room for.
 */

/** An event at a time. `number`: from 1; `held`: it was under way for longer than noise explains. */
export type Moment = { at: number; number: number; held: boolean };

/** Moments drawn as one. `x`: px, of the first; times in ms since the run began. */
export type Mark = {
  x: number;
  at: number;
  until: number;
  number: number;
  count: number;
  held: boolean;
};

/** Merges moments, given in order of time, that would stand less than `gap` px from the mark before. */
export function marks(
  moments: Iterable<Moment>,
  x: (at: number) => number,
  gap: number,
): readonly Mark[] {
  const merged: Mark[] = [];
  let open: Mark | undefined;
  for (const { at, number, held } of moments) {
    const place = x(at);
    if (open !== undefined && place - open.x < gap) {
      open.until = at;
      open.count++;
      open.held ||= held;
    } else {
      open = { x: place, at, until: at, number, count: 1, held };
      merged.push(open);
    }
  }
  return merged;
}
