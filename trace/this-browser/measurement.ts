/** A question that is put to a browser: a small stream, and how its answer is read. */
import type { Behaviour, Family, MeasurementName } from "../run/behaviour.ts";
import { browsers } from "../run/browsers.ts";
import { agrees } from "./agrees.ts";
import type { Evidence } from "./evidence.ts";

export type Measurement = {
  name: MeasurementName;
  /** The stream script, for a client whose requests have that query; `null`: nobody listens there. */
  script: ((query: string) => string) | null;
  /** The answer, once it can be told; `undefined` until then. */
  read(seen: Evidence): Behaviour | undefined;
};

/** Tells whether that is another answer than was recorded; never of a family that was not recorded. */
export function isOther(
  name: MeasurementName,
  measured: Behaviour,
  family: Family | undefined,
): boolean {
  return family !== undefined && !agrees(measured, browsers[family].answers[name]);
}
