/** Names the states of the lanes. EventSource's begin with the constant of its readyState. */

import type { LaneState } from "../run/lane-state.ts";
import type { LaneName } from "../run/records.ts";
import type { Refusal } from "../run/refusal.ts";
import { duration } from "./figures.ts";

/** @param now ms since the run began: what is still to come is counted down */
export function laneStateSentence(state: LaneState, lane: LaneName, now: number): string {
  switch (state.name) {
    case "idle":
      return "not asked";
    case "connecting":
      return "CONNECTING (readyState 0)";
    case "open":
      return "OPEN (readyState 1)";
    case "reestablishing":
      return `CONNECTING (readyState 0): ${asksAgain(state.asksAt, now)}`;
    case "coming-back":
      return `${comingBack(state.refusal, lane)}${countdown(state.asksAt, now)}`;
    case "gave-up":
      return `CLOSED (readyState 2): ${by(state.refusal)}`;
    case "closed":
      return "CLOSED (readyState 2): this page closed it";
    case "asking":
    case "reading":
    case "done":
    case "aborted":
      return state.name;
    case "failed":
      return `failed: ${state.error}`;
    case "refused":
      return `failed: ${what(state.refusal)}`;
  }
}

function comingBack(refusal: Refusal | null, lane: LaneName): string {
  if (lane === "eventsource") return "CLOSED (readyState 2): a new one asks";
  return refusal === null ? "asks again" : `failed: ${what(refusal)}, again`;
}

function asksAgain(at: number | null, now: number): string {
  return at === Number.POSITIVE_INFINITY ? "never asks again" : `asks again${countdown(at, now)}`;
}

/** Nothing where it is not known when, and once it is time. */
function countdown(asksAt: number | null, now: number): string {
  return asksAt === null || asksAt <= now ? "" : ` in ${duration(asksAt - now)}`;
}

/** 204 asks the browser not to come back; after anything else it gave up. */
function by(refusal: Refusal): string {
  const isPolite = refusal.kind === "status" && refusal.status === 204;
  return isPolite ? "the server said 204" : `gave up, ${what(refusal)}`;
}

function what(refusal: Refusal): string {
  switch (refusal.kind) {
    case "status":
      return `status ${refusal.status}`;
    case "type":
      return refusal.type === "" ? "no content type" : refusal.type;
    case "redirected":
      return redirected(refusal);
    case "charset":
      return `charset ${refusal.charset}`;
    case "not-heard":
      return "the server was not reached";
    case "not-told":
      return "reason unknown";
    case "no-head":
      return "no response";
    case "changed":
      return "no event stream came";
  }
}

function redirected({ status, answer }: Refusal & { kind: "redirected" }): string {
  if (answer === null) return `no event stream after a ${status}`;
  const said = answer.status === 200 ? answer.type || "no content type" : `status ${answer.status}`;
  return `${said} after a ${status}`;
}
