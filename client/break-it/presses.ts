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

const MOST = 50; // the newest ones of a run

export type Press = {
  readonly mishap: Mishap;
  readonly at: number; // ms since the run began, by the page's clock
  readonly foretold: readonly Prediction[];
  /** The server's reason why it did not do it, or not to all of them; "" where it did. */
  refused: string;
};

const pressesByRun = new WeakMap<Run, readonly Press[]>();

export function pressesIn(run: Run): readonly Press[] {
  return pressesByRun.get(run) ?? [];
}

export function foretell(mishap: Mishap, { run, client }: LiveRun, lane: LaneName): Prediction {
  const sameOrigin = run.setup.path.port === ownPort();
  const { comesBack } = client.clients[lane];
  return predict(mishap, situationOf(run, lane, { sameOrigin, comesBack }));
}

/** Settles when the server has answered. */
export async function press(mishap: Mishap, live: LiveRun, lanes: readonly LaneName[]) {
  const { run } = live;
  const foretold = lanes.map((lane) => foretell(mishap, live, lane));
  const one: Press = { mishap, at: now() - run.setup.beganAt, foretold, refused: "" };
  pressesByRun.set(run, [one, ...pressesIn(run)].slice(0, MOST));
  one.refused = await act(mishap, run.setup.trace, lanes);
}

/** Returns why it was not done; "" where it was. */
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
