/**
 * Says where somebody is in the lessons, and what their step points at. The lessons themselves come late: whoever
 * knows them says where to go. Dispatches `change`.
 */
import type { LessonPlace, Switches } from "./set-up.ts";

/** What a step can point at. */
export type Spot = keyof Switches | "run" | "break-it" | "script" | "eventsource" | "fetch";

/** What a step uses beside path, verdict and timeline; the rest is out of the way. */
export type UsedPart = "script" | "eventsource" | "fetch" | "log";

export class Learning extends EventTarget {
  /** The step that somebody is at; also while the whole instrument is shown. */
  at: LessonPlace | undefined;
  /** Whether the whole instrument is shown in between. */
  isAside = false;
  pointsAt: Spot | undefined;
  uses: readonly UsedPart[] = [];

  /** Whether a step is on the screen. */
  get isOpen(): boolean {
    return this.at !== undefined && !this.isAside;
  }

  /** Goes to a step; `undefined`: out of the lessons. */
  go(at: LessonPlace | undefined): void {
    this.at = at;
    this.isAside = false;
    this.pointsAt = undefined;
    this.#changed();
  }

  /** Leads out to the whole instrument, or back. */
  toggleAside(): void {
    this.isAside = !this.isAside;
    this.pointsAt = undefined;
    this.#changed();
  }

  /** Leaves the screen to what `uses` names. */
  use(uses: readonly UsedPart[]): void {
    if (this.uses.join() === uses.join()) return;
    this.uses = uses;
    this.#changed();
  }

  /** Points at one control and nothing else; `undefined`: at none. */
  pointAt(spot: Spot | undefined): void {
    if (this.pointsAt === spot) return;
    this.pointsAt = spot;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** The one place in the lessons that this page is at. */
export const learning = new Learning();
