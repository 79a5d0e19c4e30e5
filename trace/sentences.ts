/**
 * The sentences of verdicts, lane states and records, in one typed catalogue. A second language is a
 * second object of this type. Words between backticks are shown in the wire's font.
 */
import { laneState } from "./en/lane-state.ts";
import { record } from "./en/record.ts";
import { cure, headline, inferred, laneTitles, measured } from "./en/verdict.ts";

export const en = {
  laneTitles,
  laneState,
  verdict: { headline, measured, inferred, cure },
  record,
};

export type Sentences = typeof en;

export const sentences: Sentences = en;
