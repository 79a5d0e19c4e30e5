import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_TOLD_PROBLEMS } from "./limits.ts";
import { parseScript } from "./parse.ts";
import { inReadingOrder } from "./problem.ts";
import { errorsOf } from "./testing/said.ts";

test("every error is listed, not only the first", () => {
  assert.deepEqual(
    errorsOf("@wiat 5ms\n@wait 5\ndata: {{x}}\n\n@cut 1\n").map((said) => said.split(": ")[0]),
    [
      "1:1-6 unknown-directive",
      "2:7-8 unit-missing",
      "3:7-12 placeholder-unknown",
      "5:6-7 too-many-words",
    ],
  );
});

const many = MAX_TOLD_PROBLEMS + 1;
const floods: [name: string, line: string][] = [
  ["directives without a name", "@\n"],
  ["directives that are near one", "@wiat 1s\n"],
  ["placeholders", "{{x}}"],
  ["what is found at the end", "@repeat 1\n"],
];
for (const [name, line] of floods) {
  test(`${name}: all errors are counted, and the first are told`, () => {
    const parsed = parseScript(`@chunk\n${line.repeat(many)}`);
    assert.ok(!parsed.ok);
    assert.equal(parsed.problemCount, many + 1);
    assert.equal(parsed.problems.length, MAX_TOLD_PROBLEMS);
    assert.deepEqual(parsed.problems[0]?.line, 1);
    assert.deepEqual(parsed.problems, inReadingOrder([...parsed.problems]));
  });
}

test("warnings too", () => {
  const parsed = parseScript(`@repeat 2\n${"id: x\n\n".repeat(many)}@end\n`);
  assert.equal(parsed.warnings.length, MAX_TOLD_PROBLEMS);
  assert.equal(parsed.warningCount, many);
});

test("a script of more than 64 KiB is not looked at", () => {
  assert.deepEqual(errorsOf("é".repeat(32 * 1024 + 1)), [
    "1:1-1 script-too-long: this script has 65538 bytes, and 65536 are the most; write less",
  ]);
});

test("a problem tells how bad it is", () => {
  const parsed = parseScript("@wiat\ndata: x\n");
  assert.ok(!parsed.ok);
  const severities = [parsed.problems, parsed.warnings].map(([first]) => first?.severity);
  assert.deepEqual(severities, ["error", "warning"]);
});

const lines: [name: string, script: string, kinds: string[]][] = [
  ["fields", "data: x\ndata\nid\nevent:\nretry: 1\n", ["data", "data", "id", "event", "retry"]],
  [
    "comments, and what a parser ignores",
    ": x\n:x\nData: x\n data: x\n@@data: x\nx\n",
    ["comment", "comment", ...Array(4).fill("unknown-field")],
  ],
  [
    "a name made of a placeholder is not foreseen",
    "{{now}}: x\ndata{{now}}\n",
    ["unknown-field", "unknown-field"],
  ],
  [
    "remarks and directives",
    "@# x\n@#x\n@wait 1s\n@wiat\n",
    ["remark", "remark", "directive", "directive"],
  ],
  [
    "a blank line dispatches, or ends a block, or is layout",
    "\ndata: x\n\n\nid: 1\n\n",
    ["layout", "data", "dispatch", "layout", "id", "block-end"],
  ],
  [
    "data in a block before does not count",
    "data: x\n\n: x\n\n",
    ["data", "dispatch", "comment", "block-end"],
  ],
  ["across directives", "data: x\n@cut\n\n", ["data", "directive", "dispatch"]],
  [
    "bytes may hold data, but open no block",
    "@bytes 64 61 74 61 0A\n\nid: 1\n\n",
    ["directive", "layout", "id", "dispatch"],
  ],
  ["or end it", "id: 1\n@bytes 64 61 74 61 0A 0A\n\n", ["id", "directive", "block-end"]],
  [
    "a repeat's second round counts",
    "@repeat 2\n\ndata: x\n@end\n",
    ["directive", "dispatch", "data", "directive"],
  ],
  [
    "behind a repeat without end nothing plays",
    "@repeat\n: x\n\n@end\n: y\n\n",
    ["directive", "comment", "block-end", "directive", "comment", "layout"],
  ],
  [
    "one attempt on which it dispatches is enough",
    "@attempt 1\n: x\n@attempt 2\ndata: x\n@attempt 1+\n\n",
    ["directive", "comment", "directive", "data", "directive", "dispatch"],
  ],
];
for (const [name, script, kinds] of lines) {
  test(`lines: ${name}`, () => {
    const parsed = parseScript(script);
    const told = parsed.ok ? parsed.script.lines : parsed.lines;
    const found = told.map(({ kind }) => kind);
    assert.deepEqual(found, kinds);
    assert.deepEqual(
      told.map(({ line }) => line),
      kinds.map((_, index) => index + 1),
    );
  });
}

const types: [name: string, script: string, types: string[]][] = [
  [
    "in the order of the script, each once",
    "event: b\nevent:a\n\n@attempt 2\nevent: b\nevent: c\n",
    ["b", "a", "c"],
  ],
  ["a space at its end belongs to it", "event: a \n\n", ["a "]],
  ["an empty type is no type", "event\n\nevent: \n\n", []],
  ["a count gives one each", "@repeat 3\nevent: t{{n}}\n\n@end\n", ["t1", "t2", "t3"]],
  ["in @bytes too", "@bytes 65 76 65 6E 74 3A 20 78 0A\n", ["x"]],
];
for (const [name, script, expected] of types) {
  test(`event types: ${name}`, () => {
    const parsed = parseScript(script);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.script.eventTypes, expected);
  });
}

const titles: [script: string, title: string][] = [
  ["@# Five ticks. \ndata: x\n", "Five ticks."],
  ["@#x", "x"],
  ["data: x\n@# x\n", ""],
  ["", ""],
];
test("the title is the first line's remark", () => {
  for (const [script, title] of titles) {
    const parsed = parseScript(script);
    assert.equal(parsed.ok && parsed.script.title, title);
  }
});
