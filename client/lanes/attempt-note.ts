import type { LaneView } from "../../trace/lane.ts";
import { attemptsTexts } from "../attempts-texts.ts";
import { MOST_TRIES } from "../connections/new-eventsource.ts";

/**
 * What is to be said of how the lane's last attempt ended: why nobody asks again, what would, or who
 * does. `null` where the browser's own doing needs no word.
 */
export function attemptNote({ attempts, state }: LaneView, comesBack: boolean): string | null {
  const { notes } = attemptsTexts;
  const last = attempts.at(-1);
  switch (state.name) {
    case "coming-back":
      if (last?.ending?.how !== "error") return null;
      return last.head?.status === 204 ? notes.anewAfter204(MOST_TRIES) : notes.anew;
    case "gave-up":
      if (comesBack) return notes.gaveUpToo(MOST_TRIES);
      return last?.head?.status === 204 ? null : notes.cure;
    case "failed":
      return comesBack ? null : notes.bareFetch;
    case "refused":
      return comesBack ? notes.failed : null;
    default:
      return null;
  }
}
