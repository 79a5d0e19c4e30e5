import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, MAX_COMPARED } from "./difference.ts";

const marks = { same: "", lost: "-", wrong: "+" };

const rows: [name: string, right: string[], shown: string[], expected: string][] = [
  ["nothing was said", [], [], ""],
  ["all is there", ["a", "b"], ["a", "b"], "a b"],
  ["nothing is there yet", ["a", "b"], [], "-a -b"],
  ["one in the middle is lost", ["a", "b", "c"], ["a", "c"], "a -b c"],
  ["the last one is lost", ["a", "b"], ["a"], "a -b"],
  ["something that was never said", ["a", "b"], ["a", "undefined", "b"], "a +undefined b"],
  ["two glued into one", ["a", "b", "c"], ["ab", "c"], "-a -b +ab c"],
  ["a word that comes twice", ["a", "b", "a", "c"], ["a", "c"], "a -b -a c"],
  ["all of it once more", ["a", "b"], ["a", "b", "a", "b"], "a b +a +b"],
];
for (const [name, right, shown, expected] of rows) {
  test(name, () => {
    const pieces = difference(right, shown);
    assert.equal(pieces.map(({ kind, text }) => `${marks[kind]}${text}`).join(" "), expected);
    const only = (...kinds: string[]) =>
      pieces.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
    assert.deepEqual(only("same", "lost"), right, "the right text can be read in it");
    assert.deepEqual(only("same", "wrong"), shown, "and the wrong one");
  });
}

test("what is beyond the bound is not compared", () => {
  const long = Array.from({ length: MAX_COMPARED + 5 }, (_, index) => `${index}`);
  assert.equal(difference(long, long).length, MAX_COMPARED);
});
