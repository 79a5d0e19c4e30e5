/**
 * Says which blank lines are sent, and which of them dispatch. A blank line is sent while a block is open:
 *
 *     retry: 1000
 *     (blank line)     ends a block without data: nothing is dispatched
 *     data: x
 *     (blank line)     dispatches
 *     (blank line)     layout
 */
import type { Report } from "../problem.ts";
import type { LineKind, Step } from "../script.ts";
import { splitLines } from "../source-line.ts";
import { unrolled } from "../walk.ts";
import { fieldOf } from "../wire-line.ts";

/** Marks the blank lines in `kinds`, and warns where a block is open when the response ends. */
export function markBlocks(
  steps: readonly Step[],
  kinds: Map<number, LineKind>,
  warn: Report,
): void {
  let lastLine: number | null = null; // where the open block ends so far
  let hasData = false;

  const endsHere = (): void => {
    if (lastLine === null) return;
    warn(
      "block-open",
      lastLine,
      "no blank line ends this block, so nothing is dispatched; write a blank line after it",
    );
    lastLine = null;
  };
  for (const step of unrolled(steps)) {
    switch (step.kind) {
      case "wire":
        hasData ||= step.field === "data";
        lastLine = step.line;
        break;
      case "bytes":
        for (const line of linesIn(step.bytes)) {
          hasData = line !== "" && (hasData || fieldOf([line]).field === "data");
        }
        break;
      case "blank":
        if (lastLine === null) break;
        if (hasData) kinds.set(step.line, "dispatch");
        else if (kinds.get(step.line) === "layout") kinds.set(step.line, "block-end");
        lastLine = null;
        hasData = false;
        break;
      case "hang":
      case "close":
        endsHere();
        hasData = false;
        break;
      case "drop": // whoever cuts inside a block means it
        lastLine = null;
        hasData = false;
    }
  }
  endsHere();
}

/** Returns the lines of an `@bytes`. One that goes on in the next step is not put together. */
export function linesIn(bytes: Uint8Array): string[] {
  return splitLines(new TextDecoder().decode(bytes)).map(({ text }) => text);
}
