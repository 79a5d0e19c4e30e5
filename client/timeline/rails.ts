/**
 * What the timeline draws of one lane: a pair of rails, what the server wrote and what the lane got.
 * Pure: a lane and a scale in, pixels out.
 */
import type { AttemptView } from "../../trace/attempt.ts";
import type { LaneView } from "../../trace/lane.ts";
import { NOISE } from "../../trace/noise.ts";
import { type Mark, type Moment, marks } from "./marks.ts";
import type { Scale } from "./scale.ts";

/** A mark's width beside the space to the next one: a single event's, and a pill's with a count in it. px */
const GAP = 2;
export const MARK = 16;
export const pillWidth = (words: string): number => Math.max(MARK, 8 + 7 * words.length);

/** Ways that begin and end on the same few pixels are one line. px */
const WAY_GAP = 4;

/** From a write to its arrival, px. */
export type Way = { from: number; to: number; held: boolean };

export type Rails = {
  written: readonly Mark[];
  arrived: readonly Mark[];
  ways: readonly Way[];
  /** Where a response showed itself: `open`, or fetch's head. px */
  heads: readonly number[];
  /** Where the server ended a connection, px; `status`: of one that was no event stream. */
  ends: readonly { x: number; status: number | null }[];
};

/** Lays out every attempt of `lane`. */
export function rails({ attempts }: LaneView, { x }: Scale): Rails {
  return {
    written: marks(attempts.flatMap(departures), x, (count) => pillWidth(inside(count)) + GAP),
    arrived: marks(attempts.flatMap(arrivals), x, (count) => (count > 1 ? 22 : MARK) + GAP),
    ways: ways(attempts, x),
    heads: attempts.flatMap(({ announcedAt }) => (announcedAt === null ? [] : [x(announcedAt)])),
    ends: attempts.flatMap(({ connection }) => {
      if (!connection?.end) return [];
      const status = connection.head?.status ?? 200;
      return [{ x: x(connection.end.at), status: status === 200 ? null : status }];
    }),
  };
}

/** How long the axis has to be for all that was written, or arrived, in a lane. ms since the run began */
export function extent({ attempts }: LaneView): number {
  const times = attempts.flatMap(({ written, arrived, connection, ending, announcedAt }) => [
    announcedAt ?? 0,
    written.at(-1)?.writtenAt ?? 0,
    arrived.at(-1)?.arrivedAt ?? 0,
    connection?.end && connection.writes.length > 0 ? connection.end.at : 0,
    ending !== null && announcedAt !== null ? ending.at : 0,
  ]);
  return Math.max(0, ...times);
}

/** What is written inside a mark of several events. */
export function inside(count: number): string {
  return `×${count}`;
}

function departures({ written }: AttemptView): Moment[] {
  return written.map(({ number, writtenAt }) => ({ at: writtenAt, number, held: false }));
}

/** The moments at which a lane got its events. */
export function arrivals(attempt: AttemptView): Moment[] {
  return attempt.arrived.map(({ arrivedAt }, index) => ({
    at: arrivedAt,
    number: index + 1,
    held: (attempt.lag(index) ?? 0) > NOISE,
  }));
}

function ways(attempts: readonly AttemptView[], x: (at: number) => number): Way[] {
  const seen = new Map<string, Way>();
  for (const { passages } of attempts) {
    for (const { writtenAt, arrivedAt } of passages) {
      const from = x(writtenAt);
      const to = x(arrivedAt);
      const place = `${Math.round(from / WAY_GAP)} ${Math.round(to / WAY_GAP)}`;
      if (!seen.has(place)) seen.set(place, { from, to, held: arrivedAt - writtenAt > NOISE });
    }
  }
  return [...seen.values()];
}
