/** The states of the lanes in English. EventSource's begin with its readyState. */
import { milliseconds } from "../figures.ts";
import type { LaneState } from "../lane-state.ts";
import type { Refusal } from "../refusal.ts";

export function laneState(state: LaneState): string {
  switch (state.name) {
    case "idle":
      return "not asked";
    case "connecting":
      return "0 connecting";
    case "open":
      return "1 open";
    case "reconnecting":
      return state.ms === null ? "0 reconnecting" : `0 reconnecting in ${milliseconds(state.ms)}`;
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
    case "no-head":
      return "no response";
    case "changed":
      return "no event stream came";
  }
}
