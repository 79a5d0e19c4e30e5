/**
 * Stream script → steps, or every problem that it has. Pure: a text in, a value out; the server asks
 * before it plays, the editor at each keystroke.
 */
import { markBlocks } from "./checks/blocks.ts";
import { eventTypesOf } from "./checks/event-types.ts";
import { checkExtent } from "./checks/extent.ts";
import { checkIds } from "./checks/ids.ts";
import { checkHead } from "./checks/late-head.ts";
import { checkRepeats } from "./checks/repeats.ts";
import { MAX_SCRIPT_BYTES } from "./limits.ts";
import { inReadingOrder, type Problem, reportTo } from "./problem.ts";
import { readLines } from "./read-lines.ts";
import type { ScriptLine, StreamScript } from "./script.ts";
import { distinctAttempts, stepsOn } from "./sections.ts";
import { splitLines } from "./source-line.ts";

/** `lines` are told of a script with errors too: an editor shows it while it is being written. */
export type ParsedScript =
  | { ok: true; script: StreamScript; warnings: Problem[] }
  | { ok: false; problems: Problem[]; warnings: Problem[]; lines: readonly ScriptLine[] };

/** Reads a stream script. `problems` are errors; warnings are told with and without them. */
export function parseScript(text: string): ParsedScript {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const report = reportTo(problems, "error");
  const warn = reportTo(warnings, "warning");

  const size = new TextEncoder().encode(text).length;
  if (size > MAX_SCRIPT_BYTES) {
    const top = { line: 1, column: 1, endColumn: 1 };
    report(
      "script-too-long",
      top,
      `this script has ${size} bytes, and ${MAX_SCRIPT_BYTES} are the most; write less`,
    );
    return { ok: false, problems, warnings, lines: [] };
  }
  const source = splitLines(text);
  const { sections, kinds, shapeKnown } = readLines(source, report);
  const plays = distinctAttempts(sections).map((attempt) => stepsOn(sections, attempt));
  const eventTypes = eventTypesOf(sections, source, warn);
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

  inReadingOrder(problems);
  inReadingOrder(warnings);
  const lines = [...kinds].map(([line, kind]) => ({ line, kind }));
  if (problems.length > 0) return { ok: false, problems, warnings, lines };
  const title = /^@#\s*(.*?)\s*$/.exec(source[0]?.text ?? "")?.[1] ?? "";
  return { ok: true, script: { title, sections, eventTypes, lines }, warnings };
}
