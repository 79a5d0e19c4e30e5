/**
 * Says how long a client waits before it asks again. The page cannot read it; it follows from what the
 * stream said and from the client (docs/facts.md, 1).
 */
import type { Behaviour } from "./behaviour.ts";
import { measuredBrowser } from "./browser.ts";
import { browsers } from "./browsers.ts";

/** How long the npm package `eventsource` waits where the stream sets nothing, in every browser. ms */
const UNSET_IN_PACKAGE = 3000;

/**
 * What our fetch client keeps to where the stream sets none: Chromium's.
 * [spec] "an implementation-defined value, probably in the region of a few seconds". ms
 */
export const FETCH_RECONNECTION_TIME = time(browsers.chromium.answers["default-time"]);

/** What a `retry` field said, ms; `null`: nothing, which the standard ignores and browsers do not. */
export type Retry = number | null;

const HUGE = 2 ** 64; // ms; some browsers ignore what is more (docs/facts.md, 1)

export function isHuge(retry: Retry): boolean {
  return retry !== null && retry >= HUGE;
}

/** The fields that may count: those that every browser minds make all before them of no account. */
export function withRetry(before: readonly Retry[], retry: Retry): Retry[] {
  return isHuge(retry) ? [...before.filter((one) => !isHuge(one)), retry] : [retry];
}

/**
 * The reconnection time that `browser` keeps to.
 * @param retries what the stream set, in its order
 * @returns ms, Infinity where it never asks again; `null` where the stream set nothing and the browser was never measured
 */
export function reconnectionTime(browser: string, retries: readonly Retry[]): number | null {
  const answers = measuredBrowser(browser)?.answers;
  if (answers === undefined) return lastTime(retries);
  let kept = time(answers["default-time"]);
  for (const retry of retries) {
    if (retry === null) kept = time(answers["retry-empty"]);
    else if (!isHuge(retry)) kept = retry;
    else if (answers["retry-huge"].does === "asks-not") kept = Number.POSITIVE_INFINITY;
  }
  return Math.max(time(answers["retry-0"]), kept);
}

/**
 * Returns what the reconnection time of `browser` becomes by one `retry`.
 * @returns ms, Infinity where it never asks again; `null` where the field is ignored
 */
export function becomesBy(browser: string, retry: Retry): number | null {
  const answers = measuredBrowser(browser)?.answers;
  const isIgnored = retry !== null && isHuge(retry) && answers?.["retry-huge"].does !== "asks-not";
  return isIgnored ? null : reconnectionTime(browser, [retry]);
}

/** The last one that said a time: what the standard's steps keep to. ms */
export function lastTime(retries: readonly Retry[]): number | null {
  return retries.findLast((retry) => retry !== null) ?? null;
}

/** The one that the npm package `eventsource` keeps to. */
export function packagesReconnectionTime(retry: number | null): number {
  return retry ?? UNSET_IN_PACKAGE;
}

function time(answer: Behaviour): number {
  return answer.does === "asks-after" ? answer.ms : 0;
}
