/** Says what the parser finds in a script, as an editor would say it, for the tests. */
import { parseScript } from "../parse.ts";
import type { Problem } from "../problem.ts";

/** Writes line, first column and the column behind, as in `1:7-8 unit-missing: …`. */
const said = ({ line, column, endColumn, code, message }: Problem): string =>
  `${line}:${column}-${endColumn} ${code}: ${message}`;

export function errorsOf(text: string): string[] {
  const parsed = parseScript(text);
  return parsed.ok ? [] : parsed.problems.map(said);
}

export function warningsOf(text: string): string[] {
  return parseScript(text).warnings.map(said);
}
