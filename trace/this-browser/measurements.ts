/** All that is measured in the reader's own browser: facts in which browsers differ, or people are often wrong. */
import { browsers } from "../run/browsers.ts";
import { agrees } from "./agrees.ts";
import { answering } from "./answering.ts";
import { interpreting } from "./interpreting.ts";
import type { Measurement } from "./measurement.ts";
import { reconnecting } from "./reconnecting.ts";

const all = [...reconnecting, ...answering, ...interpreting];

const isAlike = ({ name }: Measurement) =>
  agrees(browsers.chromium.answers[name], browsers.firefox.answers[name]);

/** The measurements in which the recorded browsers differ, and those in which they do the same. */
export const measurements = {
  differing: all.filter((measurement) => !isAlike(measurement)),
  alike: all.filter(isAlike),
};
