/**
 * Who ended an attempt, by what both ends tell; and, where it was neither, why something between them
 * most likely did: after a silence, or at a certain age.
 */
import type { AttemptView } from "../run/attempt.ts";
import { isCut } from "../run/connection.ts";
import { NOISE, QUIET, SAME_AGE, STALL } from "../run/noise.ts";
import { givesUp } from "../run/reception.ts";
import type { CutBecause, EndedBy } from "./finding.ts";

/** Who ended it; `null` while it goes on, and where the page itself let go. */
export function endedBy({ ending, connection }: AttemptView): EndedBy | null {
  if (ending === null || ending.how === "closed") return null;
  const reason = connection?.end?.reason;
  if (reason === undefined) return "unknown";
  if (reason.why !== "left") return isCut(reason) ? "server-cut" : "server";
  // To the server the client has gone, and the page did not go.
  return givesUp(ending) ? "unknown" : "way";
}

/**
 * What was cut on the way, among `attempts` of one lane; `null` for nothing.
 * @param others the attempts of the other lane, which went the same way
 * @param lost how many of the lane's events never arrived
 */
export function cutOnTheWay(
  attempts: readonly AttemptView[],
  others: readonly AttemptView[],
  lost: number,
): Cut | null {
  const cuts = attempts.filter((attempt) => endedBy(attempt) === "way");
  const last = cuts.at(-1);
  if (last === undefined) return null;
  return {
    word: "cut",
    cuts: cuts.length,
    because: because(last, [...cuts.slice(0, -1), ...apartFrom(last, others)]),
    proper: last.ending?.how === "ended",
    lost,
  };
}

type Cut = { word: "cut"; cuts: number; because: CutBecause; proper: boolean; lost: number };

/** Those of the other lane that were cut on the way too, and not in the same moment: that would be one cause, whatever their age. */
function apartFrom({ ending }: AttemptView, others: readonly AttemptView[]) {
  return others.filter(
    (other) =>
      endedBy(other) === "way" && Math.abs((other.ending?.at ?? 0) - (ending?.at ?? 0)) > STALL,
  );
}

function because(attempt: AttemptView, before: readonly AttemptView[]): CutBecause {
  const { quiet, habit, age } = measured(attempt);
  if (quiet >= QUIET && quiet > habit + NOISE) return { kind: "silence", ms: quiet };
  const isSame = before.some((one) => {
    const other = measured(one);
    return Math.abs(other.age - age) <= Math.max(SAME_AGE.least, SAME_AGE.share * age);
  });
  return isSame ? { kind: "whole-time", ms: age } : { kind: "flowing", quiet };
}

/**
 * Measures a cut: `quiet` says how long nothing had been written when it came, `habit` how long that had lasted at
 * the most before, `age` how old the connection was. ms
 */
function measured({ writes, ending, connection, announcedAt }: AttemptView) {
  const end = ending?.at ?? 0;
  const began = connection?.beganAt ?? announcedAt ?? end;
  let habit = 0;
  let last = began;
  for (const { at } of writes) {
    if (at > end) break;
    habit = Math.max(habit, at - last);
    last = at;
  }
  return { quiet: end - last, habit, age: end - began };
}
