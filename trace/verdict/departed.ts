/** Finds how a watched stream left, from the times of its writes: see departure.ts. */
import type { Connection } from "../run/connection.ts";
import { compression, type Head, isEventStream, mediaType } from "../run/head.ts";
import type { LaneView } from "../run/lane.ts";
import { INSTANT, NOISE } from "../run/noise.ts";
import type { Run } from "../run/run.ts";
import type { Finding } from "./finding.ts";

/** @param now ms since the run began */
export function departed({ setup }: Run, lane: LaneView, now: number): Finding | null {
  const connection = lane.attempts.at(-1)?.connection;
  if (setup.watched === undefined || !connection) return null;
  const { head, written, writes, end } = connection;
  const unit = written.length > 0 || head === null || isEventStream(head) ? "event" : "read";
  const times =
    unit === "event" ? written.map(({ writtenAt }) => writtenAt) : writes.map(({ at }) => at);
  return {
    lane: lane.name,
    word: "departed",
    from: setup.watched,
    how: shapeOf(connection, times, now),
    unit,
    misfit: head === null || isEventStream(head) ? null : misfitOf(head),
    coding: head && compression(head),
    end: end?.reason.why ?? null,
  };
}

function shapeOf({ beganAt, head, end }: Connection, times: readonly number[], now: number) {
  if (end?.reason.why === "target-down") return { shape: "down" } as const;
  if (head === null) return { shape: "waiting", ms: (end?.at ?? now) - beganAt } as const;
  const [first] = times;
  if (first === undefined) return { shape: "nothing" } as const;
  const silent = first - beganAt;
  const count = times.length;
  if (count === 1) return { shape: "one", silent } as const;
  const over = (times.at(-1) ?? first) - first;
  const instants = instantsOf(times);
  const all = { count, over, silent, instants };
  // While it goes on, the first instant may be one of many.
  const isBurst = silent > NOISE && end !== null;
  if (instants === 1) return { shape: isBurst ? "burst" : "at-once", ...all } as const;
  return { shape: count >= 2 * instants ? "pieces" : "evenly", ...all } as const;
}

function instantsOf(times: readonly number[]): number {
  let instants = 0;
  let began = Number.NEGATIVE_INFINITY;
  for (const at of times) {
    if (at - began <= INSTANT) continue;
    began = at;
    instants++;
  }
  return instants;
}

function misfitOf(head: Head) {
  return { status: head.status, type: mediaType(head) };
}
