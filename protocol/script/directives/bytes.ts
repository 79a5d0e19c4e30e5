/**
 *     @bytes EF BB BF
 *            ^^ two hexadecimal digits a byte
 * These bytes, verbatim, as a write of their own. No line end is added.
 */
import type { Directive } from "../directive.ts";

export const bytes: Directive = {
  name: "bytes",
  forms: ["@bytes EF BB BF", "@bytes 0A"],
  meaning: "These bytes, verbatim.",
  read(line) {
    if (line.words.length === 0) {
      return line.problem("bytes", "`@bytes` needs at least one byte; write `@bytes EF BB BF`");
    }
    const wrong = line.words.filter(({ text }) => !/^[\da-f]{2}$/i.test(text));
    for (const word of wrong) {
      const pairs = /^([\da-f]{2})+$/i.test(word.text)
        ? word.text.match(/../g)?.join(" ")
        : undefined;
      const instead = pairs ? `\`${pairs}\`` : "two hexadecimal digits, such as `0A`";
      line.problem("bytes", `\`${word.text}\` is no byte; write ${instead}`, word);
    }
    if (wrong.length > 0) return null;
    const values = line.words.map(({ text }) => Number.parseInt(text, 16));
    return { kind: "bytes", line: line.line, bytes: Uint8Array.from(values) };
  },
};
