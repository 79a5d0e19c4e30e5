/** Lets the log say a sentence in full only once. */
import type { Row } from "../../trace/log/row.ts";

/** Beyond so many all are forgotten, and each is said in full once more. */
const REMEMBERED = 2000;

/** Remembers which of the rows that were looked at says a sentence first: in the later ones it steps back. */
export class FirstSaid {
  readonly #rows = new Map<string, Row>();

  /** It has to be asked for each row that is drawn. */
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
