/** Says what a row of the log tells of, wherever else that is shown. */
import type { Pointing } from "../run/pointing.ts";
import { isAt } from "../run/pointing.ts";
import type { Block } from "../run/reading.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { type ChunkRecord, type Instant, type Row, type WriteRecord, whose } from "./row.ts";

/** Returns what a row of the log tells of; `null` where that is nothing that stands elsewhere too. */
export function pointingOf({ lane, subject }: Row, run: Run): Pointing | null {
  if (lane === null) return null;
  switch (subject.kind) {
    case "block":
    case "piece":
      return ofBlock(lane, subject.block, run);
    case "line":
      return ofBlock(lane, subject.line.block, run);
    case "dispatches":
      return ofDispatches(lane, subject.dispatches, run);
    case "bytes":
      return ofPiece(lane, subject.record, run);
    case "record":
      return subject.record.kind === "chunk" ? ofPiece(lane, subject.record, run) : null;
    case "unseen":
    case "more":
      return null;
  }
}

/** Tells whether a row of the log tells of what `pointing` points at. */
export function isRowAt(pointing: Pointing | null, row: Row, run: Run): boolean {
  if (pointing === null) return false;
  const own = pointingOf(row, run);
  if (own?.kind !== "events") return false;
  const written = run
    .lane(own.lane)
    .attempts[own.attempt - 1]?.written.slice(own.first - 1, own.last);
  return written?.some((event) => isAt(pointing, own.lane, own.attempt, event)) ?? false;
}

/**
 * Finds the row in which the page saw what `pointing` points at; where none is shown, the one in which the server
 * wrote it. Which stands behind the other does not tell: their clocks are read apart.
 * @returns its index; -1 where no row tells of it
 */
export function indexOfPointed(pointing: Pointing | null, rows: readonly Row[], run: Run): number {
  const isThere = (row: Row) => isRowAt(pointing, row, run);
  const seen = rows.findLastIndex((row) => whose(row) === "saw" && isThere(row));
  return seen >= 0 ? seen : rows.findLastIndex(isThere);
}

/** Points at the events that a write or a chunk completed. */
function ofPiece(lane: LaneName, record: WriteRecord | ChunkRecord, run: Run): Pointing | null {
  const { attempts } = run.lane(lane);
  if (record.kind === "write") {
    const connection = run.connectionOf(record);
    const attempt = attempts.find((one) => one.connection === connection);
    const write = attempt?.writes.find(({ offset }) => offset === record.offset);
    if (attempt === undefined || write === undefined) return null;
    const { eventsBefore, events } = write;
    return spanOf(lane, attempt.number, eventsBefore + 1, eventsBefore + events);
  }
  const attempt = run.lane(lane).attemptOf(record);
  if (attempt === undefined) return null;
  const { chunks, arrived } = attempt;
  const next = chunks.findIndex(({ offset }) => offset === record.offset) + 1;
  const before = chunks[next - 1]?.eventsBefore ?? 0;
  const until = chunks[next]?.eventsBefore ?? arrived.length;
  if (until === before) return null;
  const first = attempt.writtenFor(before)?.number;
  const last = attempt.writtenFor(until - 1)?.number;
  return first === undefined || last === undefined
    ? null
    : spanOf(lane, attempt.number, first, last);
}

function spanOf(lane: LaneName, attempt: number, first: number, last: number): Pointing | null {
  return first > last ? null : { kind: "events", lane, attempt, first, last };
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
  const index = attempt?.arrivalOf(dispatches[0]) ?? null;
  if (attempt === undefined || index === null) return null;
  const first = attempt.writtenFor(index)?.number;
  const last = attempt.writtenFor(index + dispatches.length - 1)?.number ?? first;
  if (first === undefined || last === undefined) return null;
  return { kind: "events", lane, attempt: attempt.number, first, last };
}
