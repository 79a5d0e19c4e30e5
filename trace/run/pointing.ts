/** One thing, wherever it is shown: whoever points at it in one view finds it in the others. */
import type { AttemptView } from "./attempt.ts";
import type { WrittenEvent } from "./connection.ts";
import type { LaneName } from "./records.ts";
import type { Run } from "./run.ts";
import { countUntil } from "./search.ts";

export type Pointing =
  /** Events `first` to `last`, counted as they were written, from 1. */
  | { kind: "events"; lane: LaneName; attempt: number; first: number; last: number }
  | { kind: "lines"; first: number; last: number }
  /** A moment of a lane; ms since the run began. */
  | { kind: "moment"; lane: LaneName; at: number };

/** Tells whether a written event of an attempt is what `pointing` points at. */
export function isAt(
  pointing: Pointing | null,
  lane: LaneName,
  attempt: number,
  { number, line }: WrittenEvent,
): boolean {
  if (pointing === null || pointing.kind === "moment") return false;
  const { first, last } = pointing;
  if (pointing.kind === "lines") return first <= line && line <= last;
  const isTheirs = pointing.lane === lane && pointing.attempt === attempt;
  return isTheirs && first <= number && number <= last;
}

/** The script line that the write of what is pointed at began in; 0 for none. */
export function lineAt(pointing: Pointing | null, run: Run): number {
  if (pointing === null || pointing.kind === "moment") return 0;
  if (pointing.kind === "lines") return pointing.first;
  const { lane, attempt, first } = pointing;
  return run.lane(lane).attempts[attempt - 1]?.written[first - 1]?.line ?? 0;
}

/** Returns which chunk completed arrival `index` of an attempt, from 1; `null` where the page sees no chunks. */
export function chunkOf({ chunks }: AttemptView, index: number): number | null {
  return countUntil(chunks, index, ({ eventsBefore }) => eventsBefore) || null;
}
