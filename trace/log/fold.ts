/**
 * Folds a rush: ten rows of one kind within an instant are enough to see what happens; those that
 * follow without a pause become one row, "… 9 990 more like this", that can be opened.
 */
import { INSTANT } from "../run/noise.ts";
import type { More, Row } from "./row.ts";

const SHOWN = 10; // rows of a rush that stand in full before the rest is folded

export class Fold {
  #kind = ""; // rows of one kind are alike; "" is like nothing
  #since = 0;
  #last = 0;
  #count = 0;
  #more: More | null = null;

  /**
   * Takes the next row of one side of one lane.
   * @returns the row to show: this one, the one that now stands for it, or `null` where that is shown already
   */
  take(row: Row, newMore: (first: Row) => More): Row | null {
    const { subject } = row;
    const kind = subject.kind === "block" ? `block ${subject.block.event?.type ?? ""}` : "";
    const pause = row.at - this.#last > INSTANT;
    const isSlow = this.#more === null && row.at - this.#since > INSTANT;
    this.#last = row.at;
    if (kind === "" || kind !== this.#kind || pause || isSlow) {
      this.#kind = kind;
      this.#since = row.at;
      this.#count = 1;
      this.#more = null;
      return row;
    }
    this.#count++;
    if (this.#count <= SHOWN) return row;
    if (this.#more !== null) {
      if (this.#more.subject.isOpen) return row;
      this.#more.subject.rows.push(row);
      return null;
    }
    this.#more = newMore(row);
    return this.#more;
  }
}
