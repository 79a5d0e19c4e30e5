import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsOf, played, type Row, scriptOf, wireOf } from "./testing/played.ts";

const HEAD: Row = ["head", 200];

const cases: [name: string, script: string, actions: Row[]][] = [
  ["nothing is still an answer", "", [HEAD]],
  ["a remark is never sent", "@# five\ndata: x\n@# six\n\n", [HEAD, "data: x\n\n"]],
  ["a block is one write", "id: 1\ndata: x\n\n", [HEAD, "id: 1\ndata: x\n\n"]],
  ["two blocks are two", "data: x\n\ndata: y\n\n", [HEAD, "data: x\n\n", "data: y\n\n"]],
  ["a comment opens a block too", ": hi\n\n\n", [HEAD, ": hi\n\n"]],
  ["blank lines between blocks are layout", "\n\ndata: x\n\n\n\n", [HEAD, "data: x\n\n"]],
  [
    "a block stays open across directives",
    "data: x\n@wait 5ms\n\n",
    [HEAD, "data: x\n", ["wait", 5], "\n"],
  ],
  [
    "any directive ends the write",
    "data: x\n@eol lf\ndata: y\n\n",
    [HEAD, "data: x\n", "data: y\n\n"],
  ],
  ["a last line without a line end has none", "data: x", [HEAD, "data: x"]],
  [
    "the script's own line ends don't matter",
    "data: x\r\n\r\ndata: y\r\r",
    [HEAD, "data: x\n\n", "data: y\n\n"],
  ],
  ["`@@` sends one `@`", "@@home: x\n\n", [HEAD, "@home: x\n\n"]],

  ["@wait lets the head go", "@wait 1.5s\ndata: x\n\n", [HEAD, ["wait", 1500], "data: x\n\n"]],
  ["@cut parts a line from the next", "data: x\n@cut\n\n", [HEAD, "data: x\n", ["wait", 20], "\n"]],
  [
    "@cut waits for the next write only",
    "data: x\n\n@cut\n@wait 15ms\ndata: y\n\n@cut\n",
    [HEAD, "data: x\n\n", ["wait", 15], ["wait", 5], "data: y\n\n"],
  ],
  ["@cut before the first write is nothing", "@cut\ndata: x\n\n", [HEAD, "data: x\n\n"]],
  [
    "@chunk counts bytes, and each block anew",
    "@chunk 7\ndata: x\n\ndata: y\n\n",
    [HEAD, "data: x", ["wait", 20], "\n\n", ["wait", 20], "data: y", ["wait", 20], "\n\n"],
  ],
  ["@chunk every", "@chunk 8 every 50ms\ndata: x\n\n", [HEAD, "data: x\n", ["wait", 50], "\n"]],
  [
    "a pause that was long enough is not lengthened",
    "@chunk 99\ndata: x\n\n@wait 30ms\ndata: y\n\n",
    [HEAD, "data: x\n\n", ["wait", 30], "data: y\n\n"],
  ],
  [
    "@chunk off",
    "@chunk 8\ndata: x\n\n@chunk off\ndata: y\n\n",
    [HEAD, "data: x\n", ["wait", 20], "\n", "data: y\n\n"],
  ],
  ["@chunk goes for @bytes too", "@chunk 1\n@bytes 61 62\n", [HEAD, "a", ["wait", 20], "b"]],
  [
    "@eol counts from here",
    "data: x\n@eol crlf\ndata: y\n\n@eol cr\ndata: z\n\n",
    [HEAD, "data: x\n", "data: y\r\n\r\n", "data: z\r\r"],
  ],
  [
    "@bytes are a write of their own",
    "data: x\n@bytes 0A 64\ndata: y\n\n",
    [HEAD, "data: x\n", "\nd", "data: y\n\n"],
  ],
  ["@bytes open no block", "@bytes EF BB BF\n\ndata: x\n\n", [HEAD, "\uFEFF", "data: x\n\n"]],

  [
    "@repeat counts",
    "@repeat 2\ndata: {{n}}\n\n@wait 5ms\n@end\n",
    [HEAD, "data: 1\n\n", ["wait", 5], "data: 2\n\n", ["wait", 5]],
  ],
  [
    "{{n}} is the innermost count",
    "@repeat 2\n@repeat 2\ndata: {{n}}\n\n@end\n: {{n}}\n\n@end\n",
    [HEAD, "data: 1\n\n", "data: 2\n\n", ": 1\n\n", "data: 1\n\n", "data: 2\n\n", ": 2\n\n"],
  ],
  [
    "@end ends the write, the block goes on",
    "@repeat 2\ndata: {{n}}\n@end\n\n",
    [HEAD, "data: 1\n", "data: 2\n", "\n"],
  ],
  [
    "a blank line may be layout the first time round only",
    "@repeat 2\n\ndata: x\n@end\n",
    [HEAD, "data: x\n", "\n", "data: x\n"],
  ],

  ["@hang ends the lines", "data: x\n\n@hang\ndata: y\n\n", [HEAD, "data: x\n\n", ["hang"]]],
  ["@drop ends the lines", "data: x\n@drop\n\n", [HEAD, "data: x\n", ["drop", "fin"]]],
  ["@drop reset", "data: x\n@drop reset\n", [HEAD, "data: x\n", ["drop", "reset"]]],
  ["@drop before the head leaves none", "@header A: b\n@drop\n", [["drop", "fin"]]],
  ["@close ends the lines", "@close\ndata: x\n\n", [HEAD, ["close"]]],

  [
    "@heartbeat and its line end",
    "@eol crlf\n@heartbeat 15s\n@hang\n",
    [["heartbeat", 15000, ": heartbeat\r\n"], HEAD, ["hang"]],
  ],
  [
    "@eol changes the heartbeat",
    "@heartbeat 1s\n@eol cr\n@heartbeat off\n",
    [
      ["heartbeat", 1000, ": heartbeat\n"],
      ["heartbeat", 1000, ": heartbeat\r"],
      ["heartbeat", null],
      HEAD,
    ],
  ],

  ["204 ends the attempt", "@status 204\ndata: x\n\n", [["head", 204]]],
  ["304 does too, at a pause", "@status 304\n@wait 1s\n@hang\n", [["head", 304]]],
  ["204 with @hang or @close is the head alone", "@status 204\n@hang\n", [["head", 204]]],
  ["any other status has a body", "@status 503\ndata: x\n\n", [["head", 503], "data: x\n\n"]],
  [
    "@status too late is passed over",
    "id: 1\ndata: x\n\n@status 204\n",
    [HEAD, "id: 1\ndata: x\n\n", ["note", "head-has-left", "@status 204", 4]],
  ],
];

