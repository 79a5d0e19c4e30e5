/** The sentences of verdicts and lane states; the log's are in log-sentences.ts. Words between backticks are shown in the wire's font. */
import { laneState } from "./lane-state.ts";
import { compared, cure, headline, inferred, laneTitles, measured } from "./verdict.ts";

export const sentences = {
  laneTitles,
  laneState,
  verdict: { headline, measured, inferred, compared, cure },
};
