/**
 * Says what the timeline draws of one lane: a pair of rails, what the server wrote and what the lane got.
 * Pure: a lane and a scale in, pixels out.
 */
import type { AttemptView } from "../../trace/run/attempt.ts";
import { isCut } from "../../trace/run/connection.ts";
import { headerValue } from "../../trace/run/head.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Run } from "../../trace/run/run.ts";
import { type Gap, gaps } from "./gaps.ts";
import { type LostMark, lostMarks } from "./lost.ts";
import { arrivals, type Column, departures, inOneManner, MARK, type Mark, marks } from "./marks.ts";
import { type PassageLine, passageLines } from "./passage-lines.ts";
import type { Scale } from "./scale.ts";

/** A mark of several arrivals is at least so wide, and wider with words in it. px */
const INSTANT = 22;
export const instantWidth = (count: number): number => Math.max(INSTANT, pillWidth(inside(count)));
export const pillWidth = (words: string): number => Math.max(MARK, 8 + 7 * words.length);

/** A dot behind a pill is so much smaller than a written mark. px */
const DOT_LESS = 2;

const END_GAP = 3; // px, between a mark and the end behind it

/** Heads, and ends, closer together than this are drawn as one. px */
const LINE_GAP = 3;

/** px; attempts count from 1. */
type Moment = { x: number; attempt: number };

/** px, as far as it is in view; `lasted`: all of it, ms; `Infinity` while the client waits. */
export type Stretch = { from: number; until: number; lasted: number };

export type Rails = {
  wrote: readonly Mark[];
  got: readonly Mark[];
  passages: readonly PassageLine[];
  lost: readonly LostMark[];
  /** When the response came: `open`, or fetch's head. */
  heads: readonly Moment[];
  /** The server ended them, or cut them; a response that was no event stream has its `status`. */
  ends: readonly (Moment & { status: number | null; isCut: boolean; isAnnounced: boolean })[];
  gaps: { wrote: readonly Stretch[]; got: readonly Stretch[] };
};

export function rails(run: Run, lane: LaneView, scale: Scale): Rails {
  const { attempts } = lane;
  const between = gaps(lane);
  const wrote = marks(attempts.map(departures), scale, (count) => pillWidth(inside(count)));
  const got = marks(
    attempts.map((attempt) => arrivals(run, attempt)),
    scale,
    (count) => (count > 1 ? instantWidth(count) - DOT_LESS : MARK),
  );
  const isDense = wrote.some(({ shape }) => shape === "crowd");
  // Then the pills between single marks are no picture of how it came.
  const isScattered = got.filter(({ shape }) => shape === "single").length > 1;
  return {
    wrote,
    got: isDense && isScattered ? inOneManner(got) : got,
    passages: passageLines(run, attempts, scale),
    lost: lostMarks(run, lane, scale),
    heads: spaced(
      attempts.flatMap(({ number, announcedAt }) =>
        announcedAt === null ? [] : [{ x: scale.x(announcedAt), attempt: number }],
      ),
      scale,
    ),
    ends: apart(
      spaced(
        attempts.flatMap((attempt) => end(attempt, scale)),
        scale,
      ).map((one) => ({ ...one, x: besideMarks(one.x, wrote, attempts) })),
    ),
    gaps: { wrote: inView(between.wrote, scale), got: inView(between.got, scale) },
  };
}

/**
 * For a lane that is open still the axis is as long as its run is known: a silence is to be seen. ms since the
 * run began
 */
export function extent(run: Run, { attempts }: LaneView): number {
  const last = attempts.at(-1);
  const isOpen = last?.ending === null && last.announcedAt !== null && !last.connection?.end;
  let longest = isOpen ? run.latest : 0;
  for (const { written, arrived, connection, ending, announcedAt } of attempts) {
    longest = Math.max(
      longest,
      announcedAt ?? 0,
      written.at(-1)?.writtenAt ?? 0,
      arrived.at(-1)?.arrivedAt ?? 0,
      connection?.end && connection.writes.length > 0 ? connection.end.at : 0,
      ending !== null && announcedAt !== null ? ending.at : 0,
    );
  }
  return longest;
}

export function inside(count: number): string {
  return `×${count}`;
}

/** A longer id has no room in a dot. UTF-16 units */
const ID_SHOWN = 4;

export function wordsIn({ count, columns: [first] }: Mark, attempts: readonly AttemptView[]) {
  return count === 1 && first !== undefined ? nameOf(first, attempts) : inside(count);
}

/**
 * An event has its number; on an attempt that resumed after an id it has its own id, which says where the
 * stream goes on.
 */
function nameOf({ row, index }: Column, attempts: readonly AttemptView[]): string {
  const attempt = attempts[row];
  const id = attempt?.written[index]?.lastEventId ?? "";
  const hasResumed =
    headerValue(attempt?.connection?.request?.headers ?? [], "Last-Event-ID") !== null;
  return hasResumed && id !== "" && id.length <= ID_SHOWN ? id : String(index + 1);
}

function end({ number, connection, announcedAt }: AttemptView, scale: Scale): Rails["ends"] {
  if (!connection?.end) return [];
  const status = connection.head?.status ?? 200;
  return [
    {
      x: scale.x(connection.end.at),
      attempt: number,
      status: status === 200 ? null : status,
      isCut: isCut(connection.end.reason),
      isAnnounced: announcedAt !== null,
    },
  ];
}

/** An end never stands on the mark of what was written just before it. */
function besideMarks(x: number, wrote: readonly Mark[], attempts: readonly AttemptView[]): number {
  const last = wrote.findLast((mark) => mark.x - MARK / 2 <= x);
  if (last === undefined) return x;
  if (last.shape === "crowd") {
    // A crowd goes on over the attempts: only its bars before this end are in the way.
    const bar = last.columns.findLast((column) => column.x <= x + END_GAP);
    return Math.max(x, (bar?.x ?? x) + END_GAP);
  }
  const right = Math.max(
    last.right + MARK / 2,
    last.x - MARK / 2 + pillWidth(wordsIn(last, attempts)),
  );
  return Math.max(x, right + END_GAP);
}

function spaced<Placed extends Moment>(placed: readonly Placed[], { left, right }: Scale) {
  return apart(placed.filter(({ x }) => x >= left && x <= right));
}

/** Leaves out what can't be told apart. */
function apart<Placed extends Moment>(placed: readonly Placed[]): Placed[] {
  let last = Number.NEGATIVE_INFINITY;
  return placed.filter(({ x }) => {
    if (x - last < LINE_GAP) return false;
    last = x;
    return true;
  });
}

function inView(between: readonly Gap[], { x, left, right }: Scale): Stretch[] {
  return between
    .map(({ from, until }) => ({
      from: Math.max(x(from), left),
      until: Math.min(x(until), right),
      lasted: until - from,
    }))
    .filter(({ from, until }) => until - from > LINE_GAP);
}
