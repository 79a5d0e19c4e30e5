/** How one attempt was delivered: the first of the questions below that has an answer. */
import type { AttemptView } from "../run/attempt.ts";
import { isEventStream } from "../run/head.ts";
import { isUnheard } from "../run/left-out.ts";
import { INSTANT, NOISE, ORDER, STALL } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import { refusal } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { type Cause, causeOf } from "./cause.ts";
import type { Delivery, Doubt } from "./finding.ts";
import { type Fates, fates } from "./held.ts";
import { impressionOf } from "./judge-arrivals.ts";
import { lossOf } from "./lost.ts";
import { noEvent } from "./no-event.ts";
import { pileBefore, pileIn } from "./pile.ts";
import { isToldWhole } from "./told.ts";

const TOLD = 5; // so many lost ones are told one by one

/** The share of events that must be late before we call the whole stream late. */
const ALL_FROM = 0.8;

/**
 * What became of the events of `attempt`.
 * @param later the attempts after it, on which what it lost may have come
 * @param now ms since the run began
 */
export function judgeAttempt(
  run: Run,
  lane: LaneName,
  attempt: AttemptView,
  later: readonly AttemptView[],
  now: number,
): Delivery {
  return (
    lostBeforeRepeat(run, lane, attempt) ??
    noStream(run, attempt) ??
    lost(run, lane, attempt, later) ??
    unheard(attempt) ??
    noEvent(run, lane, attempt, now) ??
    nothingYet(run, lane, attempt, now) ??
    heldNow(run, lane, attempt, now) ??
    byShape(run, lane, attempt)
  );
}

/** It was cut before its first byte, and the browser's own repeat of it (docs/facts.md, 5) was no stream. */
function lostBeforeRepeat(run: Run, lane: LaneName, attempt: AttemptView): Delivery | null {
  const { ending, head, arrived, connections } = attempt;
  if (ending === null || arrived.length > 0) return null;
  if (head === null || isEventStream(head)) return null;
  const before = connections.slice(0, -1).findLast(({ written }) => written.length > 0);
  if (before === undefined) return null;
  const events = before.written.length;
  const which = before.written.slice(0, TOLD).map(({ number }) => number);
  const cause = compressor(run, lane, attempt);
  return { word: "lost", events, lost: events, which, ended: true, several: false, cause };
}

/** It ended without ever having been an event stream to the browser. */
function noStream(run: Run, attempt: AttemptView): Delivery | null {
  const { ending, connection, head } = attempt;
  if (ending === null || ending.how === "closed" || ending.how === "ended") return null;
  if (attempt.reception.openAt !== null) return null;
  if (attempt.reception.head !== null && isEventStream(attempt.reception.head)) return null;
  // An event stream that was written, and not let go of by the browser, got lost on its way.
  const wrote = attempt.written.length > 0 || (connection !== null && !isToldWhole(run, attempt));
  const wasStream = head !== null && isEventStream(head) && wrote;
  const again = ending.how === "error" && ending.readyState === 0;
  const left = connection?.end?.reason.why === "left" && !again;
  const why = refusal(attempt, run.setup.browser);
  if (wasStream && !left && why.kind !== "charset") return null;
  // Whether it was cut or refused, only the tap could tell.
  const isUnheard = connection === null && (run.tap === "lost" || run.tap === "not-heard");
  if (isUnheard && head === null && (again || ending.how === "failure")) return null;
  return { word: "no-stream", refusal: why, again };
}

/** Events were written that never arrived. */
function lost(
  run: Run,
  lane: LaneName,
  attempt: AttemptView,
  later: readonly AttemptView[],
): Delivery | null {
  const loss = lossOf(run, lane, attempt, later);
  if (loss === null) return null;
  const { events, ended, lost } = loss;
  const which = lost.slice(0, TOLD).map(({ number }) => number);
  const cause = compressor(run, lane, attempt);
  return { word: "lost", events, lost: lost.length, which, ended, several: false, cause };
}

/** Nobody listens for any of them, so none can arrive. */
function unheard(attempt: AttemptView): Delivery | null {
  const { written, arrived, ending } = attempt;
  if (arrived.length > 0 || written.length === 0 || !written.every(isUnheard(attempt))) return null;
  const because = { kind: "unheard", events: written.length } as const;
  return { word: "cant-tell", because, running: ending === null };
}

/** What a cut makes a compressor lose, and nobody else. */
function compressor(run: Run, lane: LaneName, attempt: AttemptView): Cause | null {
  const cause = causeOf(run, lane, attempt);
  return cause.kind === "compressor" ? cause : null;
}

/** Nothing has arrived, and nobody knows what would have. */
function nothingYet(run: Run, lane: LaneName, attempt: AttemptView, now: number): Delivery | null {
  const { ending, arrived, written, connection } = attempt;
  if (ending !== null && ending.how !== "closed") return null;
  const until = ending?.at ?? now;
  const [first] = written;
  const [came] = arrived;
  // The first of what comes in one instant is not alone for long.
  const isComing = ending === null && came !== undefined && until - came.arrivedAt <= INSTANT;
  if (came !== undefined && !(isComing && pileIn(run, lane, attempt, now) !== null)) return null;
  const waited = until - (first?.writtenAt ?? connection?.beganAt ?? until);
  return {
    word: "nothing-yet",
    events: written.length,
    bytes: connection?.bytes ?? 0,
    told: connection !== null,
    waited,
    stopped: ending !== null,
    cause: first !== undefined && waited > NOISE ? causeOf(run, lane, attempt) : null,
  };
}

