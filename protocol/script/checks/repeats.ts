/** A repeat has to send something: else it would be a pause at best, and spin at worst. */
import type { Report } from "../problem.ts";
import type { Step } from "../script.ts";
import { everyStep } from "../walk.ts";

/** Reports each `@repeat` without a wire line or `@bytes` in it. */
export function checkRepeats(steps: readonly Step[], report: Report): void {
  for (const { step } of everyStep(steps)) {
    if (step.kind !== "repeat" || sends(step.body)) continue;
    const instead = "write a line between `@repeat` and `@end`; to stay open write `@hang`";
    report("repeat-sends-nothing", step.line, `this repeat sends nothing; ${instead}`);
  }
}

function sends(steps: readonly Step[]): boolean {
  return [...everyStep(steps)].some(({ step }) => step.kind === "wire" || step.kind === "bytes");
}
