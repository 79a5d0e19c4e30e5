/** Says what was pressed in each run, and what was foretold then, so that a prediction is judged as it was made. */
import { type Mishap, type Prediction, predict } from "../../trace/faults/predictions.ts";
import { situationOf } from "../../trace/faults/situation.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { now } from "../connections/clock.ts";
import { sendFault } from "../connections/faults.ts";
import { ownApi, ownPort } from "../connections/places.ts";
import { freeze } from "../playground/freeze.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { breakItTexts } from "./break-it-texts.ts";

/** How many presses of one run are kept: the newest ones. */
const MOST = 50;

export type Press = {
  readonly mishap: Mishap;
  /** ms since the run began, by the page's clock. */
  readonly at: number;
  /** What was predicted for each client that it was pressed for. */
  readonly foretold: readonly Prediction[];
  /** Why it was not done, or not to all of them; "" where it was. */
  refused: string;
};

const pressesByRun = new WeakMap<Run, readonly Press[]>();

/** Returns what was pressed in this run, the newest first. */
export function pressesIn(run: Run): readonly Press[] {
  return pressesByRun.get(run) ?? [];
}

/** Predicts what a lane of this run would do now. */
export function foretell(mishap: Mishap, { run, client }: LiveRun, lane: LaneName): Prediction {
  const sameOrigin = run.setup.path.port === ownPort();
  const { comesBack } = client.clients[lane];
  return predict(mishap, situationOf(run, lane, { sameOrigin, comesBack }));
}

/** Does it to these lanes of the run. Settles when the server has answered. */
export async function press(
  mishap: Mishap,
  live: LiveRun,
  lanes: readonly LaneName[],
): Promise<void> {
  const { run } = live;
  const foretold = lanes.map((lane) => foretell(mishap, live, lane));
  const one: Press = { mishap, at: now() - run.setup.beganAt, foretold, refused: "" };
  pressesByRun.set(run, [one, ...pressesIn(run)].slice(0, MOST));
  one.refused = await act(mishap, run.setup.trace, lanes);
}

/** Does it. Returns why it was not done, or "". */
async function act(mishap: Mishap, trace: string, lanes: readonly LaneName[]): Promise<string> {
  if (mishap.kind === "freeze") {
    freeze();
    return "";
  }
  const whose = mishap.kind === "close-door" ? [{ trace }] : lanes.map((lane) => ({ trace, lane }));
  try {
    const refusals = await Promise.all(whose.map((one) => sendFault(ownApi, mishap, one)));
    return [...new Set(refusals)].filter((why) => why !== "").join("; ");
  } catch {
    return breakItTexts.away;
  }
}
