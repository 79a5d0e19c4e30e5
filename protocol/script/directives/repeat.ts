/**
 *     @repeat 5        without a number: until a limit is met
 *             ^
 *     data: {{n}}
 *     (blank line)
 *     @end
 * Plays the lines between; `{{n}}` counts from 1.
 */
import type { Directive } from "../directive.ts";

export const repeat: Directive = {
  name: "repeat",
  forms: ["@repeat 5", "@repeat"],
  meaning: "Plays the lines up to `@end` so many times; without a number until a limit is met.",
  read(line) {
    const [count] = line.words;
    const times = count ? Number(count.text) : Infinity;
    // What can't be read is still a repeat: its `@end` has something to end.
    if (count && !(/^\d+$/.test(count.text) && times >= 1 && Number.isSafeInteger(times))) {
      line.problem(
        "repeat-count",
        `\`${count.text}\` is no count; write a whole number from 1, as in \`@repeat 5\`, or \`@repeat\` for no end`,
        count,
      );
    }
    line.takesNoMore(1);
    return { kind: "repeat", line: line.line, times, body: [] };
  },
};

export const end: Directive = {
  name: "end",
  forms: ["@end"],
  meaning: "Ends the innermost `@repeat`.",
  read(line) {
    return line.takesNoMore(0) ? { kind: "end", line: line.line } : null;
  },
};
