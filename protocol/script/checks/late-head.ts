/**
 * A `@status` or `@header` counts only while the response head has not left:
 *
 *     data: x
 *     (blank line)
 *     @status 503      too late for whoever starts at the top; nobody can resume right before it
 *
 * Behind a block with an id it comes first for whoever resumes there.
 */
import type { Report } from "../problem.ts";
import { resumes } from "../resume.ts";
import type { HeadStep, Section, Step } from "../script.ts";
import { uses } from "../template.ts";
import { everyStep, unrolled } from "../walk.ts";

/** Reports each `@status` and `@header` that can count on no attempt, fresh or resumed. */
export function checkHead(
  sections: readonly Section[],
  plays: readonly (readonly Step[])[],
  report: Report,
): void {
  const inTime = new Set(plays.flatMap(headStepsInTime));
  for (const { step } of sections.flatMap(({ steps }) => [...everyStep(steps)])) {
    if ((step.kind !== "status" && step.kind !== "header") || inTime.has(step)) continue;
    report(
      "head-too-late",
      step.line,
      `the response head has always left before this \`@${step.kind}\`; write it before the first line that is sent`,
    );
  }
}

/** The head steps of one attempt's lines that can count, from the top or for whoever resumes. */
function headStepsInTime(steps: readonly Step[]): HeadStep[] {
  const inTime: HeadStep[] = [];
  const canResume = resumes(steps);
  const passed: HeadStep[] = []; // in force for whoever resumes later on
  let atTop = true;
  let afterId = false;
  let blockOpen = false;
  let blockHasId = false;

  for (const step of unrolled(steps)) {
    switch (step.kind) {
      case "status":
      case "header":
        if (atTop || afterId) inTime.push(step);
        else passed.push(step);
        break;
      case "wire":
        blockHasId = (blockOpen && blockHasId) || canBeAskedFor(step);
        blockOpen = true;
        atTop = afterId = false;
        break;
      case "bytes":
        atTop = afterId = false;
        break;
      case "blank":
        if (!blockOpen) break;
        blockOpen = false;
        if (!(blockHasId && canResume)) break;
        afterId = true;
        inTime.push(...passed.splice(0));
        break;
      case "wait":
      case "hang":
      case "drop":
      case "close":
        atTop = false; // whoever resumes passes over these
    }
  }
  return inTime;
}

/** Tells whether a client could name this id later: an empty one is none, and now and uuid never come again. */
function canBeAskedFor(step: Step): boolean {
  return (
    step.kind === "wire" &&
    step.field === "id" &&
    step.value.length > 0 &&
    !uses(step.value, "now", "uuid")
  );
}
