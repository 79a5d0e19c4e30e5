/** Says what a client is doing, by the names that people read. EventSource's are its readyState, and why. */
import type { AttemptView } from "./attempt.ts";
import type { Reception } from "./reception.ts";
import { givesUp, NOT_AN_EVENT_STREAM } from "./reception.ts";
import type { LaneName } from "./records.ts";
import { type Refusal, refusal } from "./refusal.ts";

export type LaneState =
  | { name: "idle" }
  /** EventSource, readyState 0: it asked, nothing has come. */
  | { name: "connecting" }
  | { name: "open" }
  /** EventSource, readyState 0: its connection ended, and it asks again by itself. */
  | { name: "reestablishing"; asksAt: number | null }
  /**
   * The page's client comes back: fetch asks again, or a new EventSource takes the place of one that gave up.
   * `refusal`: where the standard fails the connection; null: where it reestablishes it.
   */
  | { name: "coming-back"; asksAt: number; refusal: Refusal | null }
  /** EventSource, readyState 2: it gave up for good. */
  | { name: "gave-up"; refusal: Refusal }
  /** EventSource, readyState 2: the page called `close()`. */
  | { name: "closed" }
  /** fetch: the promise is pending. */
  | { name: "asking" }
  | { name: "reading" }
  /** fetch: the body came to its proper end. */
  | { name: "done" }
  /** fetch: it rejected, or failed while reading: `error` is the error's name. */
  | { name: "failed"; error: string }
  /** fetch: a response came that is no event stream. */
  | { name: "refused"; refusal: Refusal }
  /** fetch: the page called `abort()`. */
  | { name: "aborted" };

/** The client whose state it is. `ms`: its reconnection time. */
type LaneClient = { lane: LaneName; browser: string; ms: number | null };

/**
 * The state that a lane's last attempt leaves it in. Times: ms since the run began.
 * @param next what the page saw last: of this attempt, or of one that is still waited for
 */
export function laneState(
  { lane, browser, ms }: LaneClient,
  attempt: AttemptView,
  next: Reception,
): LaneState {
  if (next.isWaiting) {
    const asksAt = next.since + (next.wait ?? 0);
    return {
      name: "coming-back",
      asksAt,
      refusal: givesUp(attempt.ending) ? refusal(attempt, browser) : null,
    };
  }
  const { announcedAt } = attempt;
  // Closed between two attempts: the last one had ended by itself before.
  const ending = next.ending?.how === "closed" ? next.ending : attempt.ending;
  const isFetch = lane === "fetch";
  if (ending === null) {
    return announcedAt === null
      ? { name: isFetch ? "asking" : "connecting" }
      : { name: isFetch ? "reading" : "open" };
  }
  switch (ending.how) {
    case "error":
      return ending.readyState === 0
        ? { name: "reestablishing", asksAt: ms === null ? null : ending.at + ms }
        : { name: "gave-up", refusal: refusal(attempt, browser) };
    case "ended":
      return { name: "done" };
    case "failure":
      return ending.name === NOT_AN_EVENT_STREAM
        ? { name: "refused", refusal: refusal(attempt, browser) }
        : { name: "failed", error: ending.name };
    case "closed":
      return { name: isFetch ? "aborted" : "closed" };
  }
}
