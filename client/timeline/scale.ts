/** The time axis: from times to pixels and back, and where its figures stand. Times in ms since the run began. */
import { grouped, milliseconds } from "../../trace/en/figures.ts";
import { timelineTexts } from "./timeline-texts.ts";

export type Span = { readonly from: number; readonly until: number };

/** While a run goes on the axis jumps from one of them to the next, and rests in between. */
const SPANS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96].map((seconds) => seconds * 1000);

const TICK_GAP = 84; // px, at least

const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000, 120_000, 300_000,
  600_000, 1_800_000, 3_600_000,
];

/** Figures below it are in milliseconds. ms */
const IN_SECONDS = 100;

/** The rails go from `left` to `right`, px, where `from` and `until` are. */
export type Scale = Span & {
  readonly left: number;
  readonly right: number;
  x(at: number): number;
  at(x: number): number;
};

export function createScale({ from, until }: Span, left: number, right: number): Scale {
  const perMs = (right - left) / (until - from);
  return {
    from,
    until,
    left,
    right,
    x: (at) => left + (at - from) * perMs,
    at: (x) => from + (x - left) / perMs,
  };
}

/** So much is shown of a run that has lasted `ms` and goes on. */
export function roomySpan(ms: number): number {
  return SPANS.find((span) => span >= ms) ?? Math.ceil(ms / 60_000) * 60_000;
}

/** The last figure has the unit. */
export function ticks({ from, until, left, right }: Scale): { at: number; words: string }[] {
  const span = until - from;
  const most = Math.max(1, Math.floor((right - left) / TICK_GAP));
  const step = STEPS.find((candidate) => span / candidate <= most) ?? span;
  const first = Math.ceil(from / step);
  const count = Math.floor(until / step) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = (first + index) * step;
    const isLast = index === count - 1;
    if (step < IN_SECONDS) return { at, words: isLast ? milliseconds(at) : grouped(at) };
    const seconds = String(at / 1000);
    return { at, words: isLast && at > 0 ? timelineTexts.seconds(seconds) : seconds };
  });
}
