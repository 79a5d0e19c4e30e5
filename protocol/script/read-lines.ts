/**
 * Script lines → steps: `@repeat` … `@end` nest, `@attempt` begins a section, `@#` is passed over.
 */
import { DirectiveLine } from "./directive-line.ts";
import { directives } from "./directives.ts";
import { MAX_SECTIONS } from "./limits.ts";
import type { Report } from "./problem.ts";
import type { LineKind, RepeatStep, Section, Step } from "./script.ts";
import { type SourceLine, spanOf, spanOfLine } from "./source-line.ts";
import { didYouMean } from "./suggest.ts";
import { readWireLine } from "./wire-line.ts";

export type LinesRead = {
  sections: Section[];
  /** By line. A blank line is layout until the blocks are known. */
  kinds: Map<number, LineKind>;
  /** `false` where a line that may shape the script could not be read. */
  shapeKnown: boolean;
};

/** The lines that say which others play, and how often. */
const SHAPING = ["repeat", "end", "attempt"];

export function readLines(lines: readonly SourceLine[], report: Report): LinesRead {
  const sections: Section[] = [{ attempts: null, steps: [] }];
  const open: RepeatStep[] = [];
  const kinds = new Map<number, LineKind>();
  let shapeKnown = true;

  const add = (step: Step): void => {
    const steps = open.at(-1)?.body ?? sections.at(-1)?.steps;
    steps?.push(step);
  };
  for (const line of lines) {
    if (line.text === "") {
      kinds.set(line.number, "layout");
      add({ kind: "blank", line: line.number });
    } else if (line.text.startsWith("@#")) {
      kinds.set(line.number, "remark");
    } else if (!line.text.startsWith("@") || line.text.startsWith("@@")) {
      const step = readWireLine(line, open.length > 0, report);
      kinds.set(line.number, step.field);
      add(step);
    } else {
      kinds.set(line.number, "directive");
      readDirective(line);
    }
  }
  for (const { line } of open) {
    shapeKnown = false;
    report(
      "repeat-open",
      spanOfLine(lines, line),
      "this `@repeat` is never ended; write `@end` after its lines",
    );
  }
  return { sections, kinds, shapeKnown };

  function readDirective(source: SourceLine): void {
    const line = new DirectiveLine(source, open.length, report);
    const directive = directives.find(({ name }) => name === line.name);
    if (directive === undefined) {
      shapeKnown = false;
      unknownDirective(line);
      return;
    }
    const reading = directive.read(line);
    if (reading === null) {
      if (SHAPING.includes(line.name)) shapeKnown = false;
    } else if (reading.kind === "attempt") {
      if (sections.length > MAX_SECTIONS) {
        line.problem(
          "too-many-attempts",
          `a script can have ${MAX_SECTIONS} \`@attempt\` lines; leave this one out`,
        );
      }
      sections.push({ attempts: reading.attempts, steps: [] });
    } else if (reading.kind === "end") {
      if (open.length === 0) {
        shapeKnown = false;
        line.problem(
          "end-without-repeat",
          "there is no `@repeat` that this could end; leave it out",
        );
      }
      add(reading);
      open.pop();
    } else {
      add(reading);
      if (reading.kind === "repeat") open.push(reading);
    }
  }
}

function unknownDirective(line: DirectiveLine): void {
  const near = didYouMean(
    line.name.toLowerCase(),
    directives.map(({ name }) => name),
  );
  const instead = near
    ? `did you mean \`@${near}\`?`
    : `to send this line as it stands write \`@${line.source.text}\``;
  const message = `there is no directive \`@${line.name}\`; ${instead}`;
  line.report("unknown-directive", spanOf(line.source, 1, line.name.length + 2), message);
}
