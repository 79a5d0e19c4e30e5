/** Says what the name of a browser tells of it; what it was measured to do: browser.ts, with a table that a first paint does without. */
import type { Family } from "./behaviour.ts";

/** The family that a browser such as "Edge 140" is of; `undefined` where none was measured. */
export function familyOf(browser: string): Family | undefined {
  if (browser.startsWith("Firefox")) return "firefox";
  return /^(Chrom|Edge|Opera)/.test(browser) ? "chromium" : undefined;
}

/** What the probe calls itself, in the place of a browser. */
export const PROBE = "probe on";

/** Whether no browser asked, but the probe. */
export function isProbe(browser: string): boolean {
  return browser.startsWith(PROBE);
}
