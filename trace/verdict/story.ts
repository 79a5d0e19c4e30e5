/** Tells what befell a lane beside the delivery of its events: what it does, how it ended, whether it came back. */
import type { AttemptView } from "../run/attempt.ts";
import { continuity } from "../run/continuity.ts";
import { isEventStream, isRedirect } from "../run/head.ts";
import type { LaneView } from "../run/lane.ts";
import { isUnheard, leavesOut } from "../run/left-out.ts";
import { STALL } from "../run/noise.ts";
import { becomesBy } from "../run/reconnection-time.ts";
import type { Run } from "../run/run.ts";
import { cutOnTheWay, endedBy } from "./cut.ts";
import type { Story } from "./finding.ts";
import { formatFacts } from "./format.ts";
import { anyNames, namesOf } from "./names.ts";
import { silentSince } from "./silence.ts";
import { isToldWhole } from "./told.ts";

const TYPES = 5; // that nobody listens for, and that are named

/** So many attempts are told of, the latest, where a lane goes on reconnecting. */
const LATEST = 20;

/** @param lost what of the lane's events never arrived */
export function storyOf(run: Run, lane: LaneView, lost: number, now: number): Story[] {
  const attempts = lane.attempts.slice(-LATEST);
  const last = attempts.at(-1);
  if (last === undefined) return lane.hasAsked ? [{ word: "connecting" }] : [];
  return [
    serverAway(run, lane, last, now),
    doingNow(run, lane, last, now),
    cutOnTheWay(attempts, othersOf(run, lane), lost),
    gaveUpAt(lane),
    notBack(run, lane, last),
    cameBack(lane, attempts, lost),
    unheard(attempts),
    foreignBytes(run, attempts),
    aboutTheFormat(run, lane),
  ].filter((one) => one !== null);
}

function othersOf(run: Run, lane: LaneView): readonly AttemptView[] {
  return run.lanes.filter((one) => one !== lane).flatMap(({ attempts }) => attempts.slice(-LATEST));
}

/** The side channel hears nothing, and this lane has lost the server, too. */
function serverAway(run: Run, lane: LaneView, last: AttemptView, now: number): Story | null {
  if (run.tap !== "lost" || !last.isTold || run.stoppedAt !== null) return null;
  const { state } = lane;
  const isCutOff =
    state.name === "reestablishing" ||
    state.name === "coming-back" ||
    ((state.name === "gave-up" || state.name === "refused") &&
      (state.refusal.kind === "not-heard" ||
        (state.refusal.kind === "status" && !state.refusal.ours))) ||
    (state.name === "failed" && endedBy(last) === "unknown");
  return isCutOff ? { word: "server-away", ms: now - run.tapSince } : null;
}

function doingNow(run: Run, lane: LaneView, last: AttemptView, now: number): Story | null {
  const { state } = lane;
  switch (state.name) {
    case "connecting":
    case "asking": {
      const askedAt = last.reception.askedAt ?? last.reception.since;
      const isUnheard = last.connection === null && last.isTold && run.tap !== "lost";
      return isUnheard && now - askedAt > STALL
        ? { word: "waiting", waited: now - askedAt }
        : last.written.length === 0
          ? { word: "connecting" }
          : null;
    }
    case "open":
    case "reading":
    case "closed":
    case "aborted":
      return stalled(last, now) ?? silent(run, last, now);
    case "reestablishing":
    case "coming-back": {
      const by = endedBy(last);
      if (by === null || run.stoppedAt !== null) return null;
      return {
        word: "reconnecting",
        in: state.asksAt === null ? null : state.asksAt - now,
        endedBy: by,
      };
    }
    default:
      return null;
  }
}

/** Tells of a Stall that somebody pressed, and that lasts. */
function stalled({ connection, ending }: AttemptView, now: number): Story | null {
  const pressed = connection?.faults.findLast(
    ({ fault }) => fault.kind === "stall" || fault.kind === "release",
  );
  if (pressed?.fault.kind !== "stall" || connection?.end || ending !== null) return null;
  const { ms } = pressed.fault;
  const lasts = ms === null || now < pressed.at + ms;
  return lasts ? { word: "stalled", ms: now - pressed.at } : null;
}

