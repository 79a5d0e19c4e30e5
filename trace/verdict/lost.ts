/**
 * Events that the server wrote and that never arrived: one that a later one has overtaken, for a
 * stream keeps its order, and those behind the last arrival of a connection that ended.
 */
import type { AttemptView } from "../run/attempt.ts";
import type { WrittenEvent } from "../run/connection.ts";
import { isKeptBack } from "../run/left-out.ts";
import { ORDER } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { anyNames, namesOf, textOf } from "./names.ts";
import { isToldWhole } from "./told.ts";

/** So many `events` were written by the end; where it `ended`, those that are `lost` are the last ones. */
type Loss = { events: number; lost: readonly WrittenEvent[]; ended: boolean };

/**
 * What was lost on one attempt and came on none of `later`; `null` for nothing, and where nobody can know.
 */
export function lossOf(
  run: Run,
  lane: LaneName,
  attempt: AttemptView,
  later: readonly AttemptView[],
): Loss | null {
  const loss = lossOn(run, lane, attempt);
  if (loss === null || later.length === 0) return loss;
  const came = new Set(later.flatMap((one) => anyNames(one.arrived, sentTo(one))));
  const names = namesOf(attempt.written, sentTo(attempt));
  const lost = loss.lost.filter(({ number }) => !came.has(names[number - 1] ?? ""));
  return lost.length === 0 ? null : { ...loss, lost };
}

function sentTo({ connection }: AttemptView): string {
  return connection?.lastEventId ?? "";
}

function lossOn(run: Run, lane: LaneName, attempt: AttemptView): Loss | null {
  const { ending, connection, arrived, passages, written } = attempt;
  if (connection === null || !isToldWhole(run, attempt)) return null;
  const isOver = ending !== null && ending.how !== "closed";
  const events = isOver
    ? countUntil(written, ending.at + ORDER, (event) => event.writtenAt)
    : written.length;
  const last = passages.at(-1)?.number ?? 0;
  const overtaken = last - passages.length;
  if (!isOver && overtaken === 0) return null;
  // An arrival that is no written event as it stands may be any of those that are missing.
  const strange = arrived.length > passages.length ? strangers(attempt) : 0;
  if (strange > 0 && isOver && attempt.writtenFor(arrived.length - 1) === null) return null;
  if (overtaken > strange) {
    const came = new Set(passages.map(({ number }) => number));
    const types = new Set([
      ...arrived.map(({ type }) => type),
      ...(attempt.reception.listensFor ?? []),
    ]);
    const lost = written
      .slice(0, isOver ? events : last)
      .filter((event) => !came.has(event.number) && isHearable(lane, event, types));
    const ended = lost[0] !== undefined && lost[0].number > last;
    return lost.length > strange ? { events, lost, ended } : null;
  }
  if (!isOver || events <= last) return null;
  const isLeftOut = isKeptBack(attempt, lane, run.setup.browser);
  const lost = written.slice(last, events).filter((event) => !isLeftOut(event));
  return lost.length === 0 ? null : { events, lost, ended: true };
}

/** How many arrivals are no written event as it stands, nor one once more. */
function strangers(attempt: AttemptView): number {
  const names = new Set(anyNames(attempt.written, sentTo(attempt)));
  return attempt.arrived.filter(
    (event, index) => attempt.writtenFor(index) === null && !names.has(textOf(event)),
  ).length;
}

/** An EventSource is deaf to a type that its page did not listen for, and a browser leaves out what holds a NUL (docs/facts.md, 4). */
function isHearable(lane: LaneName, event: WrittenEvent, types: ReadonlySet<string>): boolean {
  return lane === "fetch" || (event.isPlain && (event.type === "message" || types.has(event.type)));
}
