/** The ways of events from the server to the page: a line for each that can be told from its neighbours. */
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { Run } from "../../trace/run/run.ts";
import { countUntil } from "../../trace/run/search.ts";
import { fates } from "../../trace/verdict/held.ts";
import type { Scale } from "./scale.ts";

/** Ways that begin, and end, on the same few pixels are one line. px */
const WAY_GAP = 4;

/** Farther outside than this one place is like the other. px */
const FAR = 1000;

/** From a write to its arrival, px. */
export type Way = { from: number; to: number; held: boolean };

/** The ways that can be seen. Both times of an attempt's passages grow, so equal ones stand together. */
export function ways(run: Run, attempts: readonly AttemptView[], scale: Scale): Way[] {
  const drawn: Way[] = [];
  for (const attempt of attempts) {
    const { passages } = attempt;
    const { by } = fates(run, attempt);
    const end = countUntil(passages, scale.until, ({ writtenAt }) => writtenAt);
    let index = countUntil(passages, scale.from, ({ arrivedAt }) => arrivedAt);
    while (index < end) {
      const passage = passages[index];
      if (passage === undefined) break;
      const from = scale.x(passage.writtenAt);
      const to = scale.x(passage.arrivedAt);
      const last = drawn.at(-1);
      if (last === undefined || place(from) !== place(last.from) || place(to) !== place(last.to)) {
        drawn.push({ from, to, held: by(index) === "hop" });
      }
      const next = Math.min(
        countUntil(passages, scale.at(after(from, scale)), ({ writtenAt }) => writtenAt),
        countUntil(passages, scale.at(after(to, scale)), ({ arrivedAt }) => arrivedAt),
      );
      index = Math.max(index + 1, next);
    }
  }
  return drawn;
}

function place(x: number): number {
  return Math.floor(x / WAY_GAP);
}

/** Where the place after that of `x` begins. px */
function after(x: number, { left, right }: Scale): number {
  if (x > right + FAR) return Number.POSITIVE_INFINITY;
  return Math.max((place(x) + 1) * WAY_GAP, left - FAR);
}
