/**
 * Says what a client will do when a button is pressed, as it was measured (docs/facts.md; its sections stand
 * beside what comes from them). Nothing is foretold of a browser that was not measured, or where it
 * depends on a moment that nobody knows: wrong is worse than silent.
 */
import type { MeasuredBrowser } from "../run/behaviour.ts";
import { measuredBrowser } from "../run/browser.ts";
import { browsers } from "../run/browsers.ts";
import type { DoorFault, Fault, LaneName } from "../run/records.ts";
import type { Situation } from "./situation.ts";

/** What can be done at the press of a button: to a connection, to the server, or to this page, for `ms`. */
export type Mishap = Fault | { kind: "freeze"; ms: number };

/** What will come of it. */
export type PredictedOutcome =
  /** It asks again: EventSource after an `error`, readyState 0. `after`: ms; null: until it finds the door open. */
  | { does: "reconnects"; after: number | null }
  /** What a compressor holds is lost, and the browser asks again: by itself at once, or as above. */
  | { does: "loses-and-asks" }
  /** EventSource: `error`, readyState 2. `at`: a wrong answer, a refused connection, the dev server's 504. */
  | { does: "gives-up"; at: GivenUpAt }
  /** The same, but the page puts a new EventSource in its place; or fetch asks again after a wait. */
  | { does: "anew"; at: GivenUpAt }
  /** fetch: a TypeError while reading. */
  | { does: "fails" }
  /** fetch: the body ends properly. `isHidden`: though it was cut, by the dev server. */
  | { does: "ends"; isHidden: boolean }
  /** Nothing tells the page of a stall. */
  | { does: "waits" }
  | { does: "goes-on" }
  /** EventSource follows a redirect; `later` it reconnects to the first address, or to the final one. */
  | { does: "follows"; later: "first" | "final" }
  /** fetch never asks by itself, so no next answer comes. */
  | { does: "never-asks" }
  /** The page is blocked for `ms`; what comes meanwhile is dispatched when it is free again. */
  | { does: "piles-up"; ms: number }
  /** Nobody can tell: whoever comes first decides, what else was pressed before, or nobody has measured it. */
  | { does: "cant-tell"; because: "moment" | "queue" | "unmeasured" };

export type GivenUpAt = "answer" | "refusal" | "504";

export type Prediction = { lane: LaneName } & PredictedOutcome;

const HANGS_ON_A_MOMENT = { does: "cant-tell", because: "moment" } as const;
const AFTER_ANOTHER = { does: "cant-tell", because: "queue" } as const;
const UNMEASURED = { does: "cant-tell", because: "unmeasured" } as const;

type Answers = MeasuredBrowser["answers"];

const ASKS_WITHIN = 600; // ms that a busy machine is late by

export function predict(mishap: Mishap, situation: Situation): Prediction {
  return { lane: situation.lane, ...outcome(mishap, situation) };
}

function outcome(mishap: Mishap, situation: Situation): PredictedOutcome {
  const { lane, comesBack, browser } = situation;
  const known = measuredBrowser(browser);
  if (known === undefined) return UNMEASURED;
  if (mishap.kind === "freeze") return { does: "piles-up", ms: mishap.ms }; // facts 6
  if (lane === "fetch" && !comesBack) return ofFetch(mishap, situation);
  // A fetch client that comes back asks as Chromium's EventSource does, whichever browser it is in.
  const { answers } = lane === "eventsource" ? known : browsers.chromium;
  const bare = ofWhoeverReconnects(mishap, situation, answers);
  if (!comesBack || bare.does !== "gives-up") return bare;
  // fetch sees the status: what the server itself answers is final to it.
  return lane === "fetch" && bare.at === "answer" ? bare : { ...bare, does: "anew" };
}

