/**
 * All that a script can say, in one table: completion and the sheet read it, and a test holds docs/script-format.md
 * to it.
 */
import { directives } from "../../protocol/script/directives.ts";
import { placeholders } from "../../protocol/script/template.ts";
import { scriptTexts } from "./script-texts.ts";

/** One directive or field as it is explained. The usual form stands first; `name` lacks the directive's `@`. */
export type Entry = { name: string; forms: readonly [string, ...string[]]; meaning: string };

const { fields, remark } = scriptTexts;

export const reference: Readonly<
  Record<"directives" | "fields" | "placeholders", readonly Entry[]>
> = {
  directives: [
    { name: "#", forms: ["@# a remark"], meaning: remark },
    ...directives.map(
      ({ name, forms: [first = `@${name}`, ...others], meaning }): Entry => ({
        name,
        forms: [first, ...others],
        meaning,
      }),
    ),
  ],
  fields: [
    { name: "data", forms: ["data: "], meaning: fields.data },
    { name: "event", forms: ["event: "], meaning: fields.event },
    { name: "id", forms: ["id: "], meaning: fields.id },
    { name: "retry", forms: ["retry: "], meaning: fields.retry },
    { name: "", forms: [": "], meaning: fields.comment },
  ],
  placeholders: placeholders.map((name) => ({
    name,
    forms: [`{{${name}}}`],
    meaning: scriptTexts.placeholders[name],
  })),
};
