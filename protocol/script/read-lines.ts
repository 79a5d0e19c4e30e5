/**
 * Script lines → steps: `@repeat` … `@end` nest, `@attempt` begins a section, `@#` is passed over.
 */

import { didYouMean } from "../suggest.ts";
import { DirectiveLine } from "./directive-line.ts";
import { directives } from "./directives.ts";
import { MAX_REPEAT_DEPTH, MAX_SECTIONS } from "./limits.ts";
import type { Report } from "./problem.ts";
import type { Attempts, LineKind, RepeatStep, Section, Step } from "./script.ts";
import { type SourceLine, spanOf } from "./source-line.ts";
import { readWireLine } from "./wire-line.ts";

type LinesRead = {
  sections: Section[];
  /** Has an entry for each line. A blank line is layout until the blocks are known. */
  kinds: Map<number, LineKind>;
  /** `false` where a line that may say which others play, and how often, could not be read. */
  shapeKnown: boolean;
};

/** Reads all lines; what can't be read is reported and left out. */
export function readLines(lines: readonly SourceLine[], report: Report): LinesRead {
  const outline = new Outline();
  const kinds = new Map<number, LineKind>();
  for (const line of lines) {
    if (line.text === "") {
      kinds.set(line.number, "layout");
      outline.add({ kind: "blank", line: line.number });
    } else if (line.text.startsWith("@#")) {
      kinds.set(line.number, "remark");
    } else if (line.text.startsWith("@") && !line.text.startsWith("@@")) {
      kinds.set(line.number, "directive");
      readDirective(new DirectiveLine(line, outline.depth, report), outline);
    } else {
      const step = readWireLine(line, outline.depth > 0, report);
      kinds.set(line.number, step.field);
      outline.add(step);
    }
  }
  for (const { line } of outline.open) {
    const instead = "write `@end` after its lines";
    report("repeat-open", line, `this \`@repeat\` is never ended; ${instead}`);
  }
  const shapeKnown = outline.isKnown && outline.open.length === 0;
  return { sections: outline.sections, kinds, shapeKnown };
}

function readDirective(line: DirectiveLine, outline: Outline): void {
  const directive = directives.find(({ name }) => name === line.name);
  if (directive === undefined) {
    outline.isKnown = false;
    unknownDirective(line);
    return;
  }
  const reading = directive.read(line);
  if (reading === null) {
    if (["end", "attempt"].includes(line.name)) outline.isKnown = false;
  } else if (reading.kind === "repeat") {
    if (!outline.openRepeat(reading)) {
      const most = `${MAX_REPEAT_DEPTH} levels of \`@repeat\` are the most`;
      line.problem("repeat-depth", `${most}; write \`@end\` before this one`);
    }
  } else if (reading.kind === "end") {
    if (!outline.endRepeat(reading)) {
      line.problem("end-without-repeat", "there is no `@repeat` for this to end; leave it out");
    }
  } else if (reading.kind === "section") {
    if (!outline.beginSection(reading.line, reading.attempts)) {
      const most = `${MAX_SECTIONS} \`@attempt\` lines are the most`;
      line.problem("too-many-attempts", `${most}; leave this one out`);
    }
  } else {
    outline.add(reading);
  }
}

function unknownDirective({ source, name, report }: DirectiveLine): void {
  const span = spanOf(source, 1, name.length + 2);
  report("unknown-directive", span, () => {
    const near = didYouMean(
      name.toLowerCase(),
      directives.map((directive) => directive.name),
    );
    const instead = near
      ? `did you mean \`${spelled(near, source)}\`?`
      : "to send the line as it stands write `@@` at its start";
    return `there is no directive \`@${name}\`; ${instead}`;
  });
}

/** The directive that was meant: by its name where the line's words are right, else as it is written. */
function spelled(name: string, source: SourceLine): string {
  const text = source.text.replace(/^@[^ \t]*/, `@${name}`);
  const directive = directives.find((known) => known.name === name);
  let isRight = true;
  const line = new DirectiveLine({ ...source, text }, 0, () => {
    isRight = false;
    return null;
  });
  directive?.read(line);
  return isRight ? `@${name}` : (directive?.forms[0] ?? `@${name}`);
}

/** The sections and repeats that the lines so far have begun. */
class Outline {
  readonly sections: Section[] = [{ attempts: null, steps: [] }];
  readonly open: RepeatStep[] = [];
  isKnown = true;
  /** `@repeat` lines beyond the limit whose `@end` is still to come; their lines join the one around. */
  #tooDeep = 0;

  get depth(): number {
    return this.open.length;
  }

  add(step: Step): void {
    const steps = this.open.at(-1)?.body ?? this.sections.at(-1)?.steps;
    steps?.push(step);
  }

  /** False where it would be one level too many. */
  openRepeat(repeat: RepeatStep): boolean {
    if (this.depth === MAX_REPEAT_DEPTH) {
      this.#tooDeep++;
      this.isKnown = false;
      return false;
    }
    this.add(repeat);
    this.open.push(repeat);
    return true;
  }

  /** False where none is open. */
  endRepeat(end: Step): boolean {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return true;
    }
    this.add(end);
    if (this.open.pop() !== undefined) return true;
    this.isKnown = false;
    return false;
  }

  /** False where there are too many. */
  beginSection(line: number, attempts: Attempts): boolean {
    if (this.sections.length > MAX_SECTIONS) {
      this.isKnown = false;
      return false;
    }
    this.sections.push({ attempts, steps: [{ kind: "attempt", line }] });
    return true;
  }
}
