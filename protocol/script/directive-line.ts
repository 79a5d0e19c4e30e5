/**
 * A directive line taken apart:
 *
 *     @chunk 7 every 50ms
 *      ^^^^^ ^ ^^^^^ ^^^^
 *      name  words
 */
import type { Report, Span } from "./problem.ts";
import { type SourceLine, spanOf } from "./source-line.ts";

export type Word = { text: string; column: number };

export class DirectiveLine {
  readonly source: SourceLine;
  readonly name: string;
  readonly words: readonly Word[];
  /** How many `@repeat` are open around it. */
  readonly depth: number;
  readonly report: Report;

  constructor(source: SourceLine, depth: number, report: Report) {
    const [first, ...words] = [...source.text.matchAll(/[^ \t]+/g)];
    this.source = source;
    this.name = first?.[0].slice(1) ?? "";
    this.words = words.map((match) => ({ text: match[0], column: match.index + 1 }));
    this.depth = depth;
    this.report = report;
  }

  get line(): number {
    return this.source.number;
  }

  /** Returns where a word stands; without one, the whole line. */
  span(word?: Word): Span {
    return word
      ? spanOf(this.source, word.column, word.column + word.text.length)
      : spanOf(this.source);
  }

  /** Reports at a word, or at the whole line. Always null: nothing could be read. */
  problem(code: string, message: string, word?: Word): null {
    return this.report(code, this.span(word), message);
  }

  /** Reports each word from this one on; true if there was none. */
  takesNoMore(from: number): boolean {
    const extra = this.words[from];
    if (extra === undefined) return true;
    const kept = this.source.text.slice(0, extra.column - 1).trimEnd();
    const last = this.words.at(-1) ?? extra;
    const span = { ...this.span(extra), endColumn: last.column + last.text.length };
    this.report("too-many-words", span, `nothing can follow here; write \`${kept}\``);
    return false;
  }

  /** The line with another text in a word's place and nothing behind it, as one would write it instead. */
  endingIn(text: string, word: Word): string {
    return `\`${this.source.text.slice(0, word.column - 1)}${text}\``;
  }
}
