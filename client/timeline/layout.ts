/** Says where everything of the timeline is. Pure: sizes in, pixels out. */

/**
 * Says where things stand, in px. `lift`: a rail's name stands so far above it; `edge`: words beside a mark end
 * there, `null` where there is room enough; `em`: marks are so much larger than on a page that is not presented.
 */
export type Place = {
  wrote: number;
  got: number;
  lift: number;
  edge: number | null;
  em: number;
};

/** The rails' names stand above them where it is narrower. px */
const NARROW = 560;

/** Says where things stand, px: the run before at `top`, figures on `axis`, and lines through all end at `bottom`. */
export type Layout = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  lift: number;
  em: number;
  axis: number;
  bottom: number;
  places: readonly Place[];
};

/**
 * @param em the type is so much larger than on a page that is not presented
 * @param hasBefore the run before stands above them
 */
export function layOut(width: number, em: number, tracks: number, hasBefore: boolean): Layout {
  const narrow = width < NARROW;
  const row = (narrow ? 50 : em > 1 ? 28 : 33) * em; // a room has to see the lanes below it as well
  const top = (hasBefore ? (narrow ? 34 : 16) : narrow ? 6 : 4) * em; // its name has room above it
  const lift = narrow ? 20 * em : -4;
  const height = top + row * 2 * tracks + 32 * em;
  return {
    width,
    height,
    left: narrow ? 14 : 142 * em,
    right: width - (narrow ? 64 : 140 * em),
    top,
    lift,
    em,
    axis: height - 1, // as low as can be: the words below a rail lie on no figure of it
    bottom: height - 20 * em,
    places: Array.from({ length: tracks }, (_, index) => ({
      wrote: top + row * (1 + 2 * index),
      got: top + row * (2 + 2 * index),
      lift,
      edge: narrow ? width : null,
      em,
    })),
  };
}
