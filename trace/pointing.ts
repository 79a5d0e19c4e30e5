/** One thing, wherever it is shown: so that who points at it in one view finds it in the others. */
import { arrivalOf } from "./arrival.ts";
import type { Block } from "./blocks.ts";
import type { WrittenEvent } from "./connection.ts";
import type { LaneName } from "./records.ts";
import type { Instant, Row } from "./row.ts";
import type { Run } from "./run.ts";

export type Pointing =
  /** Events `first` to `last`, counted as they were written, from 1. */
  | { kind: "events"; lane: LaneName; attempt: number; first: number; last: number }
  /** Lines of the script. */
  | { kind: "lines"; first: number; last: number };

/** What a row of the log tells of; `null` where that is nothing that stands elsewhere too. */
export function pointingOf({ lane, subject }: Row, run: Run): Pointing | null {
  if (lane === null) return null;
  switch (subject.kind) {
    case "block":
    case "line":
    case "piece":
      return ofBlock(lane, subject.block, run);
    case "dispatches":
      return ofDispatches(lane, subject.dispatches, run);
    case "bytes":
    case "unseen":
    case "record":
    case "more":
      return null;
  }
}

/** Whether a written event of an attempt is what `pointing` points at. */
export function isAt(
  pointing: Pointing | null,
  lane: LaneName,
  attempt: number,
  { number, line }: WrittenEvent,
): boolean {
  if (pointing === null) return false;
  const { first, last } = pointing;
  if (pointing.kind === "lines") return first <= line && line <= last;
  const isTheirs = pointing.lane === lane && pointing.attempt === attempt;
  return isTheirs && first <= number && number <= last;
}

/** Whether a row of the log tells of what `pointing` points at. */
export function isRowAt(pointing: Pointing | null, row: Row, run: Run): boolean {
  if (pointing === null) return false;
  const own = pointingOf(row, run);
  if (own?.kind !== "events") return false;
  const written = run
    .lane(own.lane)
    .attempts[own.attempt - 1]?.written.slice(own.first - 1, own.last);
  return written?.some((event) => isAt(pointing, own.lane, own.attempt, event)) ?? false;
}

/** The script line that the write of what is pointed at began in; 0 for none. */
export function lineAt(pointing: Pointing | null, run: Run): number {
  if (pointing === null) return 0;
  if (pointing.kind === "lines") return pointing.first;
  const { lane, attempt, first } = pointing;
  return run.lane(lane).attempts[attempt - 1]?.written[first - 1]?.line ?? 0;
}

function ofBlock(lane: LaneName, { event, lines }: Block, run: Run): Pointing | null {
  if (event === null) return null;
  const { number } = event;
  const endedAt = lines.at(-1)?.at;
  const attempt = run
    .lane(lane)
    .attempts.findLast(({ written }) => written[number - 1]?.writtenAt === endedAt);
  if (attempt === undefined) return null;
  return { kind: "events", lane, attempt: attempt.number, first: number, last: number };
}

function ofDispatches(lane: LaneName, dispatches: Instant, run: Run): Pointing | null {
  const attempt = run.lane(lane).attemptOf(dispatches[0]);
  const index = attempt ? arrivalOf(dispatches[0], attempt) : null;
  if (attempt === undefined || index === null) return null;
  const first = attempt.writtenFor(index)?.number;
  const last = attempt.writtenFor(index + dispatches.length - 1)?.number ?? first;
  if (first === undefined || last === undefined) return null;
  return { kind: "events", lane, attempt: attempt.number, first, last };
}
