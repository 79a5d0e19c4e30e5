import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Glyph, glyphsOf } from "./glyphs.ts";
import { endsInside, sequenceAt } from "./utf8.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(" ", ""), "hex"));

/** Writes them as `a`, `[line-feed]`, `[invalid FF]`. */
function read(glyphs: readonly Glyph[]): string {
  return glyphs
    .map((glyph) => {
      if (glyph.kind === "text") return glyph.text;
      const isByte = ["invalid", "begun", "rest"].includes(glyph.kind);
      return `[${glyph.kind}${isByte ? ` ${Buffer.from(glyph.bytes).toString("hex").toUpperCase()}` : ""}]`;
    })
    .join("");
}

const cases: [name: string, bytes: Uint8Array, reads: string, before?: Uint8Array][] = [
  ["text is text", encode("data: é 中 😀"), "data: é 中 😀"],
  [
    "line ends have names",
    encode("a\r\nb\rc\n"),
    "a[carriage-return][line-feed]b[carriage-return]c[line-feed]",
  ],
  [
    "spaces before a line end show",
    encode("a b  \n \r"),
    "a b[trailing-space][trailing-space][line-feed][trailing-space][carriage-return]",
  ],
  ["a space before no line end is one like any other", encode("a "), "a "],
  ["tab, NUL and byte order mark", encode("\u{feff}a\t\0"), "[byte-order-mark]a[tab][nul]"],
  [
    "what changes the direction of its neighbours shows",
    encode("a\u{202e}b\u{a0}"),
    "a[hidden]b[hidden]",
  ],
  [
    "what the decoder reads as one U+FFFD is one glyph",
    hex("66 FF E2 82 78"),
    "f[invalid FF][invalid E282]x",
  ],
  [
    "no overlong form, no surrogate",
    hex("C0 80 ED A0 80"),
    "[invalid C0][invalid 80][invalid ED][invalid A0][invalid 80]",
  ],
  ["a character that the edge cuts begins here", hex("61 E4 B8"), "a[begun E4B8]"],
  ["and goes on behind it", hex("AD 61"), "[rest AD]a", hex("61 E4 B8")],
  ["in however many pieces", hex("B8"), "[rest B8]", hex("61 E4")],
  ["what cannot go on is invalid", hex("B8 61"), "[invalid B8]a", hex("61 61 E4")],
  ["a character before that is whole asks for nothing", hex("80 61"), "[invalid 80]a", encode("é")],
  ["nothing", hex(""), ""],
];
for (const [name, bytes, reads, before] of cases) {
  test(name, () => {
    const glyphs = glyphsOf(bytes, before);
    assert.equal(read(glyphs), reads);
    const all = glyphs.flatMap((glyph) => [...glyph.bytes]);
    assert.deepEqual(all, [...bytes]);
  });
}

test("invalid and cut sequences are those of the platform's decoder", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      let read = "";
      let at = 0;
      for (let next = 0; at < bytes.length; at = next) {
        const { is, length } = sequenceAt(bytes, at);
        next = at + length;
        read +=
          is === "character"
            ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at, next))
            : "\u{fffd}";
      }
      assert.equal(read, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    }),
  );
});

test("however a text is cut, the glyphs of its pieces hold its bytes, and edges inside characters are known", () => {
  const text = encode("é中😀a");
  for (let cut = 0; cut <= text.length; cut++) {
    const [before, after] = [text.subarray(0, cut), text.subarray(cut)];
    const inside = ((text[cut] ?? 0) & 0xc0) === 0x80;
    assert.equal(endsInside(new Uint8Array(0), before), inside, `cut at ${cut}`);
    assert.equal(glyphsOf(before).at(-1)?.kind === "begun", inside, `cut at ${cut}`);
    assert.equal(glyphsOf(after, before)[0]?.kind === "rest", inside, `cut at ${cut}`);
  }
});
