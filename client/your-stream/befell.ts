/** What is to be said of a request beside the verdict: what people wait for, or why nothing came, and what to do. */
import { isRedirect } from "../../trace/run/head.ts";
import type { Run } from "../../trace/run/run.ts";

export type Befell =
  /** No head has come for `ms`; `left` tells whether one has left the target. */
  | { kind: "waits"; ms: number; left: boolean }
  /** No byte of an answer was shown to the page. */
  | { kind: "blocked" }
  /** Neither an EventSource nor the target proxy says why it gave up before it opened. */
  | { kind: "never-opened" }
  /** Redirects that led nowhere. */
  | { kind: "loop"; times: number }
  /** The target proxy, or a server of ours, says in a problem document what is wrong. */
  | { kind: "problem"; detail: string }
  | { kind: "too-much" }
  /** An EventSource asks again by itself. */
  | { kind: "asks-again" };

/** @param now ms since the run began */
export function befell(run: Run, now: number, hadTooMuch: boolean): Befell | null {
  if (hadTooMuch) return { kind: "too-much" };
  const [lane] = run.lanes;
  const attempt = lane?.attempts.at(-1);
  if (lane === undefined || attempt === undefined) return null;
  const { ending, announcedAt, reception, connections } = attempt;
  if (announcedAt === null && ending === null) {
    return run.stoppedAt === null && attempt.number === 1
      ? { kind: "waits", ms: now - reception.since, left: Boolean(attempt.connection?.head) }
      : null;
  }
  const times = connections.filter(({ head }) => isRedirect(head)).length;
  if (announcedAt === null && ending !== null && ending.how !== "closed") {
    if (times > 1 && isRedirect(connections.at(-1)?.head ?? null)) return { kind: "loop", times };
    if (ending.how === "failure") return { kind: "blocked" };
    if (ending.how === "error" && ending.readyState === 2 && !attempt.connection?.head)
      return { kind: "never-opened" };
  }
  if (ending?.how === "failure") {
    const detail = detailOf(ending.message);
    return detail === null ? null : { kind: "problem", detail };
  }
  const comesBack = lane.name === "eventsource" && run.stoppedAt === null && lane.isConnected;
  return comesBack && (attempt.number > 1 || ending !== null) ? { kind: "asks-again" } : null;
}

function detailOf(text: string): string | null {
  try {
    const { detail, code }: { detail?: unknown; code?: unknown } = JSON.parse(text);
    return typeof detail === "string" && typeof code === "string" ? detail : null;
  } catch {
    return null;
  }
}
