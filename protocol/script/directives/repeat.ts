/**
 *     @repeat 5        without a number: until a limit is met
 *             ^
 *     data: {{n}}
 *     (blank line)
 *     @end
 * Plays the lines between; `{{n}}` counts from 1.
 */
import type { Directive } from "../directive.ts";
import type { DirectiveLine } from "../directive-line.ts";

export const repeat: Directive = {
  name: "repeat",
  forms: ["@repeat 5", "@repeat"],
  meaning: "Plays the lines up to `@end` so many times; without a number until a limit is met.",
  read(line) {
    const times = line.words.length === 0 ? Infinity : readCount(line);
    if (times !== null) line.takesNoMore(1);
    // Where the count can't be read it is a repeat all the same: its `@end` has something to end.
    return { kind: "repeat", line: line.line, times: times ?? 1, body: [] };
  },
};

function readCount(line: DirectiveLine): number | null {
  const [word] = line.words;
  const count = /^\d+$/.test(word?.text ?? "") ? Number(word?.text) : 0;
  if (count >= 1 && Number.isSafeInteger(count)) return count;
  const instead = "write a whole number from 1, as in `@repeat 5`, or `@repeat` for no end";
  return line.problem("repeat-count", `\`${word?.text}\` is no count; ${instead}`, word);
}

export const end: Directive = {
  name: "end",
  forms: ["@end"],
  meaning: "Ends the innermost `@repeat`.",
  read: (line) => (line.takesNoMore(0) ? { kind: "end", line: line.line } : null),
};