function ofFetch(fault: Fault, { path, sameOrigin, compressor }: Situation): PredictedOutcome {
  switch (fault.kind) {
    case "drop":
      if (compressor === "lets-through") return UNMEASURED;
      if (compressor === "holds-all") {
        // Before its first byte a POST too is repeated, on the connection that its preflight used.
        return sameOrigin ? HANGS_ON_A_MOMENT : { does: "loses-and-asks" };
      }
      // facts 5: a reset in mid-stream comes out of the dev server as its error text and a proper end.
      return fault.how === "reset" && path.proxy
        ? { does: "ends", isHidden: true }
        : { does: "fails" }; // facts 5, 6
    case "close-door": // facts 5, 6: it cuts by FIN; but a request that is repeated may meet the 504
      if (compressor === "lets-through") return UNMEASURED;
      return compressor === "holds-all" ? HANGS_ON_A_MOMENT : { does: "fails" };
    case "end":
      return { does: "ends", isHidden: false }; // facts 6
    case "stall":
      return { does: "waits" }; // facts 5: 330 s without a byte pass unharmed
    case "release":
      return { does: "goes-on" };
    case "next-status":
    case "next-type":
    case "next-redirect":
      return { does: "never-asks" }; // facts 6
  }
}

/** Foretells for an EventSource, and for a fetch that comes back, which does what the standard has that do. */
function ofWhoeverReconnects(
  fault: Fault,
  situation: Situation,
  answers: Answers,
): PredictedOutcome {
  const { lane, compressor, reconnectionTime: after } = situation;
  switch (fault.kind) {
    case "drop": // facts 1: a cut is like an end; 5: but what the compressor holds is lost
      if (compressor === "lets-through") return UNMEASURED;
      return compressor === "holds-all"
        ? { does: "loses-and-asks" }
        : { does: "reconnects", after };
    case "end": // facts 1; a compressor lets go of a `retry` with all the rest
      return { does: "reconnects", after: situation.reconnectionTimeAtEnd };
    case "stall":
      return { does: "waits" }; // facts 5
    case "release":
      return { does: "goes-on" };
    case "next-status":
    case "next-type": // facts 1, "What the response head decides"
      return situation.answerWaits ? AFTER_ANOTHER : { does: "gives-up", at: "answer" };
    case "next-redirect": {
      if (situation.answerWaits) return AFTER_ANOTHER;
      // fetch starts again from the first address: the page asks for that one.
      const fromFirst = lane === "fetch" || (fault.status === 307 && startsAnew(answers));
      return { does: "follows", later: fromFirst ? "first" : "final" };
    }
    case "close-door":
      return atTheDoor(fault, situation, answers);
  }
}

/** Tells whether it comes back to the first address after a redirect that is only for now. */
function startsAnew({ "moved-307": answer }: Answers): boolean {
  return answer.does === "reconnects-to" && answer.address === "first";
}

/** The connection is cut; all depends on what the client finds when it asks again. */
function atTheDoor({ ms }: DoorFault, situation: Situation, answers: Answers): PredictedOutcome {
  const { path, sameOrigin, compressor, reconnectionTime: after } = situation;
  if (compressor === "lets-through") return UNMEASURED;
  if (after === null || Math.abs(ms - after) < ASKS_WITHIN) return HANGS_ON_A_MOMENT;
  const isOpenAgain = ms < after;
  if (compressor === "holds-all") {
    // facts 5: before its first byte a cut request is repeated at once, and meets the 504; or it may be.
    const mayRepeat = answers["early-cut"].does === "repeats-if-used";
    return isOpenAgain && mayRepeat ? HANGS_ON_A_MOMENT : { does: "gives-up", at: "504" };
  }
  if (isOpenAgain) return { does: "reconnects", after }; // facts 1, 5
  if (path.proxy) return { does: "gives-up", at: "504" }; // facts 5
  if (answers.refused.does === "gives-up" && !sameOrigin)
    return { does: "gives-up", at: "refusal" }; // facts 1
  // facts 1: it tries on; which try is the first to find the door open may hang on a moment.
  const isClose = Math.abs(Math.round(ms / after) * after - ms) < ASKS_WITHIN;
  return { does: "reconnects", after: isClose ? null : Math.ceil(ms / after) * after };
}
