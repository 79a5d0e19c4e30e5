/**
 * How long a client waits before it asks again. The page cannot read it; it follows from what the
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

/**
 * The reconnection time that `browser` keeps to.
 * @param retry what the stream set last, ms; `null` for nothing
 * @returns ms; `null` where the stream set nothing and the browser was never measured
 */
export function reconnectionTime(browser: string, retry: number | null): number | null {
  const answers = measuredBrowser(browser)?.answers;
  if (answers === undefined) return retry;
  return Math.max(time(answers["retry-0"]), retry ?? time(answers["default-time"]));
}

/** The one that the npm package `eventsource` keeps to. */
export function packagesReconnectionTime(retry: number | null): number {
  return retry ?? UNSET_IN_PACKAGE;
}

function time(answer: Behaviour): number {
  return answer.does === "asks-after" ? answer.ms : 0;
}
