/** Texts for tests of what is quoted: whatever could end, begin or mean something in code, markup or a terminal. */
import fc from "fast-check";

const PIECES = [
  ..."\0\t\n\r\v\f\b\x03\x1b\x7f\x85\u200b\u2028\u2029\u202e\u2066\ufeff\ufffd",
  ..."'\"`\\|$!#&;<>(){}[]*_~@:^-=+/%?., ",
  ..."aé中😀1",
  "\r\n",
  "\n\n",
  "\\|",
  `$\{process.exit(9)}`,
  "$(exit 9)",
  "*/process.exit(9)/*",
  "\u2028process.exit(9)//",
  "\x1b[201~",
  "__proto__",
  '"__proto__":',
  "<!--",
  "-->",
  "<script>",
  "</script >",
  "</title>",
  "<img src=x onerror=alert(1)>",
  "<https://a.example>",
  "&lt;",
  "&#64;",
  "![i](x)",
  "[a](javascript:alert(1))",
  "https://a.example/b",
  "http://a.example",
  "www.a.example",
  "me@a.example",
  "mailto:me@a.example",
  "@all",
  "#1",
  "GH-1",
  ":tada:",
  "| --- |",
  "```",
  "~~~",
  "    ",
  "# ",
  "- ",
  "1. ",
  "[^1]: ",
];

/** Any character but a surrogate; fast-check's own `binary` would first make a table of them all: 1 s, 113 MB. */
export const anyCharacter = fc
  .oneof(fc.nat({ max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

/** Each text is well-formed Unicode. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: anyCharacter, maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

/** So many that they are all tried in one run of another program; each piece is among them by itself. */
export const hostileTexts = fc
  .array(hostileText, { minLength: 400, maxLength: 400 })
  .map((texts) => [...PIECES, ...texts]);

/** Tests one batch: its program is costly to start, and a failure names the text. */
export const oneBatch = { numRuns: 1, endOnFailure: true } as const;
