/** A question that is put to a browser: a small stream, and how its answer is read. */
import { type Answer, agrees } from "./answer.ts";
import type { Evidence } from "./evidence.ts";

export type MeasurementName =
  | "default-time"
  | "retry-0"
  | "retry-100"
  | "retry-empty"
  | "retry-huge"
  | "proper-end"
  | "early-cut"
  | "refused"
  | "moved-301"
  | "moved-307"
  | "open"
  | "status-204"
  | "status-500"
  | "status-503"
  | "type-html"
  | "type-plain"
  | "charset"
  | "id-alone"
  | "id-alone-sent"
  | "type-alone"
  | "id-nul"
  | "data-nul"
  | "bom-lf"
  | "bom-cr"
  | "bom-crlf";

/** Browsers that were measured (docs/facts.md). */
export type Family = "chromium" | "firefox";

export type Measurement = {
  name: MeasurementName;
  /** The stream script, for a client whose requests have that query; `null`: nobody listens there. */
  script: ((query: string) => string) | null;
  /** The answer, once it can be told; `undefined` until then. */
  read(seen: Evidence): Answer | undefined;
  recorded: Readonly<Record<Family, Answer>>;
};

/** What both of them do. */
export function both(answer: Answer): Measurement["recorded"] {
  return { chromium: answer, firefox: answer };
}

/** Whether that is another answer than was recorded; never of a family that was not recorded. */
export function isOther(
  { recorded }: Measurement,
  measured: Answer,
  family: Family | undefined,
): boolean {
  return family !== undefined && !agrees(measured, recorded[family]);
}