function silent(run: Run, last: AttemptView, now: number): Story | null {
  const since = silentSince(last, now);
  if (since === null) return null;
  const stopped = last.ending !== null;
  const away = run.tap === "lost";
  return { word: "silent", ms: (last.ending?.at ?? now) - since, since, away, stopped };
}

/** It asked again after a stream, and what came made it give up; a 204 asks for that, and is no trouble. */
function gaveUpAt({ state, attempts }: LaneView): Story | null {
  if (state.name !== "gave-up" || attempts.length < 2) return null;
  const { refusal } = state;
  if (refusal.kind === "not-told") return null; // it may have been a 204
  if (refusal.kind === "status" && refusal.status === 204) return null;
  return { word: "gave-up", refusal, attempts: attempts.length };
}

/** Its client did not ask again, and the other lane got events meanwhile that this one never did. */
function notBack(run: Run, lane: LaneView, last: AttemptView): Story | null {
  const { name } = lane.state;
  const by = endedBy(last);
  if (by === null || (name !== "done" && name !== "failed" && name !== "gave-up")) return null;
  const other = run.lanes.find((one) => one !== lane && streams(one.attempts).length > 1);
  if (other === undefined || streams(lane.attempts).length > 1) return null;
  const own = lane.attempts.flatMap(({ arrived }) => arrived);
  const had = new Set(anyNames(own));
  const missed = other.attempts
    .slice(-LATEST)
    .flatMap(({ arrived }) => namesOf(arrived))
    .filter((name) => !had.has(name)).length;
  return missed === 0 ? null : { word: "not-back", endedBy: by, missed, events: own.length };
}

function cameBack(lane: LaneView, attempts: readonly AttemptView[], lost: number): Story | null {
  const { length } = streams(lane.attempts);
  // A request that was merely asked a second time, as the probe does, is no client that came back.
  if (length < 2 || !lane.attempts.some(({ reception }) => reception.follows)) return null;
  const events = lane.attempts.reduce((all, { arrived }) => all + arrived.length, 0);
  const repeated = continuity(attempts).reduce((all, one) => all + one.repeated.length, 0);
  return { word: "came-back", attempts: length, events, lost, repeated };
}

function unheard(attempts: readonly AttemptView[]): Story | null {
  const dropped = attempts.flatMap((attempt) => attempt.written.filter(isUnheard(attempt)));
  const types = [...new Set(dropped.map(({ type }) => type))].slice(0, TYPES);
  return dropped.length === 0 ? null : { word: "unheard", events: dropped.length, types };
}

function foreignBytes(run: Run, attempts: readonly AttemptView[]): Story | null {
  for (const attempt of attempts) {
    const { connection, connections, reception } = attempt;
    const isKnown = connection?.end && isToldWhole(run, attempt) && connections.length === 1;
    if (!isKnown || isRedirect(connection.head) || reception.bytes <= connection.bytes) continue;
    return { word: "foreign-bytes", read: reception.bytes, written: connection.bytes };
  }
  return null;
}

function aboutTheFormat({ setup }: Run, { name, attempts: [first] }: LaneView): Story | null {
  if (first?.connection == null || first.arrived.length === 0) return null;
  if (first.head === null || !isEventStream(first.head)) return null;
  const { browser } = setup;
  const facts = formatFacts(first.connection, {
    isLeftOut: leavesOut(first, name, browser),
    becomesBy: (retry) => (name === "fetch" ? retry : becomesBy(browser, retry)),
  });
  return facts.length === 0 ? null : { word: "format", events: first.arrived.length, facts };
}

/** The attempts that were event streams. */
function streams(attempts: readonly AttemptView[]): readonly AttemptView[] {
  return attempts.filter(
    ({ announcedAt, head }) => announcedAt !== null && (head === null || isEventStream(head)),
  );
}
