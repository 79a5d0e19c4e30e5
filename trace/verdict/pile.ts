/**
 * What lies between server and browser: written, and not arrived. For EventSource only events can be
 * counted; fetch shows bytes too.
 */
import type { AttemptView } from "../run/attempt.ts";
import { isKeptBack } from "../run/left-out.ts";
import type { LaneName } from "../run/records.ts";
import { isReadAsStream } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { fates, patience } from "./held.ts";

type Pile = {
  lane: LaneName;
  /** The numbers of the first and the last event in it, and how many lie there. */
  first: number;
  last: number;
  events: number;
  /** How many bytes of the response body wait; fetch only. */
  bytes: number | null;
  /** When the oldest of them was written; ms since the run began. */
  since: number;
};

/** What one attempt has lying on its way at the time `at`; `null` for nothing, and once it has ended. */
export function pileIn(run: Run, lane: LaneName, attempt: AttemptView, at: number): Pile | null {
  const { ending } = attempt;
  return ending !== null && ending.at <= at ? null : pileBefore(run, lane, attempt, at);
}

/** The same, as if it had not ended by then. */
export function pileBefore(
  run: Run,
  lane: LaneName,
  attempt: AttemptView,
  at: number,
): Pile | null {
  if (run.setup.watched !== undefined && !run.lane(lane).isAsked) return null; // what arrived is not known
  if (!isReadAsStream(attempt, run.setup.browser)) return null; // nobody waits for events
  const { written, passages } = attempt;
  const due = at - patience(run, attempt);
  const left = countUntil(written, due, (event) => event.writtenAt);
  const arrived = countUntil(passages, at, (passage) => passage.arrivedAt);
  const isLeftOut = isKeptBack(attempt, lane, run.setup.browser);
  let first = (passages[arrived - 1]?.number ?? 0) + 1;
  let oldest = written[first - 1];
  while (oldest !== undefined && isLeftOut(oldest)) oldest = written[first++];
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
export function pileAt(run: Run, at: number): Pile | null {
  let oldest: Pile | null = null;
  for (const { name, attempts } of run.lanes) {
    const attempt = attempts.at(-1);
    const pile = attempt ? pileIn(run, name, attempt, at) : null;
    if (pile !== null && pile.since < (oldest?.since ?? Number.POSITIVE_INFINITY)) oldest = pile;
  }
  return oldest;
}

/** The largest pile that lay in an attempt's way, and the longest that an event lay there, ms. */
type PileMost = { events: number; ms: number };

/** @returns `null` where no hop held anything */
export function pileMost(attempt: AttemptView, run: Run): PileMost | null {
  const { written, passages } = attempt;
  const all = fates(run, attempt);
  if (all.waited.hop.events === 0) return null;
  let events = 0;
  let left = 0; // events written when the passage arrived
  let arrived = 0; // the number of the event that arrived before it
  passages.forEach(({ number, arrivedAt }, index) => {
    while ((written[left]?.writtenAt ?? Number.POSITIVE_INFINITY) <= arrivedAt) left++;
    if (all.by(index) === "hop") events = Math.max(events, left - arrived);
    arrived = number;
  });
  return { events, ms: all.waited.hop.ms };
}

function bytesUnderWay({ writes, chunks }: AttemptView, at: number): number {
  const write = writes[countUntil(writes, at, (one) => one.at) - 1];
  const chunk = chunks[countUntil(chunks, at, (one) => one.at) - 1];
  return end(write) - end(chunk);
}

function end(piece: { offset: number; length: number } | undefined): number {
  return piece === undefined ? 0 : piece.offset + piece.length;
}
