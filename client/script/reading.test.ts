import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "../../protocol/script/parse.ts";
import { marksOf } from "./reading.ts";

const marks: [name: string, script: string, marks: string[]][] = [
  [
    "five ticks",
    "@# Five ticks.\nretry: 1000\n\n@repeat 5\ndata: {{n}}\n\n@wait 500ms\n@end\n",
    ["3 ⏎ ends the block; no data, no event", "6 ⏎ dispatch"],
  ],
  ["a blank line that is layout has no mark", "\ndata: x\n\n\n", ["3 ⏎ dispatch"]],
  ["a last block without its blank line has none", "data: x\n", []],
  ["a script with errors keeps its marks", "@wiat\ndata: x\n\n", ["3 ⏎ dispatch"]],
];
for (const [name, script, expected] of marks) {
  test(name, () => {
    const parsed = parseScript(script);
    const told = marksOf(parsed.ok ? parsed.script.lines : parsed.lines);
    assert.deepEqual(
      told.map(({ line, text }) => `${line} ${text}`),
      expected,
    );
  });
}
