/** Shows what becomes of UTF-8, NUL, and the byte order mark. */
import { message, type Vector, vector } from "./vector.ts";

const a = message("a");
const b = message("b");

const BOM = "\uFEFF";
const NUL = "\0";
const INVALID = "\uFFFD";

export const characters: readonly Vector[] = [
  vector("text is UTF-8", "data: é中😀\n\n", [message("é中😀")]),
  vector("what a character's bytes hold ends no line", "data: \u010a\u0a0d\u{10d0a}\n\n", [
    message("\u010a\u0a0d\u{10d0a}"),
  ]),
  vector("an invalid byte is U+FFFD", ["data: ", 0xff, "a\n\n"], [message(`${INVALID}a`)]),
  vector(
    "each invalid byte is one U+FFFD",
    ["data: ", 0x80, 0xbf, 0xc0, "a\n\n"],
    [message(`${INVALID}${INVALID}${INVALID}a`)],
  ),
  vector(
    "a cut character is one U+FFFD",
    ["data: ", 0xe2, 0x82, "a\n\n"],
    [message(`${INVALID}a`)],
  ),
  vector(
    "a cut character swallows no line end",
    ["data: ", 0xe2, "\ndata: ", 0xf0, 0x9f, "\n\n"],
    [message(`${INVALID}\n${INVALID}`)],
  ),
  vector(
    "an encoded surrogate is invalid",
    ["data: ", 0xed, 0xa0, 0x80, "\n\n"],
    [message(`${INVALID}${INVALID}${INVALID}`)],
  ),
  vector(
    "an overlong form is invalid",
    ["data: ", 0xc1, 0xa4, "\n\n"],
    [message(`${INVALID}${INVALID}`)],
  ),
  vector("an invalid byte in the name makes another name", ["da", 0xff, "ta: a\ndata: b\n\n"], [b]),
  vector(
    "an invalid byte in an id is U+FFFD",
    ["id: ", 0xff, "\ndata: a\n\n"],
    [["message", "a", INVALID]],
  ),
  vector("NUL in data is kept", `data: a${NUL}b\n\n`, [message(`a${NUL}b`)], {
    departs: { firefox: { events: [message("ab")] } },
  }),
  vector("NUL in a type is kept", `event: a${NUL}b\ndata: a\n\n`, [[`a${NUL}b`, "a", ""]], {
    departs: { firefox: { events: [["ab", "a", ""]] } },
  }),

  vector("one BOM at the start is skipped", `${BOM}data: a\n\n`, [a]),
  vector("a second BOM makes another name", `${BOM}${BOM}data: a\n\ndata: b\n\n`, [b]),
  vector("a BOM later on makes another name", `data: a\n\n${BOM}data: b\n\n`, [a]),
  vector("a BOM after a blank line is none at the start", `\n${BOM}data: a\n\ndata: b\n\n`, [b]),
  vector("a BOM in a value is kept", `data: ${BOM}a\n\n`, [message(`${BOM}a`)]),
  vector("a BOM alone dispatches nothing", BOM, []),
  vector("part of a BOM is no BOM", [0xef, 0xbb, "data: a\n\ndata: b\n\n"], [b]),
  vector("a BOM before LF leaves a blank line", `${BOM}\ndata: a\n\ndata: b\n\n`, [a, b], {
    departs: { chromium: { events: [b] } },
  }),
  vector("a BOM before CR leaves a blank line", `${BOM}\rdata: a\r\rdata: b\r\r`, [a, b], {
    departs: { chromium: { events: [b] } },
  }),
  vector("a BOM before CRLF leaves a blank line", `${BOM}\r\ndata: a\r\n\r\ndata: b\r\n\r\n`, [
    a,
    b,
  ]),
];
