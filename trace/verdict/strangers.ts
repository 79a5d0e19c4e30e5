/**
 * Judges a stranger's stream. Known from both ends, it tells who held it: whatever stands at the address that it
 * left, or what lies behind; from one end alone, only how it left or arrived.
 */
import type { LaneView } from "../run/lane.ts";
import type { Run } from "../run/run.ts";
import { departed } from "./departed.ts";
import type { Finding, Word } from "./finding.ts";
import { oneEnd } from "./one-end.ts";

/** Deliveries that say nothing of a stream which was held before it left, or say it once more. */
const BEHIND: readonly Word[] = [
  "live",
  "cant-tell",
  "busy",
  "connecting",
  "nothing-yet",
  "format",
];

/** What was held on the way that lies behind the address. */
const HELD: readonly Word[] = ["burst-at-end", "in-pieces", "one-behind", "held", "late"];

/**
 * @param findings on its way to the page; none where the page did not ask
 * @param now ms since the run began
 */
export function judgeWatched(
  run: Run,
  lane: LaneView,
  findings: readonly Finding[],
  now: number,
): readonly Finding[] {
  const departure = departed(run, lane, now);
  if (departure === null) return findings;
  const { name } = lane;
  const { shape } = departure.how;
  const isWhole = shape === "down" || shape === "unfit" || departure.again?.shows === "not-flushed";
  if (!lane.isAsked || isWhole) return [{ lane: name, ...departure }];
  const left = {
    from: departure.from,
    evenly: shape === "evenly",
    cut: departure.end === "target-cut",
  };
  const known = findings.map((one): Finding => ({ ...one, left }));
  if (shape !== "burst" && shape !== "pieces") return known;
  const arrived = known.some(({ word }) => HELD.includes(word)) ? "later" : "as-it-left";
  const others = known.filter(({ word }) => !HELD.includes(word) && !BEHIND.includes(word));
  return [{ lane: name, ...departure, arrived }, ...others];
}

/** Judges a stream whose server tells nothing. */
export function judgeUnwatched(
  { busy, setup, latest }: Run,
  { name, attempts }: LaneView,
): readonly Finding[] {
  const [first] = attempts;
  if (first === undefined) return [];
  if (setup.untimed) {
    const { arrived, coding, announcedAt } = first;
    const over = latest - (announcedAt ?? 0);
    const arrivals = { like: "untimed", events: arrived.length, over } as const;
    const one = { word: "unclear", arrivals, coding, listensFor: null } as const;
    return [{ lane: name, word: "one-end", one }];
  }
  const again = attempts.find(({ reception }) => reception.isAgain) ?? null;
  return [{ lane: name, word: "one-end", one: oneEnd(first, again, busy) }];
}
