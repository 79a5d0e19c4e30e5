/**
 * The names and states of the lanes, in one typed catalogue; verdicts' words are in verdict-sentences.ts, the
 * log's in log-sentences.ts.
 * A second language is a second object of this type. Words between backticks are shown in the wire's
 * font.
 */
import { laneState } from "./lane-state.ts";
import { laneTitles } from "./lane-titles.ts";

export const en = {
  laneTitles,
  laneState,
};

export type Sentences = typeof en;

export const sentences: Sentences = en;
