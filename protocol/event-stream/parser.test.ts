import assert from "node:assert/strict";
import { test } from "node:test";
import { createParser } from "./parser.ts";
import { type Outcome, type Vector, vectors } from "./vectors.ts";

/** What the parser gives for a body that comes in these chunks. */
function play(...chunks: Uint8Array[]): Outcome {
  const events: [string, string, string][] = [];
  let reconnectionTime: number | null = null;
  const parser = createParser({
    dispatch: ({ type, data, lastEventId }) => events.push([type, data, lastEventId]),
    reconnectionTime: (ms) => {
      reconnectionTime = ms;
    },
  });
  for (const chunk of chunks) parser.push(chunk);
  parser.end();
  return { events, lastEventId: parser.lastEventId, reconnectionTime };
}

function outcome({ events, lastEventId, reconnectionTime }: Vector): Outcome {
  return { events, lastEventId, reconnectionTime };
}

for (const vector of vectors) {
  test(vector.rule, () => {
    const { wire } = vector;
    for (let cut = 0; cut <= wire.length; cut++) {
      const found = play(wire.subarray(0, cut), wire.subarray(cut));
      assert.deepEqual(found, outcome(vector), `cut after byte ${cut}`);
    }
    const bytes = Array.from(wire, (byte) => Uint8Array.of(byte));
    assert.deepEqual(play(...bytes), outcome(vector), "byte by byte");
  });
}

test("each rule stands once", () => {
  assert.equal(new Set(vectors.map(({ rule }) => rule)).size, vectors.length);
});
