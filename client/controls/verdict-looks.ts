/** Gives each verdict its icon and its colour, wherever it is shown. */
import type { TemplateResult } from "lit";
import type { Word } from "../../trace/verdict/finding.ts";
import { icons } from "../icons.ts";

/** `held` is for what was measured as held back, nothing else. */
type Look = { icon: TemplateResult; tone: "live" | "held" | "wait" | "" };

export const verdictLooks: Readonly<Record<Word, Look>> = {
  live: { icon: icons.live, tone: "live" },
  "in-pieces": { icon: icons.pieces, tone: "held" },
  "one-behind": { icon: icons.behind, tone: "held" },
  "burst-at-end": { icon: icons.hourglass, tone: "held" },
  held: { icon: icons.hourglass, tone: "held" },
  late: { icon: icons.hourglass, tone: "held" },
  "nothing-yet": { icon: icons.clock, tone: "wait" },
  connecting: { icon: icons.clock, tone: "wait" },
  waiting: { icon: icons.clock, tone: "wait" },
  silent: { icon: icons.clock, tone: "wait" },
  stalled: { icon: icons.clock, tone: "wait" },
  reconnecting: { icon: icons.clock, tone: "wait" },
  lost: { icon: icons.broken, tone: "held" },
  "no-stream": { icon: icons.broken, tone: "wait" },
  cut: { icon: icons.broken, tone: "wait" },
  "gave-up": { icon: icons.broken, tone: "wait" },
  "not-back": { icon: icons.broken, tone: "wait" },
  "server-away": { icon: icons.warning, tone: "wait" },
  "foreign-bytes": { icon: icons.warning, tone: "wait" },
  "no-event": { icon: icons.warning, tone: "wait" },
  unheard: { icon: icons.warning, tone: "wait" },
  "came-back": { icon: icons.check, tone: "live" },
  format: { icon: icons.check, tone: "" },
  busy: { icon: icons.busy, tone: "wait" },
  "cant-tell": { icon: icons.question, tone: "" },
  departed: { icon: icons.clock, tone: "wait" },
  "one-end": { icon: icons.clock, tone: "wait" },
};
