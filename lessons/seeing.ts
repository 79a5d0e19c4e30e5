/** What checks are made of: what reached the page, what left the server, and whether more is to come. */

import type { Write } from "../trace/run/connection.ts";
import type { Pointing } from "../trace/run/pointing.ts";
import type { ArrivedEvent } from "../trace/run/reception.ts";
import type { LaneName, TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import { runIsOver } from "../trace/run/run.ts";
import type { Outcome } from "./lesson.ts";

const pending: Outcome = { is: "pending" };

/** Whether nothing that a check waits for can still come: the run is over, and the server's side is told. */
function isSettled(run: Run): boolean {
  if (!runIsOver(run)) return false;
  const attempts = run.lanes.flatMap((lane) => lane.attempts.filter(({ ending }) => ending));
  return attempts.every(({ connection }) => connection === null || connection.end !== null);
}

/** Whether something that decides may still come. */
export function isOpen(run: Run): boolean {
  return !isSettled(run);
}

/** True as soon as `isSo`; false only once nothing more can come. `figures` decide it. */
export function observed(run: Run, isSo: boolean, figures: string): Outcome {
  if (isSo) return { is: "true", figures };
  return isSettled(run) ? { is: "false", figures } : pending;
}

/** What can only be said at the end: that nothing else came. */
export function inTheEnd(run: Run, isSo: boolean, figures: string): Outcome {
  return isSettled(run) ? { is: isSo ? "true" : "false", figures } : pending;
}

/** Whether each lane's first answer has ended, on both sides: what comes later are answers of their own. */
export function isFirstOver(run: Run): boolean {
  const firsts = run.lanes.flatMap(({ attempts }) => attempts.slice(0, 1));
  return firsts.length > 0 && firsts.every(({ ending, connection }) => ending && connection?.end);
}

/** What can be said once the first answers have ended: that nothing else was in them. */
export function atTheEnd(run: Run, isSo: boolean, figures: string): Outcome {
  return isFirstOver(run) ? { is: isSo ? "true" : "false", figures } : inTheEnd(run, isSo, figures);
}

/** True or false at once, as soon as `find` finds something. */
export function once<Found>(
  find: (run: Run) => Found | null | undefined,
  isSo: (found: Found, run: Run) => boolean,
  figures: (found: Found, run: Run) => string,
) {
  return (run: Run): Outcome => {
    const found = find(run);
    if (found === null || found === undefined) {
      return isSettled(run) ? { is: "false", figures: "it never came" } : pending;
    }
    return { is: isSo(found, run) ? "true" : "false", figures: figures(found, run) };
  };
}

/** What the event that came `number`th is, counted from 1; its data, where `figures` name nothing else. */
export function nthEvent(
  number: number,
  isSo: (event: ArrivedEvent) => boolean,
  figures: (event: ArrivedEvent) => string = (event) => quoted([event]),
) {
  return once((run) => arrivals(run)[number - 1], isSo, figures);
}

/** What reached a lane, over all its attempts. */
export function arrivals(run: Run, lane: LaneName = "eventsource"): readonly ArrivedEvent[] {
  return run.lane(lane).attempts.flatMap(({ arrived }) => arrived);
}

/** How a lane's first attempt ended; `undefined` before. */
export function firstEnding(run: Run, lane: LaneName = "eventsource") {
  return run.lane(lane).attempts[0]?.ending ?? undefined;
}

/** Returns the first error of EventSource, and the status that it met; `undefined` before. */
export function firstError(run: Run) {
  const ending = firstEnding(run);
  const status = run.lane("eventsource").attempts[0]?.connection?.head?.status;
  return ending?.how === "error" ? { ...ending, status } : undefined;
}

/** What left the server for a lane's first attempt. */
export function writes(run: Run, lane: LaneName = "eventsource"): readonly Write[] {
  return run.lane(lane).attempts[0]?.writes ?? [];
}

/** How many lines of a kind a lane's server wrote on its first attempt. */
export function linesWritten(run: Run, kind: "comment" | "data"): number {
  const reading = run.lane("eventsource").attempts[0]?.connection?.reading;
  return reading?.lines.filter(({ wire }) => wire.kind === kind).length ?? 0;
}

/** Returns the data of events as a figure, each in quotation marks. */
export function quoted(events: readonly ArrivedEvent[]): string {
  return events.length === 0
    ? "no event"
    : events.map(({ data }) => `“${data.replaceAll("\n", "⏎")}”`).join(" ");
}

/** Points at events of a lane's attempt, counted as they were written, from 1. */
export function eventsAt(first: number, last = first, attempt = 1): Pointing {
  return { kind: "events", lane: "eventsource", attempt, first, last };
}

/** Points at a moment of a lane; `null` where it is not known. */
export function momentAt(at: number | null | undefined, lane: LaneName = "eventsource") {
  return at === null || at === undefined ? null : ({ kind: "moment", lane, at } as const);
}

/** Leaves records of these kinds out: what a check must not pass over. */
export function without(...kinds: readonly TraceRecord["kind"][]) {
  return (record: TraceRecord): TraceRecord | null => (kinds.includes(record.kind) ? null : record);
}

/** Changes each event that reached the page. */
export function eachEvent(change: Partial<Pick<ArrivedEvent, "type" | "data" | "lastEventId">>) {
  return (record: TraceRecord): TraceRecord =>
    record.kind === "dispatch" ? { ...record, ...change } : record;
}

/** Lets each EventSource give up where it would have asked again. */
export function givesUp(record: TraceRecord): TraceRecord {
  return record.kind === "error" ? { ...record, readyState: 2 } : record;
}

/** Lets fetch fail where it read to a proper end … */
export function readingFails(record: TraceRecord): TraceRecord {
  if (record.side !== "browser" || record.kind !== "end") return record;
  const { side, lane, at } = record;
  return { side, lane, at, kind: "failure", name: "TypeError", message: "" };
}

/** … and read to a proper end where it failed. */
export function readingEnds(record: TraceRecord): TraceRecord {
  if (record.kind !== "failure") return record;
  const { side, lane, at } = record;
  return { side, lane, at, kind: "end" };
}
