import type { Run } from "./run.ts";

/**
 * Whether a run is over: it was stopped, or each lane is closed for good, or a lane's response has
 * ended and, as it reconnects, one further attempt was seen to open or to fail. Attempts after that
 * go on as rows of the same run.
 */
export function runIsOver(run: Run): boolean {
  if (run.stoppedAt !== null) return true;
  const { lanes } = run;
  return lanes.length > 0 && lanes.every((lane) => !lane.isConnected || lane.hasReconnected);
}
