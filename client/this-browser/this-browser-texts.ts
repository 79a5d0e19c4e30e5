/** Holds the words that the view "This browser" shows. */
import { copyByHand } from "../controls/by-hand.ts";
import type { Obstacle } from "./asking.ts";

export const browserTexts = {
  title: (browser: string) => `This browser: EventSource in ${browser}`,
  explain:
    "Each answer is measured here and now: the Node server plays a small stream, the real `EventSource` of this browser reads it, and the server tells what it saw.",
  progress: (done: number, all: number) => `${done} of ${all} measured`,
  again: "Measure again",
  copy: "Copy as a table",
  done: "Copied, as Markdown.",
  selected: (keys: boolean) => `There is no clipboard here. ${copyByHand("It is selected", keys)}`,
  copied: "What to copy",
  head: {
    what: "What is asked",
    here: "This browser",
    recorded: (family: string) => `${family}, recorded`,
    standard: "The standard says",
  },
  differing: "Where browsers differ",
  alike: "Where they agree, and people are often wrong",
  waiting: "waiting …",
  measuring: "measuring …",
  differs: "not as recorded",
  /** `family`: what it is compared with; `others`: answers that are not as recorded. */
  summary: (family: string | undefined, others: number, unmeasured: number) =>
    [
      family === undefined
        ? "Measured. Nothing was recorded of this browser before."
        : others === 0
          ? `Measured: as recorded for *${family}*.`
          : `Measured: *${others}* not as recorded for *${family}*.`,
      unmeasured === 0 ? "" : `${unmeasured} could not be measured.`,
    ].join(" "),
  noServer:
    "The Node server does not answer, and without it nothing can be measured. Is `npm start` still running? Then press *Measure again*.",
  viewer: "This page is one saved file, and has no server to measure with. `npm start` brings one.",
  obstacles: {
    silence:
      "not measured: no answer in 15 s. Are six connections open to the server, perhaps in another tab?",
    policy: "not measured: the page’s policy lets it ask no other origin",
    somebody: "not measured: somebody does listen at the port that should be closed",
  } satisfies Record<Obstacle, string>,
};
