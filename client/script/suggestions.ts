/**
 * Says what can be written at the cursor:
 *
 *     @wa|          data: {{n|          da|
 *     @wait 500ms   {{n}} {{now}}       data:
 */
import { reference } from "./reference.ts";

/** `insert` takes the place of what is there; then `select` of it is selected, to be typed over. */
export type Suggestion = {
  label: string;
  meaning: string;
  insert: string;
  select: readonly [from: number, to: number];
};

/** The options take the place of these columns, from 0. */
type Suggestions = { from: number; to: number; options: readonly Suggestion[] };

/** Returns `null` where everything can be written between `before` and `after`. */
export function suggestionsAt(before: string, after: string): Suggestions | null {
  const inPlaceholder = /(?:^|[^{])(?:\{{4})*(\{\{[a-z-]*)$/.exec(before)?.[1];
  if (inPlaceholder !== undefined && /^(?!@[^@])|^@header /.test(before)) {
    const from = before.length - inPlaceholder.length;
    const to = before.length + (after.startsWith("}}") ? 2 : 0);
    return matching(inPlaceholder, ofPlaceholders, from, to);
  }
  if (after !== "") return null;
  if (/^@[^@\s]*$/.test(before)) return matching(before, ofDirectives, 0, before.length);
  const [, name] = /^@([a-z]+) /.exec(before) ?? [];
  if (name !== undefined) return matching(before, formsOf(name), 0, before.length);
  return matching(before, [...ofFields, ...ofDirectives], 0, before.length);
}

function matching(typed: string, all: readonly Suggestion[], from: number, to: number) {
  const options = all.filter(({ label, insert }) => label.startsWith(typed) && insert !== typed);
  return options.length === 0 ? null : { from, to, options };
}

/** Whoever looks for a directive gets its first form; a `@repeat` brings its `@end`. */
const ofDirectives: readonly Suggestion[] = reference.directives.map(({ name, forms, meaning }) =>
  name === "#"
    ? suggestion("@# ", meaning)
    : written(forms[0], meaning, name === "repeat" ? "\n\n@end" : ""),
);

/** Whoever has written its name gets every form. */
function formsOf(name: string): Suggestion[] {
  const { forms = [], meaning = "" } =
    reference.directives.find((known) => known.name === name) ?? {};
  return forms.map((form) => written(form, meaning));
}

const ofFields = reference.fields.map(({ forms, meaning }) => suggestion(forms[0], meaning));

const ofPlaceholders = reference.placeholders.map(({ forms, meaning }) =>
  suggestion(forms[0], meaning),
);

/** A directive's words are an example, so they come selected. */
function written(form: string, meaning: string, rest = ""): Suggestion {
  const [name = form] = form.split(" ");
  const words = Math.min(name.length + 1, form.length);
  return { label: form, meaning, insert: form + rest, select: [words, form.length] };
}

function suggestion(label: string, meaning: string): Suggestion {
  return { label, meaning, insert: label, select: [label.length, label.length] };
}
