/** The proxy's count is the parser's, whatever comes and however it is cut. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createParser } from "../../protocol/event-stream/parser.ts";
import { eventCounter } from "./counter.ts";

const piece = fc.constantFrom(
  ..."data|data:|data: x|dat|datas: x|: c|id: 1|event: data|\ufeff|x|\n|\n|\n\n|\r|\r\n|\r\n\r\n|é".split(
    "|",
  ),
);

test("as many events as a parser by the standard dispatches", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.array(fc.nat(60)), (pieces, cuts) => {
      const bytes = new TextEncoder().encode(pieces.join(""));
      let dispatched = 0;
      const parser = createParser({ dispatch: () => dispatched++ });
      parser.push(bytes);
      const counter = eventCounter();
      const ends = [
        0,
        ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b),
        bytes.length,
      ];
      ends.forEach((end, index) => {
        counter.push(bytes.subarray(ends[index - 1] ?? 0, end));
      });
      assert.equal(counter.count, dispatched, JSON.stringify(pieces.join("")));
    }),
    { numRuns: 5000 },
  );
});
