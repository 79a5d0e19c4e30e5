/**
 * Where the lines of a text lie. Follows HTML, "Parsing an event stream":
 * [spec] end-of-line = ( cr lf / cr / lf )
 */

const LF = 0x0a;

/** Goes from line to line through a text that ends with a line end. */
export class Lines {
  readonly text: string;
  /** Where the line starts, where its line end starts, and where that is over. */
  start = 0;
  end = 0;
  after = 0;
  /** The next CR, behind the text where there is none. */
  cr: number;

  constructor(text: string) {
    this.text = text;
    this.cr = indexOrEnd("\r", text, 0);
  }

  /** Goes on to the next line; `false` behind the last one. */
  next(): boolean {
    const { text, cr, after: start } = this;
    if (start >= text.length) return false;
    const blank = cr === start || text.charCodeAt(start) === LF;
    const lf = blank ? start : indexOrEnd("\n", text, start);
    this.start = start;
    if (lf < cr) {
      this.end = lf;
      this.after = lf + 1;
    } else {
      this.end = cr;
      this.after = text.charCodeAt(cr + 1) === LF ? cr + 2 : cr + 1;
      this.cr = indexOrEnd("\r", text, this.after);
    }
    return true;
  }
}

/** The index of the next `character`, or the text's length where there is none. */
export function indexOrEnd(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}
