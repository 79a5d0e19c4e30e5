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
import { spanOfLine, splitLines } from "./source-line.ts";

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
  const size = new TextEncoder().encode(text).length;
  if (size > MAX_SCRIPT_BYTES) {
    const message = `this script has ${size} bytes, and ${MAX_SCRIPT_BYTES} are the most; write less`;
    const top = { line: 1, column: 1, endColumn: 1, severity: "error", fix: null } as const;
    const problems = [{ code: "script-too-long", ...top, message }];
    return { ok: false, problems, problemCount: 1, warnings: [], warningCount: 0, lines: [] };
  }
  const source = splitLines(text);
  const spanOf = (line: number) => spanOfLine(source, line);
  const errors = new Findings("error", spanOf);
  const surprises = new Findings("warning", spanOf);
  const { report } = errors;
  const { report: warn } = surprises;
  const { sections, kinds, shapeKnown } = readLines(source, report);
  const plays = distinctAttempts(sections).map((attempt) => stepsOn(sections, attempt));
  const eventTypes = eventTypesOf(sections, warn);
  checkFields(sections, source, warn);
  for (const steps of plays) {
    markBlocks(steps, kinds, warn);
    checkIds(steps, warn);
  }
  // While it is open which lines play, and how often, these would find fault with what is right.
  if (shapeKnown) {
    for (const steps of plays) {
      checkRepeats(steps, report);
      checkExtent(steps, source, report);
    }
    checkHead(sections, plays, report);
  }

  const lines = [...kinds].map(([line, kind]) => ({ line, kind }));
  const warned = { warnings: surprises.first(), warningCount: surprises.count };
  if (errors.count > 0) {
    return { ok: false, problems: errors.first(), problemCount: errors.count, ...warned, lines };
  }
  const title = /^@#\s*(.*?)\s*$/.exec(source[0]?.text ?? "")?.[1] ?? "";
  return { ok: true, script: { title, sections, eventTypes, lines }, ...warned };
}
