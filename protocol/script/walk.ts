/** Ways through the steps of a script, for the checks that look at its text. */
import type { RepeatStep, Step } from "./script.ts";

/** Every step once, as it stands in the text, with the repeats around it, outermost first. */
export function* everyStep(
  steps: readonly Step[],
  around: readonly RepeatStep[] = [],
): Generator<{ step: Step; around: readonly RepeatStep[] }, void> {
  for (const step of steps) {
    yield { step, around };
    if (step.kind === "repeat") yield* everyStep(step.body, [...around, step]);
  }
}

/**
 * In playing order, a repeat's body twice at the most: a second time tells all that a hundredth does.
 * Nothing follows a repeat without end.
 * @returns whether there was one
 */
export function* unrolled(steps: readonly Step[]): Generator<Step, boolean> {
  for (const step of steps) {
    yield step;
    if (step.kind !== "repeat") continue;
    if (yield* unrolled(step.body)) return true;
    if (step.times > 1) yield* unrolled(step.body);
    if (step.times === Infinity) return true;
  }
  return false;
}
