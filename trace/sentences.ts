/**
 * The sentences of verdicts, lane states and records, in one typed catalogue. A second language is a
 * second object of this type. Words between backticks are shown in the wire's font.
 */
import { laneState } from "./en/lane-state.ts";
import { record } from "./en/record.ts";
import { what, whose } from "./en/row.ts";
import { content } from "./en/row-content.ts";
import { sentence } from "./en/row-sentence.ts";
import { cure, headline, inferred, laneTitles, measured } from "./en/verdict.ts";

export const en = {
  laneTitles,
  laneState,
  verdict: { headline, measured, inferred, cure },
  record,
  row: { whose, what, content, sentence },
};

export type Sentences = typeof en;

export const sentences: Sentences = en;
