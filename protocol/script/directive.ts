/** Says what each construct of directives/ brings along. */
import type { DirectiveLine } from "./directive-line.ts";
import type { Attempts, Step } from "./script.ts";

/** A line reads as a step, or, `@attempt`, as the beginning of a section. */
export type Reading = Step | { kind: "section"; line: number; attempts: Attempts };

export type Directive = {
  name: string; // without the `@`
  /** How it is written, for completion. */
  forms: readonly string[];
  meaning: string;
  /** Null where it could not be read; the problem is reported. */
  read(line: DirectiveLine): Reading | null;
};
