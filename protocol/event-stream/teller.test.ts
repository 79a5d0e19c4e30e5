import assert from "node:assert/strict";
import { test } from "node:test";
import { cutAt, play, type ToldLine } from "./testing/played.ts";
import { vectors } from "./vectors.ts";
import type { Buffers, WireLine } from "./wire-line.ts";

const utf8 = new TextEncoder();

function tell(chunks: Iterable<Uint8Array>): ToldLine[] {
  const told: ToldLine[] = [];
  play(chunks, told);
  return told;
}

const lf = (start: number, end: number) => ({ start, end, terminator: "lf" }) as const;
const cr = (start: number, end: number) => ({ start, end, terminator: "cr" }) as const;
const crlf = (start: number, end: number) => ({ start, end, terminator: "crlf" }) as const;

const lines: [rule: string, chunks: string[], ...lines: WireLine[]][] = [
  [
    "fields say their value",
    ["data: a\nevent:b\nid:  c\n"],
    { kind: "data", ...lf(0, 8), value: "a" },
    { kind: "event", ...lf(8, 16), value: "b" },
    { kind: "id", ...lf(16, 23), value: " c" },
    { kind: "unfinished", start: 23, end: 23, text: "" },
  ],
  [
    "a field without a colon has no value",
    ["data\n\n"],
    { kind: "data", ...lf(0, 5), value: "" },
    { kind: "dispatch", ...lf(5, 6), event: { type: "message", data: "", lastEventId: "" } },
  ],
  [
    "a blank line says what it dispatched",
    ["id: 1\nevent: x\ndata: a\ndata: b\n\n"],
    { kind: "id", ...lf(0, 6), value: "1" },
    { kind: "event", ...lf(6, 15), value: "x" },
    { kind: "data", ...lf(15, 23), value: "a" },
    { kind: "data", ...lf(23, 31), value: "b" },
    { kind: "dispatch", ...lf(31, 32), event: { type: "x", data: "a\nb", lastEventId: "1" } },
  ],
  [
    "a blank line after a block without data dispatches nothing",
    ["event: x\n\n\n"],
    { kind: "event", ...lf(0, 9), value: "x" },
    { kind: "block-end", ...lf(9, 10) },
    { kind: "block-end", ...lf(10, 11) },
  ],
  ["an id with NUL is ignored", ["id: \0\n"], { kind: "id-ignored", ...lf(0, 6), value: "\0" }],
  [
    "a retry says its ms, or that it was ignored",
    ["retry: 50\nretry: 1e3\nretry\n"],
    { kind: "retry", ...lf(0, 10), value: "50", ms: 50 },
    { kind: "retry", ...lf(10, 21), value: "1e3", ms: null },
    { kind: "retry", ...lf(21, 27), value: "", ms: null },
  ],
  [
    "a comment is what stands behind its colon",
    [": a\n:\n"],
    { kind: "comment", ...lf(0, 4), text: " a" },
    { kind: "comment", ...lf(4, 6), text: "" },
  ],
  [
    "an unknown field says its name",
    ["Data: a:b\n data:c\nhello\n"],
    { kind: "unknown-field", ...lf(0, 10), name: "Data", value: "a:b" },
    { kind: "unknown-field", ...lf(10, 18), name: " data", value: "c" },
    { kind: "unknown-field", ...lf(18, 24), name: "hello", value: "" },
  ],
  [
    "each line says how it ended",
    [":\r:\r\n:\n:\r\r\n"],
    { kind: "comment", ...cr(0, 2), text: "" },
    { kind: "comment", ...crlf(2, 5), text: "" },
    { kind: "comment", ...lf(5, 7), text: "" },
    { kind: "comment", ...cr(7, 9), text: "" },
    { kind: "block-end", ...crlf(9, 11) },
  ],
  [
    "a CR at the end of a chunk is told at once, its LF by itself",
    [":\r", "\n:\r\n"],
    { kind: "comment", ...cr(0, 2), text: "" },
    { kind: "line-feed", start: 2, end: 3 },
    { kind: "comment", ...crlf(3, 6), text: "" },
  ],
  [
    "an empty chunk does not part a CR from its LF",
    [":\r", "", "\n"],
    { kind: "comment", ...cr(0, 2), text: "" },
    { kind: "line-feed", start: 2, end: 3 },
  ],
  [
    "offsets are of bytes",
    [":é中😀\n:\n", ":é\r\n:\r"],
    { kind: "comment", ...lf(0, 11), text: "é中😀" },
    { kind: "comment", ...lf(11, 13), text: "" },
    { kind: "comment", ...crlf(13, 18), text: "é" },
    { kind: "comment", ...cr(18, 20), text: "" },
  ],
  [
    "a BOM at the start counts, and is told",
    ["\uFEFF:\n\uFEFF:\n"],
    { kind: "byte-order-mark", start: 0, end: 3 },
    { kind: "comment", ...lf(3, 5), text: "" },
    { kind: "unknown-field", ...lf(5, 10), name: "\uFEFF", value: "" },
  ],
  ["a BOM alone is told", ["\uFEFF"], { kind: "byte-order-mark", start: 0, end: 3 }],
  [
    "a line over many chunks is told once",
    ["da", "ta", ": ", "a\n"],
    { kind: "data", ...lf(0, 8), value: "a" },
    { kind: "unfinished", start: 8, end: 8, text: "" },
  ],
  [
    "the end says which line was not ended",
    ["data: a\nid: é"],
    { kind: "data", ...lf(0, 8), value: "a" },
    { kind: "unfinished", start: 8, end: 14, text: "id: é" },
  ],
  [
    "the end says that a block was not ended",
    ["id: 7\n"],
    { kind: "id", ...lf(0, 6), value: "7" },
    { kind: "unfinished", start: 6, end: 6, text: "" },
  ],
  ["the end says nothing after a comment", [":\n"], { kind: "comment", ...lf(0, 2), text: "" }],
  ["a body of nothing has no line", [""]],
];

