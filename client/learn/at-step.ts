/**
 * One step while somebody is at it: which run it is about, what has been seen in it, and what is next to be
 * done. What was seen once stays seen. Draws nothing.
 */
import {
  type Action,
  isWanted,
  missingLine,
  type Target,
  target,
  wanted,
} from "../../lessons/action.ts";
import {
  actOf,
  type Check,
  type Lesson,
  type Outcome,
  type Step,
  startOf,
} from "../../lessons/lesson.ts";
import type { Run } from "../../trace/run/run.ts";
import type { Playground } from "../playground/playground.ts";
import type { LessonPlace } from "../playground/set-up.ts";
import { isDone, isDue } from "./perform.ts";

/** What a step needs to know of the page. */
export type Page = Pick<Playground, "runs" | "current" | "isGoing" | "switches" | "clients">;

export class AtStep {
  readonly place: LessonPlace;
  readonly lesson: Lesson;
  readonly step: Step;
  /** What to do. Where the run of the step before goes on, whoever comes by a link begins it. */
  readonly act: readonly Action[];
  /** Which choice was taken before the run; `undefined`: none yet. */
  guess: number | undefined;
  /** The choice that the run showed; `null` while that is open. */
  answer: number | null = null;
  /** What each check made of the run, the first check first. */
  outcomes: readonly Outcome[];
  /** The run that the step is about. */
  run: Run | undefined;
  /** The line that the step asks for, where what was run instead has it not. */
  missing: string | undefined;
  /** The run that stood there already: it counts only for a step that begins no other. */
  readonly #before: Run | undefined;
  readonly #page: Page;
  #stamp = "";

  constructor(place: LessonPlace, lesson: Lesson, step: Step, page: Page) {
    this.place = place;
    this.#page = page;
    this.lesson = lesson;
    this.step = step;
    const { length } = actOf(step);
    this.act = length > 0 ? actOf(step) : [{ do: "play" }];
    this.#before = length > 0 ? page.current?.run : undefined;
    this.outcomes = step.checks.map(() => ({ is: "pending" }));
  }

  /** Looks at what runs, or ran last. Returns the checks that came true by that. */
  look(): readonly [Check, figures: string][] {
    const { lesson, step } = this;
    const page = this.#page;
    const live = page.runs.length === 1 ? page.current : undefined;
    const run = live?.run;
    if (run === undefined || run === this.#before) return [];
    const asked = wanted(startOf(lesson, step), this.act);
    this.missing = missingLine(asked, run);
    if (!isWanted(asked, run)) return [];
    const stamp = `${run.setup.trace} ${run.records.length} ${live?.isGoing}`;
    if (stamp === this.#stamp) return [];
    this.#stamp = stamp;
    this.run = run;
    this.answer = step.predict?.answer(run) ?? this.answer;
    const fresh: [Check, string][] = [];
    this.outcomes = step.checks.map((check, index) => {
      const last = this.outcomes[index];
      if (last?.is === "true") return last;
      const outcome = check.holds(run);
      if (outcome.is === "true") fresh.push([check, outcome.figures]);
      return outcome;
    });
    return fresh;
  }

  get isSeen(): boolean {
    return this.outcomes.every(({ is }) => is === "true");
  }

  isDone(action: Action): boolean {
    return isDone(action, this.run, this.#page);
  }

  /** Whether a question is open: what there is to be seen would answer it. */
  get isAsking(): boolean {
    return this.step.predict !== undefined && this.guess === undefined && this.run === undefined;
  }

  /** What is to be done now; `undefined`: nothing any more. */
  get next(): Action | undefined {
    return this.act.find((action) => !this.isDone(action));
  }

  /** Whether what is next can be done yet. */
  get isDue(): boolean {
    return this.next === undefined || isDue(this.next, this.run);
  }

  /** Whether all is set, and only Run is left to be pressed. */
  get isSet(): boolean {
    const { next } = this;
    const page = this.#page;
    if (next === undefined || page.isGoing) return false;
    if (next.do === "turn") return page.switches[next.which] === next.to;
    if (next.do === "come-back") return page.clients[next.lane].comesBack;
    return next.do === "by-package" && page.clients.eventsource.byPackage;
  }

  /** What has to be in view: where the next is done, or what the step is about; `undefined`: what is in view may stay. */
  get about(): Target | undefined {
    const spot = this.next && target(this.next);
    return spot === "run" ? this.step.uses[0] : spot;
  }

  /** The control that is to be pointed at. A question comes first. */
  get pointsAt(): Target | undefined {
    const { next } = this;
    if (next === undefined || !this.isDue || this.isAsking) return undefined;
    return this.isSet ? "run" : target(next);
  }
}
