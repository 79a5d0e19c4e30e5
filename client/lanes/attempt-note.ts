import type { LaneView } from "../../trace/run/lane.ts";
import { MOST_TRIES } from "../connections/backoff.ts";
import { attemptsTexts } from "./attempts-texts.ts";

/**
 * What is to be said of how the lane's last attempt ended: why nobody asks again, what would, or who
 * does. `null` where the browser's own doing needs no word.
 */
export function attemptNote(
  { name, attempts, state }: LaneView,
  comesBack: boolean,
): string | null {
  const { notes } = attemptsTexts;
  const isPolite = attempts.at(-1)?.head?.status === 204;
  switch (state.name) {
    case "coming-back":
      if (state.refusal === null) return null;
      if (name === "fetch") return notes.allTheSame;
      return isPolite ? notes.anewAfter204(MOST_TRIES) : notes.anew;
    case "gave-up":
      if (comesBack) return notes.gaveUpToo(MOST_TRIES);
      return isPolite ? null : notes.cure;
    case "failed":
      return comesBack ? null : notes.bareFetch;
    case "refused":
      return comesBack ? notes.failed : null;
    default:
      return null;
  }
}
