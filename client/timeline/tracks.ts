/** Says which lanes the timeline shows, and what it calls their rails. */

import { laneTitles } from "../../trace/en/lane-titles.ts";
import { isProbe } from "../../trace/run/browser-name.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Run } from "../../trace/run/run.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { timelineTexts } from "./timeline-texts.ts";

export type Track = { run: Run; lane: LaneView; wrote: string; got: string };

/** One run has a track for each lane; side by side each path has one, of the lane that its verdict names. */
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
