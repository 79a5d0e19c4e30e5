import assert from "node:assert/strict";
import { test } from "node:test";
import { actionsOf, played, type Row, scriptOf } from "./testing/played.ts";

const HEAD: Row = ["head", 200];
const resumed = (lastEventId: string, line: number): Row => ["note", "resumed", lastEventId, line];
const unknown = (lastEventId: string): Row => ["note", "unknown-id", lastEventId];
const fromTheTop = (id: string): Row => `: no block sends the id ${id}, so this is the top\n`;

const A = "id: a\ndata: 1\n\n";
const B = "id: b\ndata: 2\n\n";

const cases: [name: string, script: string, lastEventId: string, actions: Row[]][] = [
  ["goes on behind the block", A + B, "a", [resumed("a", 1), HEAD, B]],
  ["after the last id nothing is left", A, "a", [resumed("a", 1), HEAD]],
  ["an id is compared with its spaces", `id:  a\n\n${B}`, " a", [resumed(" a", 1), HEAD, B]],
  ["an empty last event ID asks for nothing", "id\ndata: 1\n\n", "", [HEAD, "id\ndata: 1\n\n"]],
  [
    "the block is open until its blank line",
    `id: a\n@wait 5ms\ndata: 1\n\n${B}`,
    "a",
    [resumed("a", 1), HEAD, B],
  ],
  ["a block without a blank line is the last", "id: a\n@drop\n", "a", [resumed("a", 1), HEAD]],
  [
    "one that a repeat without end never closes too",
    "@repeat\nid: {{n}}\ndata: x\n@end\n\n: y\n",
    "3",
    [resumed("3", 2), HEAD],
  ],
  ["an id sent twice counts where it is last", A + B + A, "a", [resumed("a", 7), HEAD]],
  [
    "ids of both kinds may meet",
    `@repeat 3\nid: {{n}}\n\n@end\nid: 2\n\n${B}`,
    "2",
    [resumed("2", 5), HEAD, B],
  ],

  [
    "pauses and endings before the next line are passed over",
    `${A}@wait 5ms\n@drop\n@close\n@hang\n${B}@wait 5ms\n@drop\n`,
    "a",
    [resumed("a", 1), HEAD, B, ["wait", 5], ["drop", "fin"]],
  ],
  [
    "so they are before @bytes",
    `${A}@wait 5ms\n@bytes 0A\n@wait 5ms\n`,
    "a",
    [resumed("a", 1), HEAD, "\n", ["wait", 5]],
  ],
  [
    "a remark or a layout line changes nothing",
    `${A}\n@# x\n@wait 5ms\n${B}`,
    "a",
    [resumed("a", 1), HEAD, B],
  ],
  [
    "@hang is played where no line follows",
    `${A}@wait 5ms\n@drop\n@hang\n`,
    "a",
    [resumed("a", 1), HEAD, ["hang"]],
  ],
  [
    "@hang in a repeat's last round too",
    `@repeat 2\nid: {{n}}\n\n@hang\n@end\n`,
    "2",
    [resumed("2", 2), HEAD, ["hang"]],
  ],
  [
    "@hang in an earlier one is not",
    `@repeat 2\nid: {{n}}\n\n@hang\n@end\n`,
    "1",
    [resumed("1", 2), HEAD, "id: 2\n\n", ["hang"]],
  ],
  [
    "a bare @status comes first for whoever saw everything",
    `${A}@wait 5ms\n@status 204\n`,
    "a",
    [resumed("a", 1), ["head", 204]],
  ],

  [
    "what was set before stays in force",
    `@eol crlf\n@chunk 4\n@heartbeat 1s\n@status 201\n@header X: y\n${A}data: 2\n\n`,
    "a",
    [
      ["note", "resumed", "a", 6],
      ["heartbeat", 1000, ": heartbeat\r\n"],
      ["head", 201],
      "data",
      ["wait", 20],
      ": 2\r",
      ["wait", 20],
      "\n\r\n",
    ],
  ],
  ["also inside the block", `id: a\n@eol cr\n\n: x\n`, "a", [resumed("a", 1), HEAD, ": x\r"]],
  [
    "also from an earlier round",
    `@repeat 2\nid: {{n}}\n\n: x\n@eol cr\n@end\n`,
    "2",
    [resumed("2", 2), HEAD, ": x\r"],
  ],
  [
    "but not what comes later",
    `@eol cr\n${A}@eol lf\n: x\n`,
    "a",
    [resumed("a", 2), HEAD, ": x\n"],
  ],

  [
    "an id that is never sent starts from the top",
    A,
    "z",
    [unknown("z"), HEAD, fromTheTop("z"), A],
  ],
  [
    "and says so in the line end in force",
    "@eol crlf\n@wait 5ms\n: x\n",
    "z",
    [
      unknown("z"),
      HEAD,
      ["wait", 5],
      ": no block sends the id z, so this is the top\r\n",
      ": x\r\n",
    ],
  ],
  ["but not before @bytes", "@bytes EF BB BF\n: x\n", "z", [unknown("z"), HEAD, "\uFEFF", ": x\n"]],
  ["nor where nothing is sent", "@status 204\n: x\n", "z", [unknown("z"), ["head", 204]]],
  ["an id of another attempt's lines is not sent", `@attempt 2\n${A}`, "a", [unknown("a"), HEAD]],
  [
    "now and uuid are never the same again",
    "id: {{now}}\n\nid: {{uuid}}\n\n",
    "0",
    [unknown("0"), HEAD, fromTheTop("0"), "id: 1000\n\n", "id: u\n\n"],
  ],
  ["@resume off starts from the top and says nothing", `@resume off\n${A}`, "a", [HEAD, A]],
  [
    "@resume off counts where it plays",
    `${A}${B}@attempt 2\n@resume off\n`,
    "a",
    [resumed("a", 1), HEAD, B],
  ],

  [
    "{{n}} goes on counting",
    "@repeat 3\nid: {{n}}\n\n@wait 5ms\n@end\n",
    "1",
    [resumed("1", 2), HEAD, "id: 2\n\n", ["wait", 5], "id: 3\n\n", ["wait", 5]],
  ],
  [
    "a count beyond the repeat is no id of it",
    "@repeat 3\nid: {{n}}\n\n@end\n",
    "4",
    [unknown("4"), HEAD, fromTheTop("4"), "id: 1\n\n", "id: 2\n\n", "id: 3\n\n"],
  ],
  [
    "a count is written without a zero before it",
    "@repeat 1\nid: {{n}}\n\n@end\n",
    "01",
    [unknown("01"), HEAD, fromTheTop("01"), "id: 1\n\n"],
  ],
  [
    "the innermost count is in the id, the last outer one is meant",
    "@repeat 2\n@repeat 2\nid: {{n}}\n\n@end\n: {{n}}\n@end\n",
    "1",
    [resumed("1", 3), HEAD, "id: 2\n\n", ": 2\n"],
  ],
  [
    "the outer count is, where the id stands outside",
    "@repeat 2\n@repeat 1\n: x\n@end\nid: {{n}}\n\n@end\n",
    "1",
    [resumed("1", 5), HEAD, ": x\n", "id: 2\n\n"],
  ],
  [
    "a block may end in the next round",
    "@repeat 3\n\nid: {{n}}\n@end\n",
    "1",
    [resumed("1", 3), HEAD, "id: 2\n", "\n", "id: 3\n"],
  ],
  [
    "a block may end inside a repeat",
    "id: a\n@repeat 2\n: {{n}}\n\n@end\n",
    "a",
    [resumed("a", 1), HEAD, ": 2\n\n"],
  ],
  [
    "the last is the last that plays, not the last in the text",
    "@repeat 3\nid: 2\n\nid: {{n}}\n\n@end\n",
    "2",
    [resumed("2", 2), HEAD, "id: 3\n\n"],
  ],
  [
    "an id may be made of several things",
    "@repeat 30\nid: {{n}}-{{n}}/{{attempt}}\n\n@end\n: x\n",
    "30-30/1",
    [resumed("30-30/1", 2), HEAD, ": x\n"],
  ],
];

for (const [name, script, lastEventId, actions] of cases) {
  test(name, () => assert.deepEqual(played(script, { lastEventId }), actions));
}

test("a repeat without end is resumed however far it was", () => {
  const script = scriptOf("@repeat\nid: {{n}}\n\n@end\n");
  const actions = actionsOf(script, { lastEventId: "123456789012345" });
  const [, , write] = [actions.next().value, actions.next().value, actions.next().value];
  assert.ok(write?.kind === "write");
  assert.equal(new TextDecoder().decode(write.bytes), "id: 123456789012346\n\n");
});
