/** A token of a chat model's answer is an event: where that stands elsewhere. */

import type { AttemptView } from "../run/attempt.ts";
import type { LaneView } from "../run/lane.ts";
import { chunkOf, isAt, type Pointing } from "../run/pointing.ts";
import type { Token } from "./answer.ts";

/** Returns what the log shows of it; `null` while the tap has not told of it. */
export function pointingAt(lane: LaneView, token: Token): Pointing | null {
  const { attempt, index } = token;
  const number = attemptOf(lane, token)?.writtenFor(index)?.number;
  if (number === undefined) return null;
  return { kind: "events", lane: lane.name, attempt, first: number, last: number };
}

export function isTokenAt(pointing: Pointing | null, lane: LaneView, token: Token): boolean {
  const written = attemptOf(lane, token)?.writtenFor(token.index) ?? null;
  return written !== null && isAt(pointing, lane.name, token.attempt, written);
}

/** Returns the id of its event, "" for none, and the chunk that brought it; `null` where the page sees no chunks. */
export function cameAs(lane: LaneView, token: Token): { id: string; chunk: number | null } {
  const attempt = attemptOf(lane, token);
  const id = attempt?.arrived[token.index]?.lastEventId ?? "";
  return { id, chunk: attempt ? chunkOf(attempt, token.index) : null };
}

function attemptOf({ attempts }: LaneView, { attempt }: Token): AttemptView | undefined {
  return attempts[attempt - 1];
}
