/** Steps in the order in which they are played, from any place on; repeats are never unrolled. */
import type { RepeatStep, Step } from "./script.ts";

/** Steps that are being played: `index` is where the next one stands, `count` which time round it is, from 1. */
export type Frame = { steps: readonly Step[]; index: number; count: number; times: number };

/** Where playing stands: the outermost steps first, then those of each repeat that it is in. */
export type Place = readonly Frame[];

export const topOf = (steps: readonly Step[]): Place => [{ steps, index: 0, count: 1, times: 1 }];

export const endOf = (steps: readonly Step[]): Place => [
  { steps, index: steps.length, count: 1, times: 1 },
];

const bodyOf = (repeat: RepeatStep, count = 1): Frame => ({
  steps: repeat.body,
  index: 0,
  count,
  times: repeat.times,
});

export class PlayOrder {
  readonly #frames: Frame[];

  constructor(place: Place) {
    this.#frames = place.map((frame) => ({ ...frame }));
  }

  /** It lies behind the step that was handed out last. */
  get place(): Place {
    return this.#frames;
  }

  /** Which time round the innermost repeat is, from 1: `{{n}}` of the step that was handed out last. */
  get count(): number {
    return this.#frames.at(-1)?.count ?? 1;
  }

  /** Returns the next step, a repeat's `@repeat` and each `@end` too; undefined at the end. */
  next(): Step | undefined {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      const step = frame.steps[frame.index];
      if (step !== undefined) {
        frame.index++;
        if (step.kind === "repeat") this.#frames.push(bodyOf(step));
        return step;
      }
      if (frame.count < frame.times) {
        frame.count++;
        frame.index = 0;
      } else {
        this.#frames.pop();
      }
    }
    return undefined;
  }
}

/** The place behind the next step that is wanted; null where none is ever played. */
export function placeAfterNext(place: Place, wanted: (step: Step) => boolean): Place | null {
  const outer = place.map((frame) => ({ ...frame }));
  for (let frame = outer.pop(); frame; frame = outer.pop()) {
    const found = find(frame, wanted);
    if (found) return [...outer, ...found];
    if (frame.count === frame.times) continue;
    const again = find({ ...frame, index: 0, count: frame.count + 1 }, wanted);
    if (again) return [...outer, ...again];
    if (frame.times === Infinity) return null;
  }
  return null;
}

/** Looks in the rest of one time round, and in a repeat's first. */
function find(frame: Frame, wanted: (step: Step) => boolean): Frame[] | null {
  for (const [ahead, step] of frame.steps.slice(frame.index).entries()) {
    const behind = { ...frame, index: frame.index + ahead + 1 };
    if (wanted(step)) return [behind];
    if (step.kind !== "repeat") continue;
    const inside = find(bodyOf(step), wanted);
    if (inside) return [behind, ...inside];
    if (step.times === Infinity) return null;
  }
  return null;
}

/**
 * The steps that were played before a place, each with its count, but of a repeat only the last time
 * round: enough to know what they left in force.
 */
export function* stepsBefore(place: Place): Generator<{ step: Step; count: number }, void> {
  for (const [depth, frame] of place.entries()) {
    if (frame.count > 1) yield* lastTime(frame.steps, frame.count - 1);
    const isInside = depth < place.length - 1; // then the step before the index is the repeat itself
    yield* lastTime(frame.steps.slice(0, isInside ? frame.index - 1 : frame.index), frame.count);
  }
}

function* lastTime(
  steps: readonly Step[],
  count: number,
): Generator<{ step: Step; count: number }, void> {
  for (const step of steps) {
    yield { step, count };
    if (step.kind === "repeat") yield* lastTime(step.body, lastCount(step));
  }
}

/** A repeat without end has no last time round: the first stands for it. */
export function lastCount({ times }: RepeatStep): number {
  return times === Infinity ? 1 : times;
}
