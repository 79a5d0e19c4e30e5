/** Says what somebody points at, in whichever view: each shows it, and none knows the others. Dispatches `change`. */
import type { Pointing } from "../../trace/run/pointing.ts";

export class Pointed extends EventTarget {
  #at: Pointing | null = null;

  get at(): Pointing | null {
    return this.#at;
  }

  /** Points at something; `null` points at nothing any more. */
  point(at: Pointing | null): void {
    if (JSON.stringify(at) === JSON.stringify(this.#at)) return;
    this.#at = at;
    this.dispatchEvent(new Event("change"));
  }

  /** Lets the log go to what it says of it, too. */
  goTo(at: Pointing): void {
    this.point(at);
    this.dispatchEvent(new Event("go"));
  }
}

export const pointed = new Pointed();
