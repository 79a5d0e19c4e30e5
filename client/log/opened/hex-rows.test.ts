import assert from "node:assert/strict";
import { test } from "node:test";
import { hexRows } from "./hex-rows.ts";

const encode = (text: string) => new TextEncoder().encode(text);

test("sixteen bytes a row, with their offset in the body, and a dot for what is no ASCII", () => {
  assert.deepEqual(hexRows(encode("data: é has two bytes\n\n"), 57, 1024), [
    {
      offset: "00000039",
      bytes: "64 61 74 61 3a 20 c3 a9 20 68 61 73 20 74 77 6f".split(" "),
      text: "data: .. has two",
    },
    { offset: "00000049", bytes: "20 62 79 74 65 73 0a 0a".split(" "), text: " bytes.." },
  ]);
});

test("the rest is left for later", () => {
  const rows = hexRows(new Uint8Array(100), 0, 32);
  assert.deepEqual(
    rows.map(({ offset, bytes }) => [offset, bytes.length]),
    [
      ["00000000", 16],
      ["00000010", 16],
    ],
  );
});
