import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scriptFromStream } from "./from-stream.ts";
import { wireOf } from "./testing/played.ts";

const streams: [name: string, stream: string, script: string][] = [
  ["a stream is its own script", "id: 1\ndata: x\n\n: bye\n\n", "id: 1\ndata: x\n\n: bye\n\n"],
  ["@ at the start of a line", "@home\ndata: @\n @\n\n", "@@home\ndata: @\n @\n\n"],
  ["@@ is two", "@@x\n\n", "@@@x\n\n"],
  ["braces", "data: {{n}} {{{x}}}\n\n", "data: {{{{n}} {{{{{x}}}\n\n"],
  ["four braces", "data: {{{{\n\n", "data: {{{{{{{{\n\n"],
  ["no line end at the end", "data: x\n\ndata", "data: x\n\ndata"],
  // only a script that opens no block before them shows these: a blank line there is layout
  ["a blank line before all", "\ndata: x\n\n", "@bytes 0A\ndata: x\n\n"],
  ["two blank lines", "data: x\n\n\ndata: y\n\n", "data: x\n\n@bytes 0A\ndata: y\n\n"],
  ["CRLF", "data: x\r\n\r\n\r\n", "@eol crlf\ndata: x\n\n@bytes 0D 0A\n"],
  ["line ends mixed", "a\rb\r\n\nc\n\n", "@eol cr\na\n@eol crlf\nb\n@eol lf\n\nc\n\n"],
  ["a byte order mark", "\uFEFFdata: x\n\n", "\uFEFFdata: x\n\n"],
  ["nothing", "", ""],
];
for (const [name, stream, script] of streams) {
  test(name, () => {
    assert.equal(scriptFromStream(stream), script);
    assert.equal(wireOf(script), stream);
  });
}

test("whatever was printed is played", () => {
  const piece = fc.constantFrom("\n", "\r", "\r\n", "@", "@end", "{", "{{", "}}", ":", "data", "é");
  const stream = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme" })));
  fc.assert(
    fc.property(stream, (pieces) => {
      const text = pieces.join("");
      assert.equal(wireOf(scriptFromStream(text)), text);
    }),
  );
});
