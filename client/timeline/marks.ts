/**
 * Marks on a rail. Moments that fall on the same few pixels are one mark, and a crowd of them that
 * goes on for longer is a mark with columns, so there is never more to draw than there is room for;
 * finding them costs by the pixels too, since it goes from column to column by bisection.
 */
import type { AttemptView } from "../../trace/run/attempt.ts";
import { INSTANT } from "../../trace/run/noise.ts";
import type { Run } from "../../trace/run/run.ts";
import { countUntil } from "../../trace/run/search.ts";
import { fates } from "../../trace/verdict/held.ts";
import type { Scale } from "./scale.ts";

export const MARK = 16; // px

const GAP = 2; // px

/** They stand in order of time, such as the arrivals of one attempt. */
export interface Moments {
  at(index: number): number; // ms since the run began
  /** Counts those up to and with `at`. */
  until(at: number): number;
  /** Counts those of them that were under way for longer than noise explains. */
  heldUntil(at: number): number;
}

/** Moments on the same pixels: `row` and `index` are the first one's; they last from `at` to `until`, ms. */
export type Column = {
  x: number; // px, where the first stands
  row: number;
  index: number;
  at: number;
  until: number;
  count: number;
  held: boolean;
};

/** Neighbouring columns drawn as one: a moment, an instant of several, or a crowd, which keeps its columns. */
export type Mark = Omit<Column, "row" | "index"> & {
  right: number; // px, where the last moment stands
  shape: "single" | "instant" | "crowd";
  columns: Column[];
};

const COLUMN = 3; // px

/**
 * `rows` are given one after the other in order of time.
 * @param room an instant of so many moments takes up so much from its `x` on, px
 */
export function marks(
  rows: readonly Moments[],
  scale: Scale,
  room: (count: number) => number,
): readonly Mark[] {
  const merged: Mark[] = [];
  let open: Mark | undefined;
  for (const column of rows.flatMap((moments, row) => [...columns(moments, row, scale)])) {
    const right = scale.x(column.until);
    const isNear =
      open !== undefined &&
      (column.x - open.right < MARK + GAP || column.x - open.x < room(open.count) + GAP);
    if (open !== undefined && isNear) {
      put(open.columns, column);
      open.until = column.until;
      open.right = right;
      open.count += column.count;
      open.held ||= column.held;
    } else {
      const { x, at, until, count, held } = column;
      open = { x, at, until, count, held, right, shape: "single", columns: [column] };
      merged.push(open);
    }
    if (open.count > 1) open.shape = isInstant(open, room) ? "instant" : "crowd";
  }
  return merged.some(({ shape }) => shape === "crowd") ? inOneManner(merged) : merged;
}

/** One on the pixels of the last, as the next row's may be, is drawn with it. */
function put(columns: Column[], column: Column): void {
  const last = columns.at(-1);
  if (last === undefined || place(last.x) !== place(column.x)) {
    columns.push(column);
    return;
  }
  last.until = column.until;
  last.count += column.count;
  last.held ||= column.held;
}

function place(x: number): number {
  return Math.floor(x / COLUMN);
}

/** A pill says that they came together, which what only stands on the same pixels did not. */
function isInstant({ at, until, x, right, count }: Mark, room: (count: number) => number): boolean {
  return until - at <= INSTANT && right - x < room(count);
}

/** Whoever looks along a rail on which there is a crowd sees bars, not now and then a circle. */
export function inOneManner(marks: readonly Mark[]): readonly Mark[] {
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return marks;
  return [
    {
      ...first,
      shape: "crowd",
      until: last.until,
      right: last.right,
      count: marks.reduce((all, { count }) => all + count, 0),
      held: marks.some(({ held }) => held),
      columns: marks.flatMap(({ columns }) => columns),
    },
  ];
}

function* columns(moments: Moments, row: number, scale: Scale): Generator<Column> {
  const begin = scale.at(scale.left - MARK / 2);
  const end = moments.until(scale.at(scale.right + MARK / 2));
  let index = moments.until(begin);
  let held = moments.heldUntil(begin);
  while (index < end) {
    const at = moments.at(index);
    const x = scale.x(at);
    const edge = scale.at((place(x) + 1) * COLUMN);
    const next = Math.min(end, Math.max(index + 1, moments.until(edge)));
    const until = moments.at(next - 1);
    const heldNext = moments.heldUntil(until);
    yield { x, row, index, at, until, count: next - index, held: heldNext > held };
    index = next;
    held = heldNext;
  }
}

export function departures({ written }: AttemptView): Moments {
  return {
    at: (index) => written[index]?.writtenAt ?? Number.POSITIVE_INFINITY,
    until: (at) => countUntil(written, at, ({ writtenAt }) => writtenAt),
    heldUntil: () => 0,
  };
}

export function arrivals(run: Run, attempt: AttemptView): Moments {
  const { arrived, passages } = attempt;
  const { hopUntil } = fates(run, attempt);
  return {
    at: (index) => arrived[index]?.arrivedAt ?? Number.POSITIVE_INFINITY,
    until: (at) => countUntil(arrived, at, ({ arrivedAt }) => arrivedAt),
    heldUntil: (at) => hopUntil(countUntil(passages, at, ({ arrivedAt }) => arrivedAt)),
  };
}
