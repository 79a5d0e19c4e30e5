import type { TemplateResult } from "lit";
import type { LaneState } from "../../trace/run/lane-state.ts";
import type { Refusal } from "../../trace/run/refusal.ts";
import { icons } from "../icons.ts";

/**
 * A lane's state looks the same wherever it is shown. A close by 204 was asked for, so it is grey and not red.
 */
export function stateLook(state: LaneState): { icon: TemplateResult; tone: string } {
  switch (state.name) {
    case "open":
    case "reading":
      return { icon: icons.live, tone: "open" };
    case "connecting":
    case "asking":
    case "reestablishing":
    case "coming-back":
      return { icon: icons.clock, tone: "waiting" };
    case "failed":
      return { icon: icons.broken, tone: "failed" };
    case "gave-up":
    case "refused":
      return isPolite(state.refusal)
        ? { icon: icons.stop, tone: "" }
        : { icon: icons.broken, tone: "failed" };
    case "idle":
    case "closed":
    case "done":
    case "aborted":
      return { icon: icons.stop, tone: "" };
  }
}

function isPolite(refusal: Refusal): boolean {
  return refusal.kind === "status" && refusal.status === 204;
}
