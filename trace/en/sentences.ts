/** The names and states of the lanes. Words between backticks are shown in the wire's font. */
import { laneState } from "./lane-state.ts";
import { laneTitles } from "./lane-titles.ts";

export const sentences = {
  laneTitles,
  laneState,
};
