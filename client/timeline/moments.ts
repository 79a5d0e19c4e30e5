/** The moments of one attempt: when its events were written, and when they arrived. */
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { Run } from "../../trace/run/run.ts";
import { countUntil } from "../../trace/run/search.ts";
import { fates } from "../../trace/verdict/held.ts";
import type { Moments } from "./marks.ts";

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
