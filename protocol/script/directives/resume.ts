/**
 *     @resume off
 *             ^^^
 * On the attempts that this line plays on, a Last-Event-ID is not looked at.
 */
import type { Directive } from "../directive.ts";

export const resume: Directive = {
  name: "resume",
  forms: ["@resume off"],
  meaning: "Starts from the top, whatever Last-Event-ID says.",
  read(line) {
    const [word] = line.words;
    if (word?.text !== "off") {
      const instead =
        "write `@resume off`, or leave the line out: resuming is what happens without it";
      return line.problem("resume", `\`@resume\` can only be off; ${instead}`, word);
    }
    return line.takesNoMore(1) ? { kind: "resume-off", line: line.line } : null;
  },
};
