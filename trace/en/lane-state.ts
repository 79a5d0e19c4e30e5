/** The states of the lanes in English. EventSource's begin with its readyState. */

import type { LaneState } from "../run/lane-state.ts";
import type { LaneName } from "../run/records.ts";
import type { Refusal } from "../run/refusal.ts";
import { duration } from "./figures.ts";

/** @param now ms since the run began: what is still to come is counted down */
export function laneState(state: LaneState, lane: LaneName, now: number): string {
  switch (state.name) {
    case "idle":
      return "not asked";
    case "connecting":
      return "0 connecting";
    case "open":
      return "1 open";
    case "reestablishing":
      return `0 reestablishing${countdown(state.asksAt, now)}`;
    case "coming-back":
      return `${comingBack(state.refusal, lane)}${countdown(state.asksAt, now)}`;
    case "gave-up":
      return `2 closed ${by(state.refusal)}`;
    case "closed":
      return "2 closed by this page";
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
  if (lane === "eventsource") return "2 closed, new one";
  return refusal === null ? "reestablishing" : `failed: ${what(refusal)}, again`;
}

/** Nothing where it is not known when, and once it is time. */
function countdown(asksAt: number | null, now: number): string {
  return asksAt === null || asksAt <= now ? "" : ` in ${duration(asksAt - now)}`;
}

/** 204 asks the browser not to come back; after anything else it gave up. */
function by(refusal: Refusal): string {
  const isPolite = refusal.kind === "status" && refusal.status === 204;
  return isPolite ? "by 204" : `for good: ${what(refusal)}`;
}

function what(refusal: Refusal): string {
  switch (refusal.kind) {
    case "status":
      return `status ${refusal.status}`;
    case "type":
      return refusal.type === "" ? "no content type" : refusal.type;
    case "not-heard":
      return "the server was not reached";
    case "not-told":
      return "nobody told why";
    case "no-head":
      return "no response";
    case "changed":
      return "no event stream came";
  }
}
