/**
 *     @status 204
 *             ^^^
 * The status of the response head. 204 and 304 have no body: the attempt ends with the head.
 */
import type { Directive } from "../directive.ts";

export const status: Directive = {
  name: "status",
  forms: ["@status 204", "@status 503"],
  meaning: "The status of the response head; 204 and 304 end the attempt.",
  read(line) {
    const [code] = line.words;
    if (!/^[2-5]\d\d$/.test(code?.text ?? "")) {
      return line.problem(
        "status",
        "`@status` needs a number from 200 to 599; write `@status 204`",
        code,
      );
    }
    if (!line.takesNoMore(1)) return null;
    return {
      kind: "status",
      line: line.line,
      directive: line.source.text,
      status: Number(code?.text),
    };
  },
};
