/**
 * How long a client waits before it asks again. The page cannot read it; it follows from what the
 * stream said and from the client (docs/facts.md, 1).
 */

type Rule = { unset: number; least: number }; // ms

const RULES: readonly [browser: string, rule: Rule][] = [
  ["Chromium", { unset: 3000, least: 0 }],
  ["Chrome", { unset: 3000, least: 0 }],
  ["Firefox", { unset: 5000, least: 500 }],
];

/** The npm package `eventsource`, in every browser. */
const PACKAGE: Rule = { unset: 3000, least: 0 };

/**
 * What our fetch client keeps to where the stream sets none: Chromium's.
 * [spec] "an implementation-defined value, probably in the region of a few seconds". ms
 */
export const FETCH_RECONNECTION_TIME = 3000;

/**
 * The reconnection time that `browser` keeps to.
 * @param retry what the stream set last, ms; `null` for nothing
 * @returns ms; `null` where the stream set nothing and the browser was never measured
 */
export function reconnectionTime(browser: string, retry: number | null): number | null {
  const rule = RULES.find(([name]) => browser.startsWith(name))?.[1];
  return rule === undefined ? retry : under(rule, retry);
}

/** The one that the npm package `eventsource` keeps to. */
export function packagesReconnectionTime(retry: number | null): number {
  return under(PACKAGE, retry);
}

function under({ unset, least }: Rule, retry: number | null): number {
  return Math.max(least, retry ?? unset);
}
