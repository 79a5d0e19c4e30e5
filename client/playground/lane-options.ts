import type { LaneName } from "../../trace/run/records.ts";

/** Makes the query of a lane. Both lanes have one, since Resource Timing knows a response by its URL alone. */
export function laneOptions(lane: LaneName, trace: string, noTransform: boolean): URLSearchParams {
  const options = new URLSearchParams({ trace, lane });
  if (noTransform) options.set("noTransform", "1");
  return options;
}
