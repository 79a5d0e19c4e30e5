/** Says what was pressed for a client, as the server told it. */
import type { LaneView } from "../run/lane.ts";
import { ORDER } from "../run/noise.ts";
import type { Fault, LaneName, ServerRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";

type FaultRecord = Extract<ServerRecord, { kind: "fault" }>;

/**
 * Returns when the server did what was pressed at `at` by the page's clock, ms since the run began; `null`
 * while it has not told.
 */
export function doneAt(
  fault: FaultRecord["fault"],
  run: Run,
  lane: LaneName,
  at: number,
): number | null {
  const earliest = at - run.setup.clockError - ORDER;
  const wanted = JSON.stringify(fault);
  const told = faultsOf(run.lane(lane)).find(
    (one) => one.at >= earliest && JSON.stringify(one.fault) === wanted,
  );
  return told?.at ?? null;
}

/** Tells whether the lane's running stream stands still until it is released. */
export function isStalled(lane: LaneView): boolean {
  const faults = lane.attempts.at(-1)?.connection?.faults ?? [];
  const last = faults.findLast(({ fault: { kind } }) => kind === "stall" || kind === "release");
  return last?.fault.kind === "stall";
}

/** Tells whether something that was pressed waits for the lane's next answer. */
export function answerWaits(lane: LaneView): boolean {
  const boot = lane.attempts.at(-1)?.connection?.request?.boot; // one before has taken it along
  const pressed = faultsOf(lane).filter((one) => one.boot === boot && isForNextAnswer(one.fault));
  const met = lane.attempts.flatMap(({ connections }) =>
    connections.filter(({ end, request }) => {
      const reason = end?.reason;
      const isMet = reason?.why === "fault" && isForNextAnswer(reason.fault);
      return isMet && request?.boot === boot;
    }),
  );
  return pressed.length > met.length;
}

function isForNextAnswer({ kind }: Fault): boolean {
  return kind === "next-status" || kind === "next-type" || kind === "next-redirect";
}

function faultsOf({ attempts }: LaneView): readonly FaultRecord[] {
  return attempts.flatMap(({ connections }) => connections.flatMap(({ faults }) => faults));
}
