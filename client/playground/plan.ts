/** Says what one run is to play, and how. */
import type { LaneName, Path } from "../../trace/run/records.ts";
import type { Clock } from "../connections/clock.ts";
import type { PlayedScript } from "./played-script.ts";
import type { ClientChoices } from "./set-up.ts";

export type Plan = {
  script: PlayedScript;
  path: Path;
  noTransform: boolean;
  lanes: readonly LaneName[];
  clients: ClientChoices;
  browser: string;
  clock: Clock;
  beganAt: number; // epoch ms, page's clock
};

/** Makes the query of a lane. Both lanes have one, since Resource Timing knows a response by its URL alone. */
export function laneOptions(lane: LaneName, trace: string, noTransform: boolean): URLSearchParams {
  const options = new URLSearchParams({ trace, lane });
  if (noTransform) options.set("noTransform", "1");
  return options;
}
