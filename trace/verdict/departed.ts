/** Finds how a watched stream left, from the times of its writes: see departure.ts. */
import type { Connection } from "../run/connection.ts";
import { compression, isEventStream, mediaType } from "../run/head.ts";
import type { LaneView } from "../run/lane.ts";
import { INSTANT, NOISE, STALL } from "../run/noise.ts";
import { nobodyAnswered } from "../run/passing.ts";
import type { Run } from "../run/run.ts";
import type { Again, Departure, How } from "./departure.ts";
import { EVIDENCE } from "./one-end.ts";

/** @param now ms since the run began */
export function departed({ setup }: Run, lane: LaneView, now: number): Departure | null {
  const { watched, isServer = false } = setup;
  const connection = shownOf(lane);
  if (watched === undefined || connection === null) return null;
  const { head, end, written, isWhole } = connection;
  const isStream = head === null || (isEventStream(head) && isWhole);
  const unit = written.length > 0 || isStream ? "event" : "read";
  const how = howOf(connection, unit, now);
  const coding = head && compression(head);
  return {
    word: "departed",
    from: watched,
    isServer,
    how,
    unit,
    isWhole,
    misfit:
      head === null || isEventStream(head) ? null : { status: head.status, type: mediaType(head) },
    coding,
    again: lane.again && againOf(how, coding, lane.again, unit, now),
    arrived: null,
    end: end?.reason.why ?? null,
  };
}

/** The first that was a stream: what comes after it may be a 204 that says not to come again. */
function shownOf({ attempts }: LaneView): Connection | null {
  const told = attempts.flatMap(({ connection }) => connection ?? []);
  return told.find(({ written }) => written.length > 1) ?? told.at(-1) ?? null;
}

function howOf(connection: Connection, unit: "event" | "read", now: number): How {
  const { beganAt, head, end, written, writes, isWhole } = connection;
  const times = unit === "event" ? written.map((one) => one.writtenAt) : writes.map(({ at }) => at);
  const ms = (end?.at ?? now) - beganAt;
  if (end?.reason.why === "target-down") {
    const { code } = end.reason;
    return { shape: nobodyAnswered(code) ? "down" : "unfit", code };
  }
  if (head === null) return { shape: "waiting", ms };
  const [first] = times;
  if (first === undefined) return { shape: "nothing", ms };
  const silent = first - beganAt;
  const count = times.length;
  if (count === 1) return { shape: "one", silent };
  const over = (times.at(-1) ?? first) - first;
  const instants = instantsOf(times);
  const all = { count, over, silent, instants };
  // While it goes on, or where not all is known, the first instant may be one of many.
  const isBurst = silent > NOISE && end !== null && isWhole;
  if (instants === 1) return { shape: isBurst ? "burst" : "at-once", ...all };
  return { shape: count >= 2 * instants ? "pieces" : "evenly", ...all };
}

/** As in one-end.ts: what came so soon without a coding that the first request would have shown it, too, was held there. */
function againOf(
  first: How,
  coding: string | null,
  connection: Connection,
  unit: "event" | "read",
  now: number,
): Again {
  const how = howOf(connection, unit, now);
  const isCompressed = coding !== null || first.shape === "waiting";
  const isPlain = connection.head !== null && compression(connection.head) === null;
  if (!isCompressed || !isPlain) return { how, shows: "nothing" };
  const isSpread = how.shape === "evenly" || how.shape === "pieces";
  if (isSpread && how.count >= EVIDENCE && how.over > NOISE && isHeld(first, how)) {
    return { how, shows: "not-flushed" };
  }
  const isSame = how.shape === first.shape && (how.shape === "burst" || how.shape === "pieces");
  return { how, shows: isSame ? "same" : "nothing" };
}

function isHeld(first: How, again: How & { shape: "evenly" | "pieces" }): boolean {
  switch (first.shape) {
    case "burst":
      return true;
    case "pieces":
      // They may be the server's own, and then they are the same without a coding.
      return again.shape === "evenly";
    case "waiting":
    case "nothing":
      return first.ms > again.silent + again.over + STALL;
    default:
      return false;
  }
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
