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

function nothing(): boolean {
  return false;
}
