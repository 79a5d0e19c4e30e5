/** Which row of the log says a sentence in full. */
import type { Row } from "../../trace/log/row.ts";

/** Sentences that are remembered; beyond it all are forgotten, and each stands in full once more. */
const REMEMBERED = 2000;

/** Knows which row says a sentence first, of those that were looked at: the later ones step back. */
export class FirstSaid {
  readonly #rows = new Map<string, Row>();

  /** Whether an earlier row says `sentence` too. To be asked for each row that is drawn. */
  isRepeated(sentence: string, row: Row): boolean {
    const first = this.#rows.get(sentence);
    if (first !== undefined && first !== row && isBefore(first, row)) return true;
    if (this.#rows.size >= REMEMBERED) this.#rows.clear();
    this.#rows.set(sentence, row);
    return false;
  }
}

function isBefore(a: Row, b: Row): boolean {
  return a.at === b.at ? a.id < b.id : a.at < b.at;
}
