import assert from "node:assert/strict";
import { test } from "node:test";
import { perform } from "./perform.ts";
import { actionsOf, scriptOf } from "./testing/played.ts";

test("a piece of @chunk may end inside a character", () => {
  const pieces = [...actionsOf(scriptOf("@chunk 4\n: 中\n"))].flatMap((action) =>
    action.kind === "write" ? [Buffer.from(action.bytes).toString("hex")] : [],
  );
  assert.deepEqual(pieces, ["3a20e4b8", "ad0a"]);
});

const lineStates: [name: string, script: string, insideLine: boolean[]][] = [
  ["a block ends its lines", "data: x\n\n", [false]],
  ["a chunk does not", "@chunk 5\ndata: x\n\n", [true, false]],
  ["between CR and LF the line is not ended", "@eol crlf\n@chunk 3\n: \n\n", [true, false]],
  ["a CR alone ends one", "@eol cr\n@chunk 3\n: \n\n", [false, false]],
  ["neither do bytes without a line end", "@bytes 61\n@bytes 0A\n", [true, false]],
];
for (const [name, script, expected] of lineStates) {
  test(`heartbeats keep out of lines: ${name}`, () => {
    const writes = [...actionsOf(scriptOf(script))].flatMap((action) =>
      action.kind === "write" ? [action.insideLine] : [],
    );
    assert.deepEqual(writes, expected);
  });
}

test("a write tells the script line where it began", () => {
  const lines = [...actionsOf(scriptOf("@# x\n\nid: 1\ndata: x\n\n@bytes 0A\n"))].flatMap(
    (action) => (action.kind === "write" ? [action.line] : []),
  );
  assert.deepEqual(lines, [3, 6]);
});

test("placeholders are filled in when the write is made, after the pause before it", () => {
  const script = scriptOf("data: {{now}} {{uuid}}\n\n@cut\ndata: {{now}} {{uuid}}\n\n");
  let now = 1.9;
  let uuid = 0;
  const wire: string[] = [];
  const sources = { now: () => now, uuid: () => `u${++uuid}` };
  for (const action of perform(
    script,
    { attempt: 1, lastEventId: "", noTransform: false },
    sources,
  )) {
    if (action.kind === "wait") now += action.ms;
    if (action.kind === "write") wire.push(new TextDecoder().decode(action.bytes));
  }
  assert.deepEqual(wire, ["data: 1 u1\n\n", "data: 21 u2\n\n"]);
});
