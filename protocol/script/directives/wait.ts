/**
 *     @wait 500ms
 *           ^^^^^
 * A pause. The write that is open leaves before it.
 */
import type { Directive } from "../directive.ts";
import { readDuration } from "../duration.ts";

export const wait: Directive = {
  name: "wait",
  forms: ["@wait 500ms", "@wait 1.5s"],
  meaning: "Pauses.",
  read(line) {
    const ms = readDuration(line, line.words[0], "@wait 500ms");
    if (ms === null || !line.takesNoMore(1)) return null;
    return { kind: "wait", line: line.line, ms };
  },
};
