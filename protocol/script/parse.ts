/**
 * Stream script → steps, or every problem that it has. Pure: a text in, a value out; the server asks
 * before it plays, the editor at each keystroke.
 */
import { markBlocks } from "./checks/blocks.ts";
import { eventTypesOf } from "./checks/event-types.ts";
import { checkExtent } from "./checks/extent.ts";
import { checkFields } from "./checks/fields.ts";
import { checkIds } from "./checks/ids.ts";
import { checkHead } from "./checks/late-head.ts";
import { checkRepeats } from "./checks/repeats.ts";
import { MAX_SCRIPT_BYTES } from "./limits.ts";
import { Findings, type Problem } from "./problem.ts";
import { readLines } from "./read-lines.ts";
import type { ScriptLine, StreamScript } from "./script.ts";
import { distinctAttempts, stepsOn } from "./sections.ts";
import { splitLines } from "./source-line.ts";

/**
 * `warnings`: the first MAX_TOLD_PROBLEMS of them, and of errors `problems`, in reading order; the counts
 * are of all. `lines` are told of a script with errors too: an editor shows it while it is being written.
 */
export type ParsedScript = { warnings: Problem[]; warningCount: number } & (
  | { ok: true; script: StreamScript }
  | { ok: false; problems: Problem[]; problemCount: number; lines: readonly ScriptLine[] }
);

/** Reads a stream script. `problems` are errors; warnings are told with and without them. */
export function parseScript(text: string): ParsedScript {
  const errors = new Findings("error");
  const surprises = new Findings("warning");
  const { report } = errors;
  const warn = surprises.report;

  const size = new TextEncoder().encode(text).length;
  if (size > MAX_SCRIPT_BYTES) {
    const top = { line: 1, column: 1, endColumn: 1 };
    report(
      "script-too-long",
      top,
      `this script has ${size} bytes, and ${MAX_SCRIPT_BYTES} are the most; write less`,
    );
    return { ok: false, ...told(errors), warnings: [], warningCount: 0, lines: [] };
  }
  const source = splitLines(text);
  const { sections, kinds, shapeKnown } = readLines(source, report);
  const plays = distinctAttempts(sections).map((attempt) => stepsOn(sections, attempt));
  const eventTypes = eventTypesOf(sections, source, warn);
  checkFields(sections, source, warn);
  for (const steps of plays) {
    markBlocks(steps, kinds, source, warn);
    checkIds(steps, source, warn);
  }
  // While it is open which lines play, and how often, these would find fault with what is right.
  if (shapeKnown) {
    for (const steps of plays) {
      checkRepeats(steps, source, report);
      checkExtent(steps, source, report);
    }
    checkHead(sections, plays, source, report);
  }

  const lines = [...kinds].map(([line, kind]) => ({ line, kind }));
  const warned = { warnings: surprises.first(), warningCount: surprises.count };
  if (errors.count > 0) return { ok: false, ...told(errors), ...warned, lines };
  const title = /^@#\s*(.*?)\s*$/.exec(source[0]?.text ?? "")?.[1] ?? "";
  return { ok: true, script: { title, sections, eventTypes, lines }, ...warned };
}

function told(errors: Findings): { problems: Problem[]; problemCount: number } {
  return { problems: errors.first(), problemCount: errors.count };
}
