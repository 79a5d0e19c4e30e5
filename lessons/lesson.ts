/**
 * What a lesson is: typed, and in one file. What a person reads and what a test does come from the same
 * action; what a lesson states is shown by one of its checks, or stands in a source that it names.
 */
import type { Family } from "../trace/run/behaviour.ts";
import type { Pointing } from "../trace/run/pointing.ts";
import type { TraceRecord } from "../trace/run/records.ts";
import type { Run } from "../trace/run/run.ts";
import type { Action, Switches } from "./action.ts";
import type { WrongReader } from "./wrong-readers.ts";

/** Parts of the page that a step may use; path, verdict and timeline are always there. */
export type Part = "script" | "eventsource" | "fetch" | "log";

/** The standard's sections are named by their anchors in WHATWG HTML, "Server-sent events". */
export type Section =
  | "the-eventsource-interface"
  | "sse-processing-model"
  | "announce-the-connection"
  | "reestablish-the-connection"
  | "fail-the-connection"
  | "the-last-event-id-header"
  | "parsing-an-event-stream"
  | "event-stream-interpretation"
  | "processField"
  | "dispatchMessage"
  | "authoring-notes"
  | "eventsource-push";

/** Where a sentence that no check shows is written down: in the standard, or in a row of docs/facts.md or docs/cures.md, whose words stand here as they stand there. */
export type Source = { standard: Section } | { fact: string } | { cure: string };

/** A sentence that states something; `shownBy`: the name of a check in the same step. */
export type Sentence =
  | { says: string; shownBy: string }
  | { says: string; source: Source }
  /** Browsers differ: what this one does, and what the other does. */
  | { inChromium: string; inFirefox: string; source: Source };

/** What a check makes of a trace; `figures` decide it, in words. */
export type Outcome =
  | { is: "pending" }
  | { is: "true"; figures: string }
  | { is: "false"; figures: string };

/** Traces on which a check is false: a run of trace/recorded/, and one that `by` makes of another. `null` leaves a record out. */
type FalseOn = readonly [
  recorded: string,
  of: string,
  by: (record: TraceRecord) => TraceRecord | null,
];

/** Something that is to be observed. */
export type Check = {
  name: string;
  /** What is so once it has been observed. */
  says: string;
  holds: (run: Run) => Outcome;
  falseOn: FalseOn;
};

/** A question that is asked before the run. */
export type Prediction = {
  ask: string;
  choices: readonly [string, string, ...string[]];
  /** Which choice this very run shows; `null` while that is open. */
  answer: (run: Run) => number | null;
  /** Where in the timeline it is to be seen. */
  seenAt: (run: Run) => Pointing | null;
};

/** How the page stands when a step begins. `switches`: those that matter; the others stand as at first. */
export type Start = { stream: string; switches: Partial<Switches> };

export type Step = {
  /** Said before anything is done. */
  prose: readonly Sentence[];
  predict?: Prediction;
  /** What to do, one after the other: to play its stream, where nothing else stands here; nothing where the run of the step before goes on. */
  act?: readonly Action[];
  /** A question that helps whoever does not know how to go on. */
  hint: string;
  checks: readonly [Check, ...Check[]];
  /** Said once all checks have come true: why it is so. */
  why: readonly Sentence[];
  uses: readonly Part[];
  /** What it makes of the chunks of the run is shown, beside what is right. */
  reader?: WrongReader;
  /** Where it begins otherwise than its lesson. */
  start?: Partial<Start>;
};

/** `short`: see it stuck, cure it. `long`: a course of three quarters of an hour. Every lesson is on the third: everything. */
export type RouteName = "short" | "long";

export type Lesson = {
  /** Names it in links, and behind the number in its file's name. */
  name: string;
  title: string;
  /** What it shows, in one line. */
  shows: string;
  minutes: number;
  routes: readonly RouteName[];
  start: Start;
  steps: readonly [Step, ...Step[]];
};

/** Holds what a lesson's file exports to the type. */
export function defineLesson(lesson: Lesson): Lesson {
  return lesson;
}

/** What is to be done in a step. */
export function actOf({ act = [{ do: "play" }] }: Step): readonly Action[] {
  return act;
}

/** Whether it says that browsers differ in it: then it is walked in both. */
export function tellsBrowsersApart({ prose, why }: Step): boolean {
  return [...prose, ...why].some((sentence) => "inChromium" in sentence);
}

/** How the page stands when that step of `lesson` begins. */
export function startOf({ start }: Lesson, step: Step): Start {
  return { ...start, ...step.start };
}

/** The sentence as it reads in a browser of that family; where none was measured, both. */
export function saidIn(sentence: Sentence, family: Family | undefined): string {
  if ("says" in sentence) return sentence.says;
  if (family === undefined) return `${sentence.inChromium} ${sentence.inFirefox}`;
  return family === "chromium" ? sentence.inChromium : sentence.inFirefox;
}

/** Where a section of the standard is to be read. */
export function standardUrl(section: Section): string {
  const page = "https://html.spec.whatwg.org/multipage/server-sent-events.html";
  return `${page}#${section}`;
}
