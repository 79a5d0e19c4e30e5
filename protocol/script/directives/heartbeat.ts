/**
 *     @heartbeat 15s
 *                ^^^
 * From here a comment whenever nothing was written for so long, so that nobody on the way takes
 * the silence for a dead connection.
 */
import type { Directive } from "../directive.ts";
import { readDuration } from "../duration.ts";

export const heartbeat: Directive = {
  name: "heartbeat",
  forms: ["@heartbeat 15s", "@heartbeat off"],
  meaning: "From here the comment `: heartbeat` whenever nothing was written for so long.",
  read(line) {
    const [time] = line.words;
    if (time?.text === "off") {
      return line.takesNoMore(1) ? { kind: "heartbeat", line: line.line, ms: null } : null;
    }
    const ms = readDuration(line, time, "@heartbeat 15s", 1);
    if (ms === 0) {
      return line.problem(
        "heartbeat",
        "this heartbeat would never pause; write `@heartbeat 15s`, or `@heartbeat off`",
        time,
      );
    }
    if (ms === null || !line.takesNoMore(1)) return null;
    return { kind: "heartbeat", line: line.line, ms };
  },
};
