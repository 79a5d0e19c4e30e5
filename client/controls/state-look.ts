/** Gives each state of a lane its icon and its colour. */
import type { TemplateResult } from "lit";
import type { LaneState } from "../../trace/run/lane-state.ts";
import { icons } from "../icons.ts";

type Look = { icon: TemplateResult; tone: string };

const looks: Readonly<Record<LaneState["name"], Look>> = {
  open: { icon: icons.live, tone: "open" },
  reading: { icon: icons.live, tone: "open" },
  connecting: { icon: icons.clock, tone: "waiting" },
  asking: { icon: icons.clock, tone: "waiting" },
  reestablishing: { icon: icons.clock, tone: "waiting" },
  "coming-back": { icon: icons.clock, tone: "waiting" },
  failed: { icon: icons.broken, tone: "failed" },
  "gave-up": { icon: icons.broken, tone: "failed" },
  refused: { icon: icons.broken, tone: "failed" },
  idle: { icon: icons.stop, tone: "" },
  closed: { icon: icons.stop, tone: "" },
  done: { icon: icons.stop, tone: "" },
  aborted: { icon: icons.stop, tone: "" },
};

/** A lane's state looks the same wherever it is shown. A close by 204 was asked for, so it is grey and not red. */
export function stateLook(state: LaneState): Look {
  const isRefused = state.name === "gave-up" || state.name === "refused";
  const isPolite = isRefused && state.refusal.kind === "status" && state.refusal.status === 204;
  return isPolite ? looks.closed : looks[state.name];
}
