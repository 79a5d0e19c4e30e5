/**
 * What lies between server and browser: written, and not arrived. For EventSource only events can be
 * counted; fetch shows bytes too. What has been under way for less than the noise of a machine is
 * not called held.
 */
import type { AttemptView } from "../run/attempt.ts";
import { NOISE, NOISE_WHEN_BUSY } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { withoutBusy } from "./without-busy.ts";

/** A pile of events in one lane. */
export type Held = {
  lane: LaneName;
  /** The numbers of the first and the last event in it, and how many lie there. */
  first: number;
  last: number;
  events: number;
  /** Of the response body, fetch only. */
  bytes: number | null;
  /** When the oldest of them was written; ms since the run began. */
  since: number;
};

/** What one attempt has lying on its way at the time `at`; `null` for nothing, and once it has ended. */
export function heldIn(lane: LaneName, attempt: AttemptView, at: number): Held | null {
  if (attempt.ending !== null && attempt.ending.at <= at) return null;
  const { written, passages } = attempt;
  const left = countUntil(written, at - NOISE, (event) => event.writtenAt);
  const arrived = countUntil(passages, at, (passage) => passage.arrivedAt);
  const first = (passages[arrived - 1]?.number ?? 0) + 1;
  const oldest = written[first - 1];
  if (oldest === undefined || left < first) return null;
  const last = countUntil(written, at, (event) => event.writtenAt);
  return {
    lane,
    first,
    last,
    events: last - first + 1,
    bytes: lane === "fetch" ? bytesUnderWay(attempt, at) : null,
    since: oldest.writtenAt,
  };
}

/** The oldest pile of the run at the time `at`, ms since it began. */
export function heldAt(run: Run, at: number): Held | null {
  let oldest: Held | null = null;
  for (const { name, attempts } of run.lanes) {
    const attempt = attempts.at(-1);
    const held = attempt ? heldIn(name, attempt, at) : null;
    if (held !== null && held.since < (oldest?.since ?? Number.POSITIVE_INFINITY)) oldest = held;
  }
  return oldest;
}

/** The largest pile that lay in an attempt's way, and the longest that an event lay there, ms. */
export type HeldMost = { events: number; ms: number };

/** @returns `null` where nothing was held, and where it was the page's own blocked thread that waited */
export function heldMost(attempt: AttemptView, run: Run): HeldMost | null {
  const { written } = attempt;
  const noise = run.busy.length > 0 ? NOISE_WHEN_BUSY : NOISE;
  const most = { events: 0, ms: 0 };
  let left = 0; // events written when the passage arrived
  let arrived = 0; // the number of the event that arrived before it
  for (const { number, writtenAt, arrivedAt } of withoutBusy(attempt.passages, run.busy)) {
    const ms = arrivedAt - writtenAt;
    while ((written[left]?.writtenAt ?? Number.POSITIVE_INFINITY) <= arrivedAt) left++;
    if (ms > noise) {
      most.events = Math.max(most.events, left - arrived);
      most.ms = Math.max(most.ms, ms);
    }
    arrived = number;
  }
  return most.ms > 0 ? most : null;
}

function bytesUnderWay({ writes, chunks }: AttemptView, at: number): number {
  const write = writes[countUntil(writes, at, (one) => one.at) - 1];
  const chunk = chunks[countUntil(chunks, at, (one) => one.at) - 1];
  return end(write) - end(chunk);
}

function end(piece: { offset: number; length: number } | undefined): number {
  return piece === undefined ? 0 : piece.offset + piece.length;
}
