/**
 * Says where somebody is in the lessons, and what their step points at. The lessons themselves come late: whoever
 * knows them says where to go. Dispatches `change`.
 */
import type { LaneName } from "../../trace/run/records.ts";
import type { LessonPlace, Switches } from "./set-up.ts";

export type Spot = keyof Switches | "run" | "break-it" | UsedPart;

/** A step uses these beside path, verdict and timeline; the rest is out of the way. */
export type UsedPart = LaneName | "script" | "log";

/**
 * No run tells that somebody looked more closely: at the parser view, at a row of the log; or took a cookie.
 */
export type Looked =
  | { at: "parser" }
  | { at: "row"; lane: LaneName; title: string }
  | { at: "cookie" };

export class Learning extends EventTarget {
  /** Somebody is at this step, also while the whole instrument is shown. */
  at: LessonPlace | undefined;
  /** The whole instrument is shown in between. */
  isAside = false;
  pointsAt: Spot | undefined;
  uses: readonly UsedPart[] = [];
  /** Whether the run that the step is about has begun: for a room, what was told before it makes place. */
  hasRun = false;
  #looked: readonly Looked[] = [];

  /** A step is on the screen. */
  get isOpen(): boolean {
    return this.at !== undefined && !this.isAside;
  }

  /** Goes to a step; `undefined` leads out of the lessons. */
  go(at: LessonPlace | undefined): void {
    this.at = at;
    this.isAside = false;
    this.pointsAt = undefined;
    this.#looked = [];
    this.#changed();
  }

  /** Asks whoever shows it to do so; dispatches `show`. */
  show(look: Looked): void {
    this.dispatchEvent(new CustomEvent<Looked>("show", { detail: look }));
  }

  /** It was done in this step. */
  saw(look: Looked): void {
    this.#looked = [...this.#looked, look];
    this.#changed();
  }

  hasSeen(look: Looked): boolean {
    return this.#looked.some((one) => isLooked(one, look));
  }

  /** Leads out to the whole instrument, or back. */
  toggleAside(): void {
    this.isAside = !this.isAside;
    this.pointsAt = undefined;
    this.#changed();
  }

  /** Leaves the screen to what `uses` names. */
  use(uses: readonly UsedPart[], hasRun: boolean): void {
    if (this.uses.join() === uses.join() && this.hasRun === hasRun) return;
    this.uses = uses;
    this.hasRun = hasRun;
    this.#changed();
  }

  /** Points at one control and nothing else; `undefined` points at none. */
  pointAt(spot: Spot | undefined): void {
    if (this.pointsAt === spot) return;
    this.pointsAt = spot;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** The title of a row may go on with figures: "block 3 · 24 B". */
export function isLooked(done: Looked, asked: Looked): boolean {
  if (done.at !== "row" || asked.at !== "row") return done.at === asked.at;
  return done.lane === asked.lane && `${done.title} `.startsWith(`${asked.title} `);
}

export const learning = new Learning();
