/**
 * Placeholders: `data: {{n}} of {{{{n}}` → "data: ", n, " of {{n}}".
 *                     ^^^^^      ^^^^
 * Read left to right: `{{{{` is a literal `{{`, then `{{name}}`; anything else after `{{` is an error.
 */

import { didYouMean } from "../suggest.ts";
import type { Report } from "./problem.ts";
import { type SourceLine, spanOf } from "./source-line.ts";

export const placeholders = ["n", "now", "attempt", "last-event-id", "uuid"] as const;
type Placeholder = (typeof placeholders)[number];

/** A text whose placeholders are filled in when it is written. */
export type Template = readonly (string | { placeholder: Placeholder })[];

/** What fills a template. `n`: the count of the innermost repeat, from 1. */
export type Values = {
  n: number;
  attempt: number;
  lastEventId: string;
  now(): number; // epoch ms
  uuid(): string;
};

/**
 * Reads the placeholders of a line from `column` on.
 * @param insideRepeat whether there is a count for `{{n}}`
 */
export function readTemplate(
  line: SourceLine,
  column: number,
  insideRepeat: boolean,
  report: Report,
): Template {
  const template: (string | { placeholder: Placeholder })[] = [];
  let literal = "";
  let at = column - 1;
  for (;;) {
    const open = line.text.indexOf("{{", at);
    if (open === -1) break;
    literal += line.text.slice(at, open);
    if (line.text.startsWith("{{{{", open)) {
      literal += "{{";
      at = open + 4;
      continue;
    }
    const close = line.text.indexOf("}}", open);
    const end = close === -1 ? line.text.length : close + 2;
    const name = line.text.slice(open + 2, close === -1 ? end : close);
    const known = placeholders.find((placeholder) => placeholder === name);
    const span = spanOf(line, open + 1, end + 1);
    if (close === -1) {
      report(
        "placeholder-open",
        span,
        "`{{` opens a placeholder, and no `}}` closes it; write `{{{{` to send `{{`",
      );
    } else if (known === undefined) {
      report(
        "placeholder-unknown",
        span,
        () => `there is no placeholder \`{{${name}}}\`; ${instead(name, insideRepeat)}`,
      );
    } else if (known === "n" && !insideRepeat) {
      report(
        "n-outside-repeat",
        span,
        "`{{n}}` counts a repeat; write it between `@repeat` and `@end`",
      );
    } else {
      if (literal !== "") template.push(literal);
      template.push({ placeholder: known });
      literal = "";
    }
    at = end;
  }
  literal += line.text.slice(at);
  if (literal !== "") template.push(literal);
  return template;
}

function instead(name: string, insideRepeat: boolean): string {
  const here = placeholders.filter((known) => known !== "n" || insideRepeat);
  const near = didYouMean(name.trim().toLowerCase(), here);
  if (near !== null) return `did you mean \`{{${near}}}\`?`;
  const all = placeholders.map((known) => `\`{{${known}}}\``).join(", ");
  return `there are ${all}; write \`{{{{\` to send \`{{\``;
}

export function render(template: Template, values: Values): string {
  let text = "";
  for (const piece of template) {
    text += typeof piece === "string" ? piece : filledIn(piece.placeholder, values);
  }
  return text;
}

function filledIn(placeholder: Placeholder, values: Values): string | number {
  switch (placeholder) {
    case "n":
      return values.n;
    case "now":
      return Math.floor(values.now());
    case "attempt":
      return values.attempt;
    case "last-event-id":
      return values.lastEventId;
    case "uuid":
      return values.uuid();
  }
}

export function uses(template: Template, ...names: Placeholder[]): boolean {
  return template.some((piece) => typeof piece !== "string" && names.includes(piece.placeholder));
}
