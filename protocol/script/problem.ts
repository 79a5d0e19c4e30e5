/** Says what is wrong with a stream script, where, and what to write instead. */
import { MAX_TOLD_PROBLEMS } from "./limits.ts";

export type Problem = {
  /** The code is stable, in kebab-case. */
  code: string;
  /** A script with an error is not played; a warning tells of a surprise. */
  severity: "error" | "warning";
  line: number; // from 1
  column: number; // from 1, in UTF-16 units as editors count
  endColumn: number; // behind the problem
  message: string;
  /** What one click puts in its place; `null` where a person has to say what was meant. */
  fix: string | null;
};

export type Span = Pick<Problem, "line" | "column" | "endColumn">;

/** A message, or what makes one: a word is looked up only where the problem is told. */
type Message = string | (() => string);

/** Takes a finding down, about a span or all of a line. Returns null, so that a reader can `return report(…)`. */
export type Report = (
  code: string,
  at: Span | number,
  message: Message,
  fix?: string | null,
) => null;

type Found = Span & { code: string; message: Message; fix: string | null };

/** The problems of one severity that a script has; what is said twice about one place counts once. */
export class Findings {
  readonly #severity: Problem["severity"];
  readonly #found = new Map<string, Found>();
  readonly #spanOf: (line: number) => Span;

  constructor(severity: Problem["severity"], spanOf: (line: number) => Span) {
    this.#severity = severity;
    this.#spanOf = spanOf;
  }

  readonly report: Report = (code, at, message, fix = null) => {
    const { line, column, endColumn } = typeof at === "number" ? this.#spanOf(at) : at;
    const key = `${code} ${line} ${column}`;
    if (!this.#found.has(key)) {
      this.#found.set(key, { code, line, column, endColumn, message, fix });
    }
    return null;
  };

  get count(): number {
    return this.#found.size;
  }

  /** Returns the first MAX_TOLD_PROBLEMS, in reading order. */
  first(): Problem[] {
    const first = inReadingOrder([...this.#found.values()]).slice(0, MAX_TOLD_PROBLEMS);
    return first.map(({ code, message, fix, ...span }) => ({
      code,
      severity: this.#severity,
      ...span,
      message: typeof message === "string" ? message : message(),
      fix,
    }));
  }
}

/** Sorts as one reads: by line, then by column. */
export function inReadingOrder<Placed extends Span>(problems: Placed[]): Placed[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
