import assert from "node:assert/strict";
import { test } from "node:test";
import { directives } from "../../protocol/script/directives.ts";
import { type Suggestion, suggestionsAt } from "./suggestions.ts";

/** `|` is the cursor. */
function at(line: string) {
  const [before = "", after = ""] = line.split("|");
  return suggestionsAt(before, after);
}

const labels: [name: string, line: string, labels: string[]][] = [
  ["part of a name", "@he|", ["@header Content-Type: text/plain", "@heartbeat 15s"]],
  [
    "its forms, once the name is there",
    "@chunk |",
    ["@chunk 7", "@chunk 7 every 50ms", "@chunk off"],
  ],
  ["part of a form", "@drop re|", ["@drop reset"]],
  ["what stands there already is no news", "@cut|", []],
  ["a remark", "@#|", ["@# "]],
  ["@@ is no directive", "@@wa|", []],
  ["not in the middle of a line", "@wa|it", []],
  ["field names at the start", "e|", ["event: "]],
  ["nowhere else", "data: e|", []],
  ["a comment", ":|", [": "]],
  ["placeholders", "data: {{n|", ["{{n}}", "{{now}}"]],
  ["in a header's value", "@header A: {{u|", ["{{uuid}}"]],
  ["in no other directive", "@wait {{n|", []],
  ["in a line that starts with @@", "@@x {{u|", ["{{uuid}}"]],
  ["four braces are two to send", "data: {{{{n|", []],
  ["behind them a placeholder can stand", "data: {{{{{{u|", ["{{uuid}}"]],
  ["a placeholder that is closed", "data: {{n}}|", []],
];
for (const [name, line, expected] of labels) {
  test(name, () => {
    const options: readonly Suggestion[] = at(line)?.options ?? [];
    assert.deepEqual(
      options.map(({ label }) => label),
      expected,
    );
  });
}

test("after @ every directive is there, with what it does", () => {
  const options: readonly Suggestion[] = at("@|")?.options ?? [];
  for (const { name, meaning } of directives) {
    assert.ok(
      options.some((option) => option.label.startsWith(`@${name}`) && option.meaning === meaning),
      name,
    );
  }
});

test("an empty line can become anything but a placeholder", () => {
  const [first, ...rest] = at("|")?.options ?? [];
  assert.equal(first?.label, "data: ");
  assert.ok(rest.some(({ label }) => label === "@wait 500ms"));
});

const writes: [name: string, line: string, written: string][] = [
  ["the words of a directive are selected", "@wai|", "@wait [500ms]"],
  ["a repeat brings its @end", "@rep|", "@repeat [5]\n\n@end"],
  ["but not where it is written anew", "@repeat |", "@repeat [5]"],
  ["a field waits for its value", "dat|", "data: []"],
  ["braces that stand there are written over", "data: {{no|}} x", "data: {{now}}[] x"],
];
for (const [name, line, expected] of writes) {
  test(name, () => {
    const suggestions = at(line);
    const [option] = suggestions?.options ?? [];
    assert.ok(suggestions && option);
    const text = line.replace("|", "");
    const [from, to] = option.select;
    const inserted = `${option.insert.slice(0, from)}[${option.insert.slice(from, to)}]${option.insert.slice(to)}`;
    assert.equal(text.slice(0, suggestions.from) + inserted + text.slice(suggestions.to), expected);
  });
}
