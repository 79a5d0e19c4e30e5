import type { AttemptView } from "./attempt.ts";
import type { BrowserRecord } from "./records.ts";
import { countUntil } from "./search.ts";

/**
 * Which arrival of `attempt` a dispatch record is, from 0. Of those that came in the same instant and
 * are alike the first is taken: they were on their way for the same time.
 * @returns `null` where it is none of them
 */
export function arrivalOf(
  { at, type, data }: Extract<BrowserRecord, { kind: "dispatch" }>,
  { arrived }: AttemptView,
): number | null {
  let found: number | null = null;
  for (let index = countUntil(arrived, at, (event) => event.arrivedAt) - 1; index >= 0; index--) {
    const event = arrived[index];
    if (event === undefined || event.arrivedAt !== at) break;
    if (event.type === type && event.data === data) found = index;
  }
  return found;
}
