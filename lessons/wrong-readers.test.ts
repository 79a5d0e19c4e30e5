/** Wrong readers do what their code says, and are wrong. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { chunkForMessage, chunkForText } from "./wrong-readers.ts";

const chunks = ["data: é", "x\n\nda", "ta: b\n\n"].flatMap((text) => {
  const bytes = new TextEncoder().encode(text);
  return [bytes.subarray(0, 7), bytes.subarray(7)];
});

for (const reader of [chunkForMessage, chunkForText]) {
  test(`\`${reader.code}\` is what it does`, () => {
    for (const chunk of chunks) {
      assert.equal(runInNewContext(reader.code, { chunk, TextDecoder }), reader.decode(chunk));
    }
    const made = reader.messages(chunks.map(reader.decode));
    assert.notDeepEqual(made, ["éx", "b"]);
  });
}

test("a reader that decodes each chunk by itself loses what is cut, and nothing else", () => {
  const made = chunkForText.messages(chunks.map(chunkForText.decode));
  assert.deepEqual(made, ["\uFFFD\uFFFDx", "b"]);
});
