/** The lines of a script's text, whichever of LF, CRLF and CR ends them: `@eol` decides what is sent. */
import type { Span } from "./problem.ts";

export type SourceLine = {
  number: number; // from 1
  text: string;
  /** `false` only for a last line that nothing ends: it is sent without a line end too. */
  ended: boolean;
};

/** Splits a text; what follows the last line end is a line only if there is something. */
export function splitLines(text: string): SourceLine[] {
  const texts = text.split(/\r\n|\n|\r/);
  const rest = texts.pop() ?? "";
  const lines = texts.map((line, index) => ({ number: index + 1, text: line, ended: true }));
  if (rest !== "") lines.push({ number: lines.length + 1, text: rest, ended: false });
  return lines;
}

/** The span ends before `endColumn`; without columns it is the whole line. */
export function spanOf(line: SourceLine, column = 1, endColumn = line.text.length + 1): Span {
  return { line: line.number, column, endColumn };
}

/** Returns the whole of line `number`, from 1. */
export function spanOfLine(lines: readonly SourceLine[], number: number): Span {
  const line = lines[number - 1];
  return line ? spanOf(line) : { line: number, column: 1, endColumn: 1 };
}
