/**
 * The three ways not to play on:
 *
 *     @hang           stay open until the client leaves
 *     @drop           cut the connection, by FIN
 *     @drop reset     cut the connection, by RST
 *     @close          end the response properly, as the end of the script does
 */
import type { Directive } from "../directive.ts";

export const hang: Directive = {
  name: "hang",
  forms: ["@hang"],
  meaning: "Stays open until the client leaves.",
  read: (line) => (line.takesNoMore(0) ? { kind: "hang", line: line.line } : null),
};

export const drop: Directive = {
  name: "drop",
  forms: ["@drop", "@drop reset"],
  meaning: "Cuts the connection here by FIN, or by RST, before the body is complete.",
  read(line) {
    const [how] = line.words;
    if (how && how.text !== "reset") {
      const instead = "write `@drop` to cut by FIN, `@drop reset` to cut by RST";
      return line.problem("drop", `\`${how.text}\` is no way to cut a connection; ${instead}`, how);
    }
    if (!line.takesNoMore(1)) return null;
    return { kind: "drop", line: line.line, how: how ? "reset" : "fin" };
  },
};

export const close: Directive = {
  name: "close",
  forms: ["@close"],
  meaning: "Ends the response normally.",
  read: (line) => (line.takesNoMore(0) ? { kind: "close", line: line.line } : null),
};
