/** The event types that a script can send: an EventSource hears only those that it listens for. */
import { MAX_EVENT_TYPES } from "../limits.ts";
import type { Report } from "../problem.ts";
import type { RepeatStep, Section } from "../script.ts";
import type { Template } from "../template.ts";
import { everyStep } from "../walk.ts";
import { fieldOf } from "../wire-line.ts";
import { linesIn } from "./blocks.ts";
import { changes, textsOf } from "./foreseen.ts";

/**
 * Lists the values of all `event` fields, in the order of the script. An empty one means "message",
 * which is not listed for it. Warns of a type that the text does not tell.
 */
export function eventTypesOf(sections: readonly Section[], warn: Report): string[] {
  const types = new Set<string>();
  for (const { step, around } of sections.flatMap(({ steps }) => [...everyStep(steps)])) {
    if (step.kind === "bytes") {
      for (const line of linesIn(step.bytes)) {
        const { field, value } = fieldOf([line]);
        if (field === "event") add(value, [], step.line);
      }
    } else if (step.kind === "wire" && step.field === "event") {
      add(step.value, around, step.line);
    }
  }
  types.delete("");
  return [...types];

  function add(value: Template, around: readonly RepeatStep[], line: number): void {
    if (changes(value)) {
      warn(
        "type-changes",
        line,
        "this event type is another one each time, so no EventSource listens for it; write a fixed one",
      );
      return;
    }
    for (const type of textsOf(value, around)) {
      if (types.size === MAX_EVENT_TYPES) {
        warn(
          "too-many-types",
          line,
          `a page listens for ${MAX_EVENT_TYPES} event types at the most, and not for those from here on; write fewer`,
        );
        return;
      }
      types.add(type);
    }
  }
}
