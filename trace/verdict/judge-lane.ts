/** The verdict on one lane: the first of the questions below that has an answer. */
import type { AttemptView } from "../run/attempt.ts";
import { isEventStream } from "../run/head.ts";
import type { Passage } from "../run/matching.ts";
import { NOISE, NOISE_WHEN_BUSY, ORDER } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import { refusal } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { type Cause, causeOf } from "./cause.ts";
import { impressionOf } from "./judge-arrivals.ts";
import type { Circumstances } from "./one-behind.ts";
import { isAfterTheEnd, type Shaped, shapeOf } from "./shape.ts";
import type { Doubt, LaneVerdict } from "./verdict.ts";
import { withoutBusy } from "./without-busy.ts";

/** What became of the events of `attempt`, the lane's first. */
export function judgeLane(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict {
  return (
    lostBeforeRepeat(run, lane, attempt) ??
    noStream(run, lane, attempt) ??
    lost(run, lane, attempt) ??
    nothingYet(run, lane, attempt) ??
    byShape(run, lane, attempt)
  );
}

/** It was cut before its first byte, and the browser's own repeat of it (docs/facts.md, 5) was no stream. */
function lostBeforeRepeat(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict | null {
  const { ending, head, arrived, connections } = attempt;
  if (ending === null || arrived.length > 0) return null;
  if (head === null || isEventStream(head)) return null;
  const events = connections.slice(0, -1).findLast(({ written }) => written.length > 0)
    ?.written.length;
  if (events === undefined) return null;
  return { lane, word: "lost", events, lost: events, cause: compressor(run, lane, attempt) };
}

/** It ended without ever having been an event stream to the browser. */
function noStream(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict | null {
  const { ending, connection, head } = attempt;
  if (ending === null || ending.how === "closed" || ending.how === "ended") return null;
  if (attempt.reception.openAt !== null) return null;
  if (attempt.reception.head !== null && isEventStream(attempt.reception.head)) return null;
  // An event stream that was written, and not let go of by the browser, got lost on its way.
  const wrote = attempt.written.length > 0 || (connection !== null && !isToldWhole(run, attempt));
  const wasStream = head !== null && isEventStream(head) && wrote;
  if (wasStream && connection?.end?.reason.why !== "left") return null;
  const again = ending.how === "error" && ending.readyState === 0;
  // Whether it was cut or refused, only the tap could tell.
  const isUnheard = connection === null && (run.tap === "lost" || run.tap === "not-heard");
  if (isUnheard && head === null && (again || ending.how === "failure")) return null;
  return { lane, word: "no-stream", refusal: refusal(attempt), again };
}

/** Its connection ended after events were written that never arrived. */
function lost(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict | null {
  const { ending, connection, arrived, passages } = attempt;
  if (ending === null || ending.how === "closed" || connection === null) return null;
  if (!isToldWhole(run, attempt)) return null;
  // An arrival that is no written event as it stands may be any of them.
  if (arrived.length > 0 && attempt.writtenFor(arrived.length - 1) === null) return null;
  const events = countUntil(connection.written, ending.at + ORDER, (event) => event.writtenAt);
  const lost = events - (passages.at(-1)?.number ?? 0);
  if (lost <= 0) return null;
  return { lane, word: "lost", events, lost, cause: compressor(run, lane, attempt) };
}

/** What a cut makes a compressor lose, and nobody else. */
function compressor(run: Run, lane: LaneName, attempt: AttemptView): Cause | null {
  const cause = causeOf(run, lane, attempt);
  return cause.kind === "compressor" ? cause : null;
}

/** Nothing has arrived, and nobody knows what would have. */
function nothingYet(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict | null {
  const { ending, arrived, written, connection } = attempt;
  if (arrived.length > 0 || (ending !== null && ending.how !== "closed")) return null;
  const until = ending?.at ?? run.latest;
  const waited = until - (written[0]?.writtenAt ?? until);
  return {
    lane,
    word: "nothing-yet",
    events: written.length,
    bytes: connection?.bytes ?? 0,
    told: connection !== null,
    waited,
    stopped: ending !== null,
    cause: waited > NOISE ? causeOf(run, lane, attempt) : null,
  };
}

function byShape(run: Run, lane: LaneName, attempt: AttemptView): LaneVerdict {
  const running = attempt.ending === null;
  const { passages } = attempt;
  const held = underWay(run, attempt);
  const around = circumstances(run, attempt);
  const shaped = shapeOf(passages, held, around);
  if (shaped === null) return { lane, word: "cant-tell", because: tooFew(run, attempt), running };
  const { shape, figures } = shaped;
  const { events, first, instants, squeezed, writtenOver, arrivedOver, lagMost, lagMean } = figures;
  // One behind looks like this too where the write that let an event go is not known.
  if (shape === "live" && lagMost > NOISE && !isToldWhole(run, attempt)) {
    return { lane, word: "cant-tell", because: { kind: "not-told" }, running };
  }
  if (shape === "live") return { lane, word: shape, events, writtenOver, lagMost, running };
  if (shape === "too-close") {
    return { lane, word: "cant-tell", because: { kind: shape, events, writtenOver }, running };
  }
  if (shape === "slow-link") {
    const because = { kind: shape, events, writtenOver, arrivedOver } as const;
    return { lane, word: "cant-tell", because, running };
  }
  const excused = shapeOf(withoutBusy([...passages, ...held], run.busy), [], around);
  if (excused !== null && isExcused(excused, run)) return { lane, word: "busy", events, lagMost };
  if (shape === "one-clump") {
    return { lane, word: "cant-tell", because: { kind: shape, events, squeezed }, running };
  }
  if (instants === 1 && around.endAt === null) {
    return { lane, word: "cant-tell", because: { kind: "one-instant", events }, running };
  }
  const cause = causeOf(run, lane, attempt);
  switch (shape) {
    case "in-pieces":
      return { lane, word: shape, events, pieces: instants, writtenOver, lagMost, running, cause };
    case "one-behind":
      return { lane, word: shape, events, lagMean, running, cause };
    case "burst-at-end": {
      const { arrivedAt } = first;
      const announced = announcement(attempt, around);
      return { lane, word: shape, events, writtenOver, arrivedAt, arrivedOver, announced, cause };
    }
  }
}

/** Whether a busy page explains it, with what a machine does beside that blocks a page: it makes pieces too. */
function isExcused({ shape, figures }: Shaped, { busy }: Run): boolean {
  if (shape === "live" || shape === "too-close") return true;
  const isClumped = shape === "in-pieces" || shape === "one-clump";
  return isClumped && busy.length > 0 && figures.lagMost <= NOISE_WHEN_BUSY;
}

/** Fewer than two events are known from both sides: nothing lies between them. */
function tooFew(run: Run, attempt: AttemptView): Doubt {
  const { arrived, passages } = attempt;
  if (!isToldWhole(run, attempt)) {
    const impression = impressionOf(attempt, run.busy);
    return impression === null ? { kind: "not-told" } : { kind: "arrivals-alone", impression };
  }
  if (passages.length < arrived.length) return { kind: "not-told" };
  const [only] = passages;
  const lag = only ? only.arrivedAt - only.writtenAt : null;
  return { kind: "few-events", events: arrived.length, lag };
}

function circumstances(run: Run, { writes, connection }: AttemptView): Circumstances {
  return { writes, endAt: connection?.end?.at ?? null, clockError: run.setup.clockError };
}

function announcement({ announcedAt }: AttemptView, around: Circumstances) {
  return announcedAt === null
    ? null
    : { at: announcedAt, waited: isAfterTheEnd(announcedAt, around) };
}

/**
 * The events that were written a while ago and are still to come, as if they came now: a stream that
 * was live and then is held is not live.
 */
function underWay(run: Run, attempt: AttemptView): readonly Passage[] {
  const { ending, passages, written } = attempt;
  if (passages.length === 0 || (ending !== null && ending.how !== "closed")) return [];
  const until = ending?.at ?? run.latest;
  const due = countUntil(written, until - NOISE, (event) => event.writtenAt);
  const missing = written.slice(passages.at(-1)?.number, due);
  return missing.map(({ number, writtenAt }) => ({ number, writtenAt, arrivedAt: until }));
}

/** Whether nothing that the server wrote on it is known to be missing from the trace. */
function isToldWhole(run: Run, { connection }: AttemptView): boolean {
  return connection?.isWhole === true && run.forgotten === 0;
}
