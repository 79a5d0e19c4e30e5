/** All that is measured in the reader's own browser: facts in which browsers differ, or people are often wrong. */
import { agrees } from "./answer.ts";
import { answering } from "./answering.ts";
import { interpreting } from "./interpreting.ts";
import type { Family, Measurement } from "./measurement.ts";
import { reconnecting } from "./reconnecting.ts";

const all = [...reconnecting, ...answering, ...interpreting];

const differs = ({ recorded }: Measurement) => !agrees(recorded.chromium, recorded.firefox);

/** Those in which the recorded browsers differ, and those in which they do the same. */
export const measurements = {
  differing: all.filter(differs),
  alike: all.filter((measurement) => !differs(measurement)),
};

/** The recorded family that a browser such as "Edge 140" is of; `undefined` where none was recorded. */
export function familyOf(browser: string): Family | undefined {
  if (browser.startsWith("Firefox")) return "firefox";
  return /^(Chrom|Edge|Opera)/.test(browser) ? "chromium" : undefined;
}
