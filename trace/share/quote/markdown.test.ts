import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hostileText } from "../../../dev/testing/hostile-text.ts";
import { rendered, textOf } from "../../../dev/testing/rendered-markdown.ts";
import { fenced, inline, prose, table } from "./markdown.ts";

const runs = { numRuns: 300 };

/** Returns the text as it is meant to be seen, on one line. */
function visible(text: string): string {
  return text
    .replace(/(?![\x7f-\x9f])\p{Cc}/gu, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(
      /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu,
      (unseen) => `U+${unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
}

test("any text is that text in its cell of a table, and nothing else", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const elements = rendered(table(["a", "b"], [[inline(text), "end"]]));
      const cells = elements.filter(({ tagName }) => tagName === "td");
      const inside = new Set(elements.map(({ tagName }) => tagName));
      for (const own of ["table", "thead", "tbody", "tr", "th", "td", "code"]) inside.delete(own);
      assert.deepEqual([...inside], [], inline(text));
      assert.deepEqual(
        cells.map((cell) => textOf(cell).replace(/^ +| +$/g, "")),
        [visible(text).replace(/^ +| +$/g, ""), "end"],
      );
    }),
    runs,
  );
});

test("what a sentence quotes is text in it", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const sentence = `The response is \`${text}\`; it needs \`text/plain\`.`;
      const [paragraph, ...inside] = rendered(prose(sentence));
      assert.equal(paragraph?.tagName, "p");
      assert.ok(
        inside.every(({ tagName }) => tagName === "code"),
        prose(sentence),
      );
      const plainly = (said: string) => said.replaceAll("`", "");
      assert.equal(plainly(textOf(paragraph)), plainly(visible(sentence)));
    }),
    runs,
  );
});

test("a block of code holds any text", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const elements = rendered(`${fenced(text)}\n\nend`);
      const names = elements.map(({ tagName }) => tagName);
      assert.deepEqual(names, ["pre", "code", "p"]);
      const [, code] = elements;
      const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").replaceAll("\0", "\ufffd");
      assert.equal(code && textOf(code).replace(/\n$/, ""), lines);
    }),
    runs,
  );
});

for (const made of ["www.a.b", "https://a.b", "GH-1", "@all", "#1", ":tada:", "abc1234", "a@b.c"]) {
  test(`nobody makes anything of ${made}: it is code`, () => {
    assert.equal(inline(`see ${made}`), `\`see ${made}\``);
  });
}

test("plain words stay as they are", () => {
  assert.equal(inline("five-ticks, 8345: é中"), "five-ticks, 8345: é中");
});
