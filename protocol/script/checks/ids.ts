/** Ids that a resume can't find again: sent twice, or made of what changes. */
import { MAX_IDS_COMPARED } from "../limits.ts";
import type { Report } from "../problem.ts";
import type { RepeatStep, Step, WireStep } from "../script.ts";
import { uses } from "../template.ts";
import { everyStep } from "../walk.ts";
import { changes, textsOf } from "./foreseen.ts";

/** Warns of the ids in one attempt's lines that a client can't resume after as one would expect. */
export function checkIds(steps: readonly Step[], warn: Report): void {
  const lineOf = new Map<string, number>();
  for (const { step, around } of everyStep(steps)) {
    if (step.kind !== "wire" || step.field !== "id" || step.value.length === 0) continue;
    if (changes(step.value)) {
      warn(
        "id-changes",
        step.line,
        "this id is another one each time, so nobody can resume after it; write a fixed one or `{{n}}`",
      );
      continue;
    }
    if (isSentAgain(step, around)) {
      warn(
        "id-twice",
        step.line,
        "this id is sent each time round, and a resume goes on after its last; write `{{n}}` in it",
      );
    }
    for (const id of textsOf(step.value, around)) {
      if (lineOf.size === MAX_IDS_COMPARED) break;
      const before = lineOf.get(id);
      lineOf.set(id, step.line);
      if (before === undefined) continue;
      const twice = `the id "${id}" is sent in line ${before} too, and a resume goes on after its last`;
      warn("id-twice", step.line, `${twice}; write another one`);
      break;
    }
  }
}

/** Tells whether a repeat around the line sends the same id again: any but the one that `{{n}}` counts. */
function isSentAgain({ value }: WireStep, around: readonly RepeatStep[]): boolean {
  const same = uses(value, "n") ? around.slice(0, -1) : around;
  return same.some(({ times }) => times > 1);
}
