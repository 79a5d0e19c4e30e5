/**
 *     @chunk 7 every 50ms
 *            ^       ^^^^
 *            bytes   from write to write
 * From here a write is cut into pieces of so many bytes, inside a character too.
 */
import type { Directive } from "../directive.ts";
import { readDuration } from "../duration.ts";

export const WRITES_APART = 20; // ms, where `@chunk` or `@cut` say nothing else

export const chunk: Directive = {
  name: "chunk",
  forms: ["@chunk 7", "@chunk 7 every 50ms", "@chunk off"],
  meaning: "From here writes so many bytes at a time, inside a character too, 20 ms apart.",
  read(line) {
    const [size, every, time] = line.words;
    if (size?.text === "off") {
      return line.takesNoMore(1) ? { kind: "chunk", line: line.line, chunk: null } : null;
    }
    const bytes = Number(size?.text);
    if (!/^\d+$/.test(size?.text ?? "") || bytes < 1 || !Number.isSafeInteger(bytes)) {
      return line.problem(
        "chunk-size",
        "`@chunk` needs a number of bytes from 1; write `@chunk 7`, or `@chunk off` to end it",
        size,
      );
    }
    if (every === undefined) {
      return { kind: "chunk", line: line.line, chunk: { size: bytes, every: WRITES_APART } };
    }
    if (every.text !== "every") {
      const instead = `\`@chunk ${bytes} every 50ms\``;
      return line.problem(
        "chunk-every",
        `only \`every\` and a time can follow; write ${instead}`,
        every,
      );
    }
    const ms = readDuration(line, time, `@chunk ${bytes} every 50ms`);
    if (ms === null || !line.takesNoMore(3)) return null;
    return { kind: "chunk", line: line.line, chunk: { size: bytes, every: ms } };
  },
};
