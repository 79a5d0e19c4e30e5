/**
 *     data: half of
 *     @cut
 *         ^ the write ends here; what follows is another one, 20 ms later
 *     data: an event
 */
import type { Directive } from "../directive.ts";

export const cut: Directive = {
  name: "cut",
  forms: ["@cut"],
  meaning: "Ends the write here; what follows goes out 20 ms later, in another one.",
  read: (line) => (line.takesNoMore(0) ? { kind: "cut", line: line.line } : null),
};