/** Some lie on their way, of a stream that came well so far. */
function heldNow(run: Run, lane: LaneName, attempt: AttemptView, now: number): Delivery | null {
  const { ending, written } = attempt;
  if ((ending !== null && ending.how !== "closed") || !isToldWhole(run, attempt)) return null;
  const { shape } = fates(run, attempt);
  if (shape !== null && shape !== "live" && shape !== "too-close") return null;
  const at = ending?.at ?? now;
  const pile = pileBefore(run, lane, attempt, at);
  if (pile === null) return null;
  return {
    word: "held",
    events: written.length,
    held: { events: pile.events, ms: at - pile.since },
    lies: true,
    running: ending === null,
    cause: causeOf(run, lane, attempt),
  };
}

function byShape(run: Run, lane: LaneName, attempt: AttemptView): Delivery {
  const running = attempt.ending === null;
  const fate = fates(run, attempt);
  const { shape, seen, figures, waited } = fate;
  if (shape === null || figures === null) return few(run, lane, attempt, fate);
  const { events, first, instants, squeezed, writtenOver, arrivedOver, lagMost, lagMean } = figures;
  const of = attempt.written.length;
  const doubt = (because: Doubt): Delivery => ({ word: "cant-tell", because, running });
  if (seen === "slow-link") return doubt({ kind: seen, events, writtenOver, arrivedOver });
  const { page, machine } = waited;
  const excused = { events: page.events + machine.events, ms: Math.max(page.ms, machine.ms) };
  // One wait of no more than a stall among others leaves a stream as live as it was.
  const isShort = (seen === "live" || seen === "too-close") && waited.page.ms <= STALL;
  if (waited.hop.events === 0 && run.busy.length > 0 && excused.events > 0 && !isShort) {
    return isToldWhole(run, attempt)
      ? { word: "busy", events, late: excused }
      : doubt({ kind: "not-told" });
  }
  if (shape === "one-clump") return doubt({ kind: shape, events, squeezed });
  if (waited.unknown.events > 0) {
    return doubt(
      shape === "too-close"
        ? { kind: shape, events, of, writtenOver }
        : { kind: "one-instant", events },
    );
  }
  const cause = causeOf(run, lane, attempt);
  switch (shape) {
    case "in-pieces":
      return { word: shape, events, pieces: instants, writtenOver, lagMost, running, cause };
    case "one-behind":
      return { word: shape, events, lagMean, running, cause };
    case "burst-at-end": {
      const { arrivedAt } = first;
      const announced = announcement(run, attempt);
      return { word: shape, events, writtenOver, arrivedAt, arrivedOver, announced, cause };
    }
    case "live":
    case "too-close":
    case "slow-link":
      // One behind looks like this too where the write that let an event go is not known.
      if (lagMost > NOISE && !isToldWhole(run, attempt)) return doubt({ kind: "not-told" });
      if (waited.hop.events >= ALL_FROM * events) {
        return { word: "late", events, lagLeast: figures.lagLeast, running, cause };
      }
      if (waited.hop.events > 0) {
        return { word: "held", events, held: waited.hop, lies: false, running, cause };
      }
      if (shape === "too-close") {
        if (!isToldWhole(run, attempt)) return doubt({ kind: "not-told" });
        return doubt({ kind: shape, events, of, writtenOver });
      }
      return {
        word: "live",
        events,
        writtenOver,
        lagMost,
        running,
        usual: waited.nobody.ms,
        excused: excused.events > 0 ? excused : null,
      };
  }
}

/** Fewer than two events are known from both sides: nothing lies between them. */
function few(run: Run, lane: LaneName, attempt: AttemptView, { waited }: Fates): Delivery {
  const { arrived, passages, ending } = attempt;
  const running = ending === null;
  const doubt = (because: Doubt): Delivery => ({ word: "cant-tell", because, running });
  if (!isToldWhole(run, attempt)) {
    const impression = impressionOf(attempt, run.busy);
    return doubt(
      impression === null ? { kind: "not-told" } : { kind: "arrivals-alone", impression },
    );
  }
  if (passages.length < arrived.length) return doubt({ kind: "not-told" });
  const { page, hop } = waited;
  if (page.ms > STALL) return { word: "busy", events: 1, late: page };
  const cause = causeOf(run, lane, attempt);
  if (hop.events > 0) return { word: "late", events: 1, lagLeast: hop.ms, running, cause };
  const [only] = passages;
  const lag = only ? only.arrivedAt - only.writtenAt : null;
  return doubt({ kind: "few-events", events: arrived.length, lag });
}

function announcement({ setup }: Run, { announcedAt, connection }: AttemptView) {
  if (announcedAt === null) return null;
  const endAt = connection?.end?.at;
  const waited = endAt !== undefined && announcedAt >= endAt - ORDER - setup.clockError;
  return { at: announcedAt, waited };
}
