/**
 *     @header Cache-Control: no-transform
 *             ^^^^^^^^^^^^^  ^^^^^^^^^^^^
 *             name           value, with placeholders
 * A field of the response head. It replaces an earlier one of the same name.
 */
import type { Directive } from "../directive.ts";
import { spanOf } from "../source-line.ts";
import { readTemplate } from "../template.ts";
import { leadsAway, wouldDo } from "./kept-from-scripts.ts";

/** These say where the response body ends. Node sets them; a script that did could not be read. */
const FRAMING = [
  "connection",
  "content-length",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

const INSTEAD = "write `@header Name: value`, such as `@header Retry-After: 5`";

export const header: Directive = {
  name: "header",
  forms: ["@header Content-Type: text/plain", "@header Cache-Control: no-cache, no-transform"],
  meaning: "A field of the response head; it replaces an earlier one of that name.",
  read(line) {
    const { source } = line;
    const colon = source.text.indexOf(":");
    if (colon === -1)
      return line.problem("header", `\`@header\` needs a name, a colon and a value; ${INSTEAD}`);

    const start = line.words[0]?.column ?? colon + 1;
    const name = source.text.slice(start - 1, colon);
    const nameSpan = spanOf(source, start, colon + 1);
    // [RFC 9110] field-name = token
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      return line.report("header-name", nameSpan, `\`${name}\` is no name of a header; ${INSTEAD}`);
    }
    if (FRAMING.includes(name.toLowerCase())) {
      return line.report(
        "header-framing",
        nameSpan,
        `\`${name}\` says where the response ends, which is Node's to say; leave this line out`,
      );
    }
    const would = wouldDo(name);
    if (would !== null) {
      const own = wouldDo(`X-${name}`) === null && !/^x-/i.test(name);
      const what = `\`${name}\` would ${would}, so no script may send it`;
      return line.report(
        "header-kept",
        nameSpan,
        `${what}; leave this line out${own ? `, or name the field \`X-${name}\`` : ""}`,
      );
    }
    const control = source.text.search(/[^\P{Cc}\t]/u);
    if (control !== -1) {
      return line.report(
        "header-value",
        spanOf(source, control + 1, control + 2),
        "a header can't hold control characters; leave this one out",
      );
    }
    const blanks = /^[ \t]*/.exec(source.text.slice(colon + 1))?.[0].length ?? 0;
    const trimmed = { ...source, text: source.text.trimEnd() };
    const value = readTemplate(trimmed, colon + 2 + blanks, line.depth > 0, line.report);
    if (name.toLowerCase() === "location" && leadsAway(value)) {
      return line.report(
        "header-location",
        spanOf(trimmed, colon + 2 + blanks),
        "a script may redirect only to a play of this server; write `@header Location: ?moved=1` for the same one, or `@header Location: /api/sse/five-ticks`",
      );
    }
    return {
      kind: "header",
      line: line.line,
      directive: source.text,
      name,
      value,
    };
  },
};
