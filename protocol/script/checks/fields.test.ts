import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "../parse.ts";

/** `^` stands below each place of a warning; `fixed`: the script after every fix was taken. */
const cases: [line: string, below: string, fixed: string][] = [
  ["evnt: x", "^^^^", "event: x"],
  ["Data: x", "^^^^", "data: x"],
  ["date: x", "^^^^", "data: x"],
  [" data: x", "^^^^^", "data: x"],
  ["data : x", "^^^^^", "data: x"],
  ["@@data: x", " ^^^^^", "@data: x"],
  ["hello", "", "data: hello"],
  ["retry: 5s", "^^^^^^^^^", "retry: 5000"],
  ["event: success ", "       ^^^^^^^^", "event: success"],
  ["id: {{now}} ", "    ^^^^^^^^", "id: {{now}}"],
  ["id: a\0b", "    ^^^", "id: ab"],
  ["event: a data: x", "        ^", "event: a\ndata: x"],
  ["\u{feff}\u{feff}data: x", " ^", "\u{feff}data: x"],
];
for (const [line, below, fixed] of cases) {
  test(`warning: ${JSON.stringify(line)}`, () => {
    const [found] = warningsOf(`${line}\ndata\n\n`);
    assert.ok(found);
    assert.equal(" ".repeat(found.column - 1) + "^".repeat(found.endColumn - found.column), below);
    assert.notEqual(found.fix, null);
    const written = line.slice(0, found.column - 1) + found.fix + line.slice(found.endColumn - 1);
    assert.equal(written, fixed);
    assert.deepEqual(warningsOf(`${written}\ndata\n\n`), []);
  });
}

test("a retry that nobody can guess has no fix", () => {
  const fixes = warningsOf("retry: soon\n\n").map(({ fix }) => fix);
  assert.deepEqual(fixes, [null]);
});

const right: [name: string, script: string][] = [
  ["a field made of a placeholder", "retry: {{n}}00\n"],
  ["data may end in a blank", "data: x \n"],
  ["whoever sends another type means no fields", "@header Content-Type: text/plain\nhello\n"],
  ["an id without a value resets it", "id: \n"],
];
for (const [name, script] of right) {
  test(`right: ${name}`, () =>
    assert.deepEqual(warningsOf(`@repeat 2\n${script}data\n\n@end\n`), []));
}

function warningsOf(text: string) {
  return parseScript(text).warnings.filter(
    ({ code }) => !/^(id-|type-|block-)(twice|changes|open)/.test(code),
  );
}
