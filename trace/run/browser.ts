/** Says which browser a run was made in, and what is known of it: what it did when it was measured. */
import type { Family, MeasuredBrowser } from "./behaviour.ts";
import { browsers } from "./browsers.ts";

/** The family that a browser such as "Edge 140" is of; `undefined` where none was measured. */
export function familyOf(browser: string): Family | undefined {
  if (browser.startsWith("Firefox")) return "firefox";
  return /^(Chrom|Edge|Opera)/.test(browser) ? "chromium" : undefined;
}

/** Returns what is known of `browser`; `undefined` where its family was not measured. */
export function measuredBrowser(browser: string): MeasuredBrowser | undefined {
  const family = familyOf(browser);
  return family && browsers[family];
}
