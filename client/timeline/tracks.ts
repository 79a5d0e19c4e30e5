/** Says which lanes the timeline shows, and what it calls their rails. */

import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { isProbe } from "../../trace/run/passing.ts";
import type { Run } from "../../trace/run/run.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { timelineTexts } from "./timeline-texts.ts";

/** A pair of rails: what the server wrote for a lane, and what the lane got. */
export type Track = { run: Run; lane: LaneView; wrote: string; got: string };

/**
 * The tracks of one run, one for each lane; side by side there is one for each path, of the lane that its
 * verdict names.
 */
export function tracks(runs: readonly Run[]): Track[] {
  const [run, ...others] = runs;
  if (run === undefined) return [];
  if (others.length === 0) {
    return run.lanes.map((lane) => ({
      run,
      lane,
      wrote: wrote(run),
      got:
        run.setup.watched === undefined || lane.isAsked
          ? timelineTexts.got(isProbe(run.setup.browser) ? "probe" : laneTitles[lane.name])
          : timelineTexts.unseen,
    }));
  }
  return runs.map((run) => {
    const lane = run.lane(verdict(run).headline.lane);
    return {
      run,
      lane,
      wrote: playgroundTexts.pathName(run.setup.path),
      got: timelineTexts.got(laneTitles[lane.name]),
    };
  });
}

function wrote({ setup: { watched, unwatched } }: Run): string {
  if (watched !== undefined) return timelineTexts.left(watched);
  return unwatched === undefined ? timelineTexts.wrote : timelineTexts.unseen;
}
