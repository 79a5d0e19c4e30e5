/**
 * Says what somebody made of each stream, for as long as the tab lives: it is there again when the stream is
 * chosen again, and after a reload. Where storage is refused it is kept until the page is left.
 */
import type { Edited } from "./played-script.ts";

/** Those are kept that were written last. */
const MOST_EDITS = 20;

const PLACE = "sse-playground.edits";

export class Edits {
  readonly #byStream = new Map<string, Edited>(recalled());

  get(stream: string): Edited | undefined {
    return this.#byStream.get(stream);
  }

  /** `undefined`: the stream is as it is shipped again. */
  keep(stream: string, edited: Edited | undefined): void {
    this.#byStream.delete(stream); // so that it becomes the newest
    if (edited !== undefined) this.#byStream.set(stream, edited);
    const [oldest] = this.#byStream.keys();
    if (oldest !== undefined && this.#byStream.size > MOST_EDITS) this.#byStream.delete(oldest);
    try {
      sessionStorage.setItem(PLACE, JSON.stringify([...this.#byStream]));
    } catch {
      // A private window may refuse.
    }
  }
}

function recalled(): [string, Edited][] {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  } catch {
    return [];
  }
}
