import assert from "node:assert/strict";
import { test } from "node:test";
import { execa } from "execa";
import fc from "fast-check";
import { hostileTexts, oneBatch } from "../../../dev/testing/hostile-text.ts";
import { type Json, javascript, javascriptOf } from "./javascript.ts";

/** Returns what Node makes of expressions, each of which stands in a comment before. */
async function evaluated(expressions: readonly string[]): Promise<unknown> {
  const lines = expressions.map((one) => `// Plays ${one} as it was\nvalues.push(${one});`);
  const program = ["const values = [];", ...lines, "console.log(JSON.stringify(values));"];
  const { stdout } = await execa(process.execPath, ["--input-type=module", "-"], {
    input: program.join("\n"),
  });
  return JSON.parse(stdout);
}

test("any text is that text, in an expression and behind `//`", async () => {
  await fc.assert(
    fc.asyncProperty(hostileTexts, async (texts) => {
      const values: Json[] = [...texts, ...texts.map((text) => ({ [text]: [text, 1, null] }))];
      assert.deepEqual(await evaluated(values.map(javascript)), values);
    }),
    oneBatch,
  );
});

test("a name that sets the prototype is a name like any other", async () => {
  const json = '{"__proto__":{"a":1},"b":",\\"__proto__\\":"}';
  assert.deepEqual(await evaluated([javascriptOf(json)]), [JSON.parse(json)]);
});

test("it can be read: nothing unseen stays, and no script element ends in it", () => {
  assert.equal(javascript("é\u202e\u200b\x85</script>"), '"é\\u202e\\u200b\\u0085\\u003c/script>"');
});
