import assert from "node:assert/strict";
import { test } from "node:test";
import { paintFor, shownData, wrapped } from "./terminal-text.ts";

const data: [name: string, data: string, shown: string][] = [
  [
    "JSON is folded to its first level",
    '{"a":{"b":1},"c":[1,2],"d":null}',
    '{"a": {…}, "c": [… 2], "d": null}',
  ],
  [
    "many fields",
    JSON.stringify({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }),
    '{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, … 2 more}',
  ],
  ["what only looks like JSON stays as it is", "{not json", "{not json"],
  ["text", "hello", "hello"],
  ["lines", "a\nb", "a⏎b"],
  ["nothing", "", ""],
];
for (const [name, text, shown] of data) {
  test(`shown data: ${name}`, () => {
    assert.equal(shownData(text, 200).replace(/ \(\d+ characters\)$/, ""), shown);
  });
}

test("long text is cut, and its length told", () => {
  assert.equal(shownData("x".repeat(1500), 10), `${"x".repeat(10)}… (1\u00a0500 characters)`);
});

const terminals: [name: string, isTTY: boolean, env: Record<string, string>, painted: boolean][] = [
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["NO_COLOR", true, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR says nothing", true, { NO_COLOR: "" }, true],
  ["a dumb terminal", true, { TERM: "dumb" }, false],
];
for (const [name, isTTY, env, painted] of terminals) {
  test(`colours: ${name}`, () => {
    const paint = paintFor({ isTTY, write: () => {} }, env);
    assert.equal(paint("red", "x") !== "x", painted);
  });
}

test("words are not cut, and a word longer than a line has one of its own", () => {
  assert.equal(wrapped("aa bb cccccccc d", 6, " "), " aa bb\n cccccccc\n d");
});
