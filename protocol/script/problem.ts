/** What is wrong with a stream script, where, and what to write instead. */

export type Problem = {
  /** Stable, kebab-case. */
  code: string;
  /** A script with an error is not played; a warning tells of a surprise. */
  severity: "error" | "warning";
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units as editors count. */
  column: number;
  /** Of the first unit behind it. */
  endColumn: number;
  message: string;
};

/** A part of one line. */
export type Span = Pick<Problem, "line" | "column" | "endColumn">;

/** Takes a finding down. Returns null, so that a reader can `return report(…)`. */
export type Report = (code: string, span: Span, message: string) => null;

/** A report that appends to `problems`; what is said twice about one place is kept once. */
export function reportTo(problems: Problem[], severity: Problem["severity"]): Report {
  const said = new Set<string>();
  return (code, { line, column, endColumn }, message) => {
    const key = `${code} ${line} ${column}`;
    if (!said.has(key)) problems.push({ code, severity, line, column, endColumn, message });
    said.add(key);
    return null;
  };
}

/** Sorts as one reads: by line, then by column. */
export function inReadingOrder(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