for (const [rule, chunks, ...expected] of lines) {
  test(rule, () => {
    const told = tell(chunks.map((chunk) => utf8.encode(chunk)));
    const found = told.map(({ line }) => line);
    assert.deepEqual(found, expected);
  });
}

test("bytes that are no UTF-8 count as they came", () => {
  const invalid = Uint8Array.of(0x3a, 0xe2, 0x82, 0x0a, 0x3a, 0xff, 0x0d, 0x0a, 0x3a, 0x0a);
  assert.deepEqual(
    tell([invalid]).map(({ line }) => line),
    [
      { kind: "comment", ...lf(0, 4), text: "\uFFFD" },
      { kind: "comment", ...crlf(4, 8), text: "\uFFFD" },
      { kind: "comment", ...lf(8, 10), text: "" },
    ],
  );
});

test("the buffers are as each line left them", () => {
  const wire = "id: 1\nevent: x\ndata: a\ndata\n\nevent: y\ndata:\nid: 2\n";
  const none = { dataBuffer: null, eventTypeBuffer: "", lastEventIdBuffer: "1" };
  const expected: Buffers[] = [
    none,
    { ...none, eventTypeBuffer: "x" },
    { ...none, eventTypeBuffer: "x", dataBuffer: "a" },
    { ...none, eventTypeBuffer: "x", dataBuffer: "a\n" },
    none,
    { ...none, eventTypeBuffer: "y" },
    { ...none, eventTypeBuffer: "y", dataBuffer: "" },
    { dataBuffer: "", eventTypeBuffer: "y", lastEventIdBuffer: "2" },
    // told by the end, which discards them only then
    { dataBuffer: "", eventTypeBuffer: "y", lastEventIdBuffer: "2" },
  ];
  const told = tell([utf8.encode(wire)]).map(({ buffers }) => buffers);
  assert.deepEqual(told, expected);
});

/** An LF that was told by itself belongs to the line before it. */
function whole(told: readonly ToldLine[]): WireLine[] {
  const lines: WireLine[] = [];
  for (const { line } of told) {
    const before = lines.at(-1);
    if (line.kind === "line-feed" && before !== undefined && "terminator" in before) {
      lines.splice(-1, 1, { ...before, end: line.end, terminator: "crlf" });
    } else {
      lines.push(line);
    }
  }
  return lines;
}

for (const { rule, wire } of vectors) {
  test(`told the same under every cut: ${rule}`, () => {
    const uncut = whole(tell([wire]));
    const starts = uncut.map(({ start }) => start);
    assert.deepEqual(
      starts,
      [0, ...uncut.map(({ end }) => end)].slice(0, -1),
      "each starts where the one before ended",
    );
    if (wire.length > 0) assert.equal(uncut.at(-1)?.end, wire.length);
    for (const cut of wire.keys()) {
      assert.deepEqual(whole(tell(cutAt(wire, [cut]))), uncut, `cut after byte ${cut}`);
    }
  });
}
