import assert from "node:assert/strict";
import { test } from "node:test";
import { glyphs } from "./glyphs.ts";

const cases: [name: string, bytes: string | number[], shown: string][] = [
  ["plain text stays as it is", "data: é中😀", "data: é中😀"],
  ["line ends have names", "a\r\nb\n", "a[CR][LF]b[LF]"],
  ["blanks that end a line are seen, others are not", "a b  \n", "a b[·][·][LF]"],
  ["NUL, TAB and BOM have names", "\ufeffa\0b\tc", "[BOM]a[NUL]b[TAB]c"],
  ["other control characters are hex", [0x1b, 0x61], "[1b]a"],
  ["bytes that are no UTF-8 are hex", [0xff, 0x61, 0xe2, 0x82, 0x61], "[ff]a[e2][82]a"],
  ["a character cut in two is hex", [0x61, 0xf0, 0x9f], "a[f0][9f]"],
  ["its rest too", [0x98, 0x80, 0x61], "[98][80]a"],
  ["a replacement character that was sent is one", "\ufffd", "\ufffd"],
];

for (const [name, bytes, shown] of cases) {
  test(`glyphs: ${name}`, () => {
    const wire =
      typeof bytes === "string" ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
    const said = glyphs(wire).map(({ text, isSign }) => (isSign ? `[${text}]` : text));
    assert.equal(said.join(""), shown);
  });
}
