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

/**
 * Merges moments, given in order of time, that would stand where the mark before needs room.
 * @param room how much a mark of so many moments takes up from its `x` on, px
 */
export function marks(
  moments: Iterable<Moment>,
  x: (at: number) => number,
  room: (count: number) => number,
): readonly Mark[] {
  const merged: Mark[] = [];
  let open: Mark | undefined;
  for (const { at, number, held } of moments) {
    const place = x(at);
    if (open !== undefined && place - open.x < room(open.count)) {
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
