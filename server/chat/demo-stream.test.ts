import assert from "node:assert/strict";
import { test } from "node:test";
import { readCompletion } from "./completion.ts";
import { demoAnswer, tokensOf } from "./demo-answers.ts";
import { startDemoModel } from "./demo-model.ts";
import { demoBlocks, demoPieces } from "./demo-stream.ts";
import { splitChunks } from "./split-chunks.ts";

const asked = (role: string) =>
  demoAnswer([
    { role: "system", content: role },
    { role: "user", content: "What is a chunk? 中" },
  ]);

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

for (const role of ["", "Answer in Chinese.", "a short poem"]) {
  test(`tokens make up the whole answer: ${role || "no role"}`, async (t) => {
    const answer = asked(role);
    assert.equal(tokensOf(answer).join(""), answer);
    const model = await startDemoModel();
    t.after(() => model.close());
    const pieces = demoPieces(demoBlocks("demo", 7, answer));
    const said = await Array.fromAsync(readCompletion(each(pieces), model));
    const texts = said.flatMap((one) => (one.kind === "text" ? [one.text] : []));
    assert.equal(texts.join(""), answer);
    const wrong = await Array.fromAsync(splitChunks(each(pieces)));
    assert.ok(wrong.length < said.length, "the pieces end inside lines");
  });
}

test("some pieces end inside a character", () => {
  const ends = demoPieces(demoBlocks("demo", 7, asked("Answer in Chinese."))).filter(
    (piece) => (piece.at(-1) ?? 0) >= 0xc0,
  );
  assert.ok(ends.length > 0);
});
