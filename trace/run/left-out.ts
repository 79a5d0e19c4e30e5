/** Says what the EventSource of a browser does not dispatch, though by the standard it would (docs/facts.md, 4). */
import type { AttemptView } from "./attempt.ts";
import { measuredBrowser } from "./browser.ts";
import type { WrittenEvent } from "./connection.ts";
import type { LaneName } from "./records.ts";

/** Tells the events of `attempt` that `browser` leaves out: those whose `id` holds a NUL, where it minds. */
export function leavesOut(
  attempt: AttemptView,
  lane: LaneName,
  browser: string,
): (event: WrittenEvent) => boolean {
  const isBrowsers = lane === "eventsource" && attempt.reception.askedBy === "browser";
  const known = measuredBrowser(browser)?.answers["id-nul"];
  return isBrowsers && known?.does === "loses" ? ({ hasNulInId }) => hasNulInId : nothing;
}

/** Tells the events of `attempt` whose type nobody listens for, as far as it is known for which anybody does: an EventSource drops them. */
export function isUnheard({
  reception: { listensFor },
}: AttemptView): (event: WrittenEvent) => boolean {
  if (listensFor === null) return nothing;
  const heard = new Set(["message", ...listensFor]);
  return ({ type }) => !heard.has(type);
}

/** Tells the events of `attempt` that its page is not handed, for one of these reasons or the other. */
export function isKeptBack(
  attempt: AttemptView,
  lane: LaneName,
  browser: string,
): (event: WrittenEvent) => boolean {
  const [isLeftOut, isDropped] = [leavesOut(attempt, lane, browser), isUnheard(attempt)];
  return (event) => isLeftOut(event) || isDropped(event);
}

function nothing(): boolean {
  return false;
}
