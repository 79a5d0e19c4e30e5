/** Says how events passed from the server to the page: a line for each passage that can be told from its neighbours. */
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { Run } from "../../trace/run/run.ts";
import { countUntil } from "../../trace/run/search.ts";
import { fates } from "../../trace/verdict/held.ts";
import type { Scale } from "./scale.ts";

/** Two passages that begin, and end, on so few pixels are one line. px */
const SAME_PLACE = 4;

/** So far outside of the picture one place is like any other. px */
const FAR = 1000;

export type PassageLine = { from: number; to: number; held: boolean }; // px, from a write to its arrival

/** Both times of an attempt's passages grow, so equal ones are neighbours. */
export function passageLines(run: Run, attempts: readonly AttemptView[], scale: Scale) {
  const drawn: PassageLine[] = [];
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
  return Math.floor(x / SAME_PLACE);
}

/** The next place behind that of `x` begins there. px */
function after(x: number, { left, right }: Scale): number {
  if (x > right + FAR) return Number.POSITIVE_INFINITY;
  return Math.max((place(x) + 1) * SAME_PLACE, left - FAR);
}
