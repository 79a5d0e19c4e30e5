/** The time axis: which span is shown, where its ticks stand. All times are ms since the run began. */

/** Spans that are shown while a run goes on: the axis jumps from one to the next and rests in between. */
const SPANS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96].map((seconds) => seconds * 1000);

/** Ticks stand at least this far apart. px */
const TICK_GAP = 84;

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000, 120_000];

/** Maps times to pixels. `left` and `right` bound the rails, px. */
export type Scale = { x(at: number): number; span: number; left: number; right: number };

/** A scale that shows 0…`span` ms between `left` and `right` px. */
export function createScale(span: number, left: number, right: number): Scale {
  const perMs = (right - left) / span;
  return { x: (at) => left + at * perMs, span, left, right };
}

/** The span to show for a run that has lasted `ms` and goes on. */
export function roomySpan(ms: number): number {
  return SPANS.find((span) => span >= ms) ?? Math.ceil(ms / 60_000) * 60_000;
}

/** The times at which a figure is written under the rail, from 0. */
export function ticks({ span, left, right }: Scale): number[] {
  const most = Math.max(1, Math.floor((right - left) / TICK_GAP));
  const step = STEPS.find((candidate) => span / candidate <= most) ?? span;
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step);
}
