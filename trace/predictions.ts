/**
 * What a client will do when a button is pressed, as it was measured (facts.md; its sections stand
 * beside what comes from them). Nothing is foretold of a browser that was not measured, or where it
 * depends on a moment that nobody knows: wrong is worse than silent.
 */
import type { DoorFault, Fault, LaneName, Path } from "./records.ts";

/** What is known before it is pressed, while the lane's stream runs. */
export type Situation = {
  lane: LaneName;
  browser: string; // such as "Chromium 156"
  path: Path;
  /** Whether the path begins at the page's own origin. */
  sameOrigin: boolean;
  /** What the browser keeps to. ms */
  reconnectionTime: number | null;
};

/** What will come of it. */
export type Outcome =
  /** EventSource: `error`, readyState 0, and it asks again. `after`: ms. */
  | { does: "reconnects"; after: number | null }
  /** What a compressor holds is lost, and the browser asks again: by itself at once, or as above. */
  | { does: "loses-and-asks" }
  /** EventSource: `error`, readyState 2. `at`: a wrong answer, a refused connection, the dev server's 504. */
  | { does: "gives-up"; at: "answer" | "refusal" | "504" }
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
  | { does: "never-asks" };

export type Prediction = { lane: LaneName } & Outcome;

/** How exactly it is known when a browser asks again: a busy machine is that late. ms */
const ASKS_WITHIN = 600;

/** What the client will do; `null` where nobody can tell. */
export function predict(fault: Fault, situation: Situation): Prediction | null {
  const { lane, browser } = situation;
  const family = ["Chromium", "Chrome", "Firefox"].find((name) => browser.startsWith(name));
  if (family === undefined) return null;
  const outcome =
    lane === "fetch"
      ? ofFetch(fault, situation)
      : ofEventSource(fault, situation, family === "Firefox");
  return outcome && { lane, ...outcome };
}

function ofFetch(fault: Fault, { path, sameOrigin }: Situation): Outcome | null {
  switch (fault.kind) {
    case "drop":
      if (path.proxy && path.compress) {
        // Before its first byte a POST too is repeated, on the connection that its preflight used.
        return sameOrigin ? null : { does: "loses-and-asks" };
      }
      // facts.md 5: a reset in mid-stream comes out of the dev server as its error text and a proper end.
      return fault.how === "reset" && path.proxy
        ? { does: "ends", isHidden: true }
        : { does: "fails" }; // 5, 6
    case "close-door": // 5, 6: it cuts by FIN; but a request that is repeated may meet the 504
      return path.proxy && path.compress ? null : { does: "fails" };
    case "end":
      return { does: "ends", isHidden: false }; // 6
    case "stall":
      return { does: "waits" }; // 5: 330 s without a byte pass unharmed
    case "release":
      return { does: "goes-on" };
    case "next-status":
    case "next-type":
    case "next-redirect":
      return { does: "never-asks" }; // 6
  }
}

function ofEventSource(fault: Fault, situation: Situation, isFirefox: boolean): Outcome | null {
  const { path, reconnectionTime: after } = situation;
  switch (fault.kind) {
    case "drop": // 1: a cut is like an end; 5: but what the compressor holds is lost
      return path.proxy && path.compress
        ? { does: "loses-and-asks" }
        : { does: "reconnects", after };
    case "end":
      return { does: "reconnects", after }; // 1
    case "stall":
      return { does: "waits" }; // 5
    case "release":
      return { does: "goes-on" };
    case "next-status":
    case "next-type":
      return { does: "gives-up", at: "answer" }; // 1, "What the response head decides"
    case "next-redirect": // 1: after 307 Firefox starts again from the first address
      return { does: "follows", later: isFirefox && fault.status === 307 ? "first" : "final" };
    case "close-door":
      return atTheDoor(fault, situation, isFirefox);
  }
}

/** The connection is cut; all depends on what the client finds when it asks again. */
function atTheDoor({ ms }: DoorFault, situation: Situation, isFirefox: boolean): Outcome | null {
  const { path, sameOrigin, reconnectionTime: after } = situation;
  if (after === null || Math.abs(ms - after) < ASKS_WITHIN) return null;
  const isOpenAgain = ms < after;
  if (path.proxy && path.compress) {
    // 5: before its first byte a cut request is repeated at once, and meets the 504; Chromium's may be.
    return isOpenAgain && !isFirefox ? null : { does: "gives-up", at: "504" };
  }
  if (isOpenAgain) return { does: "reconnects", after }; // 1, 5
  if (path.proxy) return { does: "gives-up", at: "504" }; // 5
  if (isFirefox && !sameOrigin) return { does: "gives-up", at: "refusal" }; // 1
  // 1: it tries on; which try is the first to find the door open may hang on a moment.
  const isClose = Math.abs(Math.round(ms / after) * after - ms) < ASKS_WITHIN;
  return { does: "reconnects", after: isClose ? null : Math.ceil(ms / after) * after };
}
