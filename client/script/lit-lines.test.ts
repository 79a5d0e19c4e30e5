import assert from "node:assert/strict";
import { test } from "node:test";
import { parseScript } from "../../protocol/script/parse.ts";
import { blockAround } from "./lit-lines.ts";

const text = "@# two blocks\nid: 1\ndata: a\n\ndata: b\n\n@wait 5ms\ndata: never ended";

const blocks: [line: number, block: [first: number, last: number] | null][] = [
  [1, null],
  [2, [2, 4]],
  [3, [2, 4]],
  [4, [2, 4]],
  [5, [5, 6]],
  [7, null],
  [8, [8, 8]],
  [99, null],
];
for (const [line, block] of blocks) {
  test(`the block around line ${line}`, () => {
    const script = parseScript(text);
    const { lines } = script.ok ? script.script : script;
    const around = blockAround(lines, line);
    assert.deepEqual(around && [around.first, around.last], block);
  });
}
