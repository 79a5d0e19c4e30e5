/**
 *     @eol crlf
 *          ^^^^
 * What ends a line on the wire from here on. The script's own line ends don't matter.
 */

import { didYouMean } from "../../suggest.ts";
import type { Directive } from "../directive.ts";
import type { LineEnd } from "../script.ts";

const LINE_ENDS: ReadonlyMap<string, LineEnd> = new Map([
  ["lf", "\n"],
  ["crlf", "\r\n"],
  ["cr", "\r"],
]);

export const eol: Directive = {
  name: "eol",
  forms: ["@eol lf", "@eol crlf", "@eol cr"],
  meaning: "The line terminator from here on.",
  read(line) {
    const [name] = line.words;
    const lineEnd = LINE_ENDS.get(name?.text ?? "");
    if (lineEnd === undefined) {
      const near = didYouMean(name?.text.toLowerCase() ?? "", [...LINE_ENDS.keys()]);
      const instead = near ? `\`@eol ${near}\`` : "`@eol lf`, `@eol crlf` or `@eol cr`";
      return line.problem("eol", `\`@eol\` needs the name of a line end; write ${instead}`, name);
    }
    return line.takesNoMore(1) ? { kind: "eol", line: line.line, eol: lineEnd } : null;
  },
};