for (const [name, script, actions] of cases) {
  test(name, () => assert.deepEqual(played(script), actions));
}

const attempts: [name: string, script: string, wires: string[]][] = [
  [
    "lines before @attempt play where none is named",
    ": a\n@attempt 2\n: b\n",
    [": a\n", ": b\n", ": a\n"],
  ],
  ["@attempt 2+", ": a\n@attempt 2+\n: b\n", [": a\n", ": b\n", ": b\n"]],
  ["@attempt 1-2", ": a\n@attempt 1-2\n: b\n", [": b\n", ": b\n", ": a\n"]],
  [
    "several may name one attempt",
    "@attempt 1\n: a\n@attempt 1-2\n: b\n",
    [": a\n: b\n", ": b\n", ""],
  ],
  ["{{attempt}}", ": {{attempt}}\n", [": 1\n", ": 2\n", ": 3\n"]],
];
for (const [name, script, wires] of attempts) {
  test(name, () => {
    const found = [1, 2, 3].map((attempt) => wireOf(script, { attempt }));
    assert.deepEqual(found, wires);
  });
}

test("@attempt ends the write that is open", () => {
  assert.deepEqual(played("@attempt 1\ndata: x\n@attempt 1+\n\n"), [HEAD, "data: x\n", "\n"]);
});

test("a repeat without end is played as it is asked for", () => {
  const wire: string[] = [];
  for (const action of actionsOf(scriptOf("@repeat\ndata: {{n}}\n\n@end\n"))) {
    if (action.kind === "write") wire.push(new TextDecoder().decode(action.bytes));
    if (wire.length === 10_000) break;
  }
  assert.equal(wire.at(-1), "data: 10000\n\n");
});
