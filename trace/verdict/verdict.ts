/**
 * The verdict on a run: what became of the events of each lane's first attempt on their way. Wrong is
 * worse than silent: where the figures don't carry a word, it is "can't tell".
 */

import type { LaneName } from "../run/records.ts";
import type { Refusal } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import type { Cause } from "./cause.ts";
import type { Impression } from "./judge-arrivals.ts";
import { judgeLane } from "./judge-lane.ts";

/** `…Over`: from the first to the last, ms. `…At`: ms since the run began. `running`: more may come. */
export type LaneVerdict = { lane: LaneName } & (
  | { word: "live"; events: number; writtenOver: number; lagMost: number; running: boolean }
  | {
      word: "in-pieces";
      events: number;
      pieces: number;
      writtenOver: number;
      lagMost: number;
      running: boolean;
      cause: Cause;
    }
  | { word: "one-behind"; events: number; lagMean: number; running: boolean; cause: Cause }
  | {
      word: "burst-at-end";
      events: number;
      writtenOver: number;
      arrivedAt: number; // the first
      arrivedOver: number;
      /** When `open` fired, or fetch's head came; `waited`: no sooner than the stream ended. */
      announced: { at: number; waited: boolean } | null;
      cause: Cause;
    }
  /** `waited`: since the first event was written, ms. `told`: whether the server is known to have the request. */
  | {
      word: "nothing-yet";
      events: number;
      bytes: number;
      told: boolean;
      waited: number;
      stopped: boolean;
      cause: Cause | null;
    }
  /** `events`: that were written; `lost`: of them. */
  | { word: "lost"; events: number; lost: number; cause: Cause | null }
  /** `again`: the browser goes on asking by itself. */
  | { word: "no-stream"; refusal: Refusal; again: boolean }
  | { word: "busy"; events: number; lagMost: number }
  | { word: "cant-tell"; because: Doubt; running: boolean }
);

export type Doubt =
  /** `lag` of the only one, ms. */
  | { kind: "few-events"; events: number; lag: number | null }
  /** All were written within a time in which nothing can be told apart. ms */
  | { kind: "too-close"; events: number; writtenOver: number }
  /** They trickled in over much longer than they were written. ms */
  | { kind: "slow-link"; events: number; writtenOver: number; arrivedOver: number }
  /** Events came together once; `squeezed`: the time between their writes that is missing, ms. */
  | { kind: "one-clump"; events: number; squeezed: number }
  /** All arrived together, and whether the stream had ended by then is not known. */
  | { kind: "one-instant"; events: number }
  /** The server's side is not known, and the arrivals by themselves look like something. */
  | { kind: "arrivals-alone"; impression: Impression }
  /** What the server wrote is not known, or not all of it. */
  | { kind: "not-told" };

export type Word = LaneVerdict["word"];

/** `headline`: the worst of the lanes. `differ`: whether the lanes' words are not the same. */
export type RunVerdict = {
  headline: LaneVerdict;
  differ: boolean;
  lanes: Partial<Record<LaneName, LaneVerdict>>;
};

/** From the worst to the best; what is not known is worse than what is known to be well. */
const WORST_FIRST: readonly Word[] = [
  "no-stream",
  "lost",
  "burst-at-end",
  "nothing-yet",
  "in-pieces",
  "one-behind",
  "busy",
  "cant-tell",
  "live",
];

/** Of a run that has not begun. */
const NOTHING_ASKED: LaneVerdict = {
  lane: "eventsource",
  word: "nothing-yet",
  events: 0,
  bytes: 0,
  told: false,
  waited: 0,
  stopped: false,
  cause: null,
};

const known = new WeakMap<Run, { records: number; verdict: RunVerdict }>();

/** The verdict as the records stand; reading it again costs nothing until there are more of them. */
export function verdict(run: Run): RunVerdict {
  const records = run.records.length + run.forgotten;
  const before = known.get(run);
  if (before?.records === records) return before.verdict;
  const verdict = judge(run);
  known.set(run, { records, verdict });
  return verdict;
}

function judge(run: Run): RunVerdict {
  const lanes: RunVerdict["lanes"] = {};
  const verdicts = run.lanes.flatMap((lane) => {
    const [attempt] = lane.attempts;
    return attempt === undefined ? [] : [judgeLane(run, lane.name, attempt)];
  });
  for (const one of verdicts) lanes[one.lane] = one;
  const [headline = NOTHING_ASKED] = verdicts.toSorted(
    (a, b) => WORST_FIRST.indexOf(a.word) - WORST_FIRST.indexOf(b.word),
  );
  return { headline, differ: verdicts.some(({ word }) => word !== headline.word), lanes };
}
