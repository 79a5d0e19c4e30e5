/**
 *     @attempt 2      @attempt 2+     @attempt 1-3
 *              ^               ^^              ^^^
 * The lines up to the next `@attempt` play only on these attempts of one client.
 */
import type { Directive } from "../directive.ts";

export const attempt: Directive = {
  name: "attempt",
  forms: ["@attempt 2", "@attempt 2+", "@attempt 1-3"],
  meaning: "The lines up to the next `@attempt` play only on these attempts of one client.",
  read(line) {
    const [range] = line.words;
    const [, first, rest, last] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(range?.text ?? "") ?? [];
    const from = Number(first);
    const to = rest ? Infinity : Number(last ?? first);
    if (!(from >= 1 && from <= to && from < Infinity)) {
      return line.problem(
        "attempt",
        "`@attempt` needs the attempts it is for, counted from 1; write `@attempt 2`, `@attempt 2+` or `@attempt 1-3`",
        range,
      );
    }
    if (line.depth > 0) {
      return line.problem(
        "attempt-inside-repeat",
        "`@attempt` can't stand between `@repeat` and `@end`; write `@end` before it",
      );
    }
    return line.takesNoMore(1)
      ? { kind: "section", line: line.line, attempts: { from, to } }
      : null;
  },
};
