/**
 * Says what the editor says about the lines of a script beside their text: each blank line that is sent does
 * something, and a blank line alone shows nothing.
 */
import type { LineKind, ScriptLine } from "../../protocol/script/script.ts";
import { scriptTexts } from "./script-texts.ts";

type LineMark = { line: number; text: string };

/** A mark for each blank line that is sent; one that is layout has none. */
export function marksOf(lines: readonly ScriptLine[]): LineMark[] {
  return lines.flatMap(({ line, kind }) => {
    const text = markOf(kind);
    return text === undefined ? [] : [{ line, text }];
  });
}

function markOf(kind: LineKind): string | undefined {
  if (kind === "dispatch") return scriptTexts.dispatches;
  if (kind === "block-end") return scriptTexts.endsBlock;
  return undefined;
}
