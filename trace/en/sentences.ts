/**
 * The sentences of verdicts and lane states, in one typed catalogue; the log's are in log-sentences.ts.
 * A second language is a second object of this type. Words between backticks are shown in the wire's
 * font.
 */
import { laneState } from "./lane-state.ts";
import { also, compared, cure, headline, inferred, laneTitles, measured } from "./verdict.ts";

export const en = {
  laneTitles,
  laneState,
  verdict: { headline, measured, inferred, compared, cure, also },
};

export type Sentences = typeof en;

export const sentences: Sentences = en;
