/** Says what a field's value will be, as far as the text tells. */
import type { RepeatStep } from "../script.ts";
import { render, type Template, uses } from "../template.ts";

/** Tells whether the value is another one on another attempt, or at another time. */
export function changes(value: Template): boolean {
  return uses(value, "now", "uuid", "attempt", "last-event-id");
}

/** All that a value becomes which does not change, one for each count of the innermost repeat around. */
export function* textsOf(value: Template, around: readonly RepeatStep[]): Generator<string, void> {
  const times = uses(value, "n") ? (around.at(-1)?.times ?? 1) : 1;
  const unused = { attempt: 1, lastEventId: "", now: () => 0, uuid: () => "" };
  for (let n = 1; n <= times; n++) yield render(value, { n, ...unused });
}
