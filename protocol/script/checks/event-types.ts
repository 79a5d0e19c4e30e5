/** The event types that a script can send: an EventSource hears only those that it listens for. */
import { MAX_EVENT_TYPES } from "../limits.ts";
import type { Report, Span } from "../problem.ts";
import type { RepeatStep, Section } from "../script.ts";
import { type SourceLine, spanOfLine } from "../source-line.ts";
import type { Template } from "../template.ts";
import { everyStep } from "../walk.ts";
import { fieldOf } from "../wire-line.ts";
import { linesIn } from "./blocks.ts";
import { changes, textsOf } from "./foreseen.ts";

/**
 * Lists the values of all `event` fields, in the order of the script. An empty one means "message",
 * which is not listed for it. Warns of a type that the text does not tell.
 */
export function eventTypesOf(
  sections: readonly Section[],
  lines: readonly SourceLine[],
  warn: Report,
): string[] {
  const types = new Set<string>();
  for (const { step, around } of sections.flatMap(({ steps }) => [...everyStep(steps)])) {
    const span = spanOfLine(lines, step.line);
    if (step.kind === "bytes") {
      for (const line of linesIn(step.bytes)) {
        const { field, value } = fieldOf([line]);
        if (field === "event") add(value, [], span);
      }
    } else if (step.kind === "wire" && step.field === "event") {
      add(step.value, around, span);
    }
  }
  types.delete("");
  return [...types];

  function add(value: Template, around: readonly RepeatStep[], span: Span): void {
    if (changes(value)) {
      warn(
        "type-changes",
        span,
        "this event type is another one each time, so no EventSource listens for it; write a fixed one",
      );
      return;
    }
    for (const type of textsOf(value, around)) {
      if (types.size === MAX_EVENT_TYPES) {
        warn(
          "too-many-types",
          span,
          `a page listens for ${MAX_EVENT_TYPES} event types at the most, and not for those from here on; write fewer`,
        );
        return;
      }
      types.add(type);
    }
  }
}
