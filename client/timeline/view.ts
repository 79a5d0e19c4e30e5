/** Says which span of a run the axis shows, and what zooming and panning make of it. Times in ms since the run began. */

export type Span = { readonly from: number; readonly until: number };

/** The page's clocks do not tell much less apart. ms */
const SHORTEST = 10;

/** Within a run of `whole` ms the span becomes `factor` times as long; the time `at` keeps its place. */
export function zoomed({ from, until }: Span, factor: number, at: number, whole: number): Span {
  const length = Math.max((until - from) * factor, Math.min(SHORTEST, whole));
  const before = ((at - from) / (until - from)) * length;
  return within({ from: at - before, until: at - before + length }, whole);
}

/** Within a run of `whole` ms the span moves `by` ms: later if positive. */
export function panned({ from, until }: Span, by: number, whole: number): Span {
  return within({ from: from + by, until: until + by }, whole);
}

function within({ from, until }: Span, whole: number): Span {
  const length = Math.min(until - from, whole);
  const begin = Math.min(Math.max(from, 0), whole - length);
  return { from: begin, until: begin + length };
}
