import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseScript } from "../../protocol/script/parse.ts";
import { reference } from "./reference.ts";

const docs = readFileSync(new URL("../../docs/script-format.md", import.meta.url), "utf8");
const { directives, placeholders } = reference;

/** What the document's table shows, by the name of the directive. */
const documented = [...docs.matchAll(/^\| (`@.*?) \|/gm)]
  .flatMap(([, cell = ""]) => [...cell.matchAll(/`@([^`\s]+)([^`]*)`/g)])
  .map(([, name = "", words = ""]) => ({ name, form: `@${name}${words}` }));

test("the document and the sheet know the same directives", () => {
  const names = [...new Set(documented.map(({ name }) => name))].sort();
  assert.deepEqual(names, directives.map(({ name }) => name).sort());
});

test("each form that the document shows stands on the sheet", () => {
  const general = ["@# text", "@header Name: value"]; // the sheet shows examples
  const forms = directives.flatMap((entry) => [...entry.forms]);
  for (const { form } of documented) {
    assert.ok(general.includes(form) || forms.includes(form), form);
  }
});

test("document and sheet know the same placeholders", () => {
  const [, paragraph = ""] = /^## Placeholders.*\n([^#]*)/m.exec(docs) ?? [];
  for (const { forms } of placeholders) assert.ok(paragraph.includes(`\`${forms[0]}\``), forms[0]);
});

test("each form of the sheet is accepted as it stands", () => {
  for (const { name, forms } of directives) {
    for (const form of forms) {
      if (name === "end") continue; // it needs the line that it ends
      const rest = name === "repeat" ? "\ndata: y\n\n@end" : "";
      const parsed = parseScript(`${form}${rest}\ndata: x\n\n`);
      assert.deepEqual(parsed.ok ? [] : parsed.problems, [], form);
    }
  }
});
