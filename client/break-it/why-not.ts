/** Says why a button cannot be pressed for a client. */
import type { Mishap } from "../../trace/faults/predictions.ts";
import { isStalled } from "../../trace/faults/pressed.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { LiveRun } from "../playground/live-run.ts";

export type WhyNot = "nothing" | "not-asked" | "over" | "between" | "not-stalled" | "presenters";

/** Tells why nothing at all can be done to a lane; `null` where something can. */
export function whyNothing(live: LiveRun | undefined, name: LaneName): WhyNot | null {
  if (!live?.isConnected) return "nothing";
  const lane = live.run.lane(name);
  if (!lane.hasAsked) return "not-asked";
  return lane.isConnected ? null : "over";
}

/** Tells why this cannot be done to a lane now; `null` where it can. */
export function whyNot(mishap: Mishap, live: LiveRun | undefined, name: LaneName): WhyNot | null {
  const nothing = whyNothing(live, name);
  if (nothing !== null || live === undefined) return nothing;
  const lane = live.run.lane(name);
  switch (mishap.kind) {
    case "next-status":
    case "next-type":
    case "next-redirect":
      return null; // it meets the answer to the next request, whether one runs now or not
    case "release":
      return isStalled(lane) ? null : "not-stalled";
    default:
      // Nothing of a lane runs that waits to ask again.
      return ["reestablishing", "coming-back"].includes(lane.state.name) ? "between" : null;
  }
}
