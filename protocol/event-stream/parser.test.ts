import assert from "node:assert/strict";
import { test } from "node:test";
import { BufferLimitError, createParser, type ParserHandlers } from "./parser.ts";
import { byteByByte, cutAt, play } from "./testing/played.ts";
import type { Outcome } from "./vectors/vector.ts";
import { vectors } from "./vectors.ts";

const utf8 = new TextEncoder();

for (const { rule, wire, events, lastEventId, reconnectionTime } of vectors) {
  test(rule, () => {
    const expected: Outcome = { events, lastEventId, reconnectionTime };
    for (let cut = 0; cut <= wire.length; cut++) {
      const chunks = cutAt(wire, [cut]);
      assert.deepEqual(play(chunks), expected, `cut after byte ${cut}`);
      assert.deepEqual(play(chunks, []), expected, `cut after byte ${cut}, lines told`);
    }
    const bytes = byteByByte(wire);
    assert.deepEqual(play(bytes), expected, "byte by byte");
    assert.deepEqual(play(bytes, []), expected, "byte by byte, lines told");
  });
}

test("each rule stands once", () => {
  assert.equal(new Set(vectors.map(({ rule }) => rule)).size, vectors.length);
});

/** A parser, and the data of the events that it dispatched so far. */
function listening(maxBuffered?: number, more: ParserHandlers = {}) {
  const heard: string[] = [];
  const on: ParserHandlers = { dispatch: ({ data }) => heard.push(data), ...more };
  const parser = createParser(on, maxBuffered === undefined ? {} : { maxBuffered });
  return { heard, parser, push: (text: string) => parser.push(utf8.encode(text)) };
}

test("a CR at the end of a chunk ends its line at once", () => {
  const { heard, push } = listening();
  push("data: a\r\r");
  assert.deepEqual(heard, ["a"]);
  push("\ndata: b\n\r");
  assert.deepEqual(heard, ["a", "b"]);
});

test("a chunk may be overwritten once it is pushed", () => {
  const { heard, parser } = listening();
  const chunk = new Uint8Array(1);
  for (const byte of utf8.encode("data: é\n\n")) {
    chunk[0] = byte;
    parser.push(chunk);
  }
  assert.deepEqual(heard, ["é"]);
});

const handedOn: [rule: string, wire: string, lastEventId: string, seen: string[]][] = [
  ["stays where no id comes", "data: a\n\n", "7", ["7"]],
  ["is replaced by an id", "data: a\n\nid: 8\ndata: b\n\n", "8", ["7", "8"]],
  ["is reset by an empty id", "id\ndata: a\n\n", "", [""]],
  ["stays where the block of an id is not ended", "id: 8\ndata: a\n", "7", []],
];

for (const [rule, wire, lastEventId, seen] of handedOn) {
  test(`a last event ID handed on ${rule}`, () => {
    const played = play([utf8.encode(wire)], undefined, { lastEventId: "7" });
    assert.equal(played.lastEventId, lastEventId);
    const ids = played.events.map(([, , id]) => id);
    assert.deepEqual(ids, seen);
  });
}

for (const size of [1, 40, 5000]) {
  test(`a long line in chunks of ${size} bytes is put together`, () => {
    const data = Array.from({ length: 4000 }, (_, number) => number).join(" "); // 18,889 bytes
    const { heard, push } = listening();
    for (const end of ["\n\n", "\r\n\r\n"]) {
      const block = `data: ${data}${end}`;
      for (let at = 0; at < block.length; at += size) push(block.slice(at, at + size));
    }
    assert.deepEqual(heard, [data, data]);
  });
}

test("a last event ID is there as soon as its blank line has come", () => {
  const { parser, push } = listening();
  push("id: 7\n");
  assert.equal(parser.lastEventId, "");
  push("\n");
  assert.equal(parser.lastEventId, "7");
});

/** Each has more than a limit of 16 allows. */
const tooMuch: [rule: string, wire: string][] = [
  ["a line", "data: 0123456789a"],
  ["a comment", ":0123456789abcdef"],
  ["the data of a block", "data: 01234567\ndata: 01234567\n"],
  ["a type", "event: 0123456789abcdefg\n"],
  ["an id", "id: 0123456789abcdefg\n"],
  ["data, type, id and a line together", "data: 01234\nevent: 01234\nid: 01234\nda"],
];

for (const [rule, wire] of tooMuch) {
  test(`${rule} above the limit is an error`, () => {
    const { heard, push } = listening(16);
    push("data: a\n\n");
    assert.throws(() => push(wire), { name: "BufferLimitError", maxBuffered: 16 });
    assert.throws(() => push("\n\ndata: b\n\n"), BufferLimitError, "and stays one");
    assert.deepEqual(heard, ["a"]);
  });
}

const enough: [rule: string, chunks: string[], heard: string[]][] = [
  ["a line of just so much", ["data: 0123456789", "\n\n"], ["0123456789"]],
  ["more, when it is over within the chunk", [`data: ${"a".repeat(99)}\n\n`], ["a".repeat(99)]],
  [
    "any number of blocks",
    Array.from({ length: 9 }, () => "data: abcd\n\n"),
    Array(9).fill("abcd"),
  ],
  ["any number of comments", Array.from({ length: 9 }, () => ": still here\n"), []],
];

for (const [rule, chunks, expected] of enough) {
  test(`within the limit: ${rule}`, () => {
    const { heard, push } = listening(16);
    for (const chunk of chunks) push(chunk);
    assert.deepEqual(heard, expected);
  });
}

test("the error says where and what to do", () => {
  const { push } = listening(16);
  push(": 45\n");
  assert.throws(
    () => push("data: 0123456789a"),
    /^BufferLimitError: byte 22 .* 16 .*`maxBuffered`/,
  );
});

test("what a handler throws is thrown again: the parser has lost its place", () => {
  const mine = new Error("mine");
  const { push } = listening(undefined, {
    dispatch() {
      throw mine;
    },
  });
  assert.throws(() => push("data: a\n\n"), mine);
  assert.throws(() => push(": b\n"), mine);
});

test("after the end nothing is taken", () => {
  const { heard, parser, push } = listening();
  push("data: a\n");
  parser.end();
  assert.throws(() => push("\n"), /push after end: .* make another one/);
  parser.end(); // a second end is none
  assert.deepEqual(heard, []);
});

test("a long chunk goes on with a line that began before it", () => {
  const long = "x".repeat(10_000);
  const body = utf8.encode(`data: a\r\ndata: ${long}\r\n\r\ndata: b\n\n`);
  for (const cut of [3, 7, 8, 9, 12]) {
    const { events } = play(cutAt(body, [cut]));
    assert.deepEqual(
      events,
      [
        ["message", `a\n${long}`, ""],
        ["message", "b", ""],
      ],
      `cut at ${cut}`,
    );
  }
});
