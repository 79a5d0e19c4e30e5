import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeEvent } from "../../protocol/event-stream/encoder.ts";
import { difference } from "../run/difference.ts";
import { eachChunkOneMessage, recut, splitInsideChunks } from "./wrong-ways.ts";

const start = encodeEvent({ id: "a:0", type: "start", data: '{"answer":"a","model":"m"}' });
const usage = encodeEvent({ id: "a:8", type: "usage", data: '{"promptTokens":1}' });
const done = encodeEvent({ id: "a:9", data: "[DONE]" });
const token = (text: string, n: number) =>
  encodeEvent({ id: `a:${n}`, type: "token", data: JSON.stringify({ text }) });
const [one, two, three] = [token("Hel", 1), token("lo ", 2), token("中", 3)];

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const whole = [start, one, two, three, usage, done];
const cutAt = (bytes: Uint8Array, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

const rows: [name: string, chunks: Uint8Array[], asMessages: string[], split: string[]][] = [
  [
    "each event in a chunk of its own: right by luck",
    whole,
    ["Hel", "lo ", "中"],
    ["Hel", "lo ", "中"],
  ],
  [
    "two events in one chunk are glued",
    [start, join(one, two), three, usage, done],
    ['{"text":"Hel"}\n\nid: a:2\nevent: token\ndata: {"text":"lo "}', "中"],
    ["Hel", "lo ", "中"],
  ],
  ["the first token with the start is lost", [join(start, one), two], ["lo "], ["Hel", "lo "]],
  [
    "an event that a chunk cuts is torn",
    [one, ...cutAt(two, 40), three],
    ["Hel", '{"text":"lo "', "中"],
    ["Hel", '{"text":"lo "', "中"],
  ],
  [
    "a character that a chunk cuts is torn",
    cutAt(three, three.length - 6),
    ['{"text":"�'],
    ['{"text":"�'],
  ],
  ["a delta without content", [encodeEvent({ data: "{}" })], ["undefined"], ["undefined"]],
];
for (const [name, chunks, asMessages, split] of rows) {
  test(name, () => {
    assert.deepEqual(eachChunkOneMessage(chunks), asMessages);
    assert.deepEqual(splitInsideChunks(chunks), split);
  });
}

test("the same bytes, cut otherwise", () => {
  const bytes = join(...whole);
  for (const size of [1, 7, 64, bytes.length]) {
    const pieces = recut(whole, size);
    assert.deepEqual(join(...pieces), bytes);
    assert.equal(pieces.length, Math.ceil(bytes.length / size));
  }
  const right = ["Hel", "lo ", "中"];
  const kept = (shown: string[]) =>
    difference(right, shown).filter(({ kind }) => kind === "same").length;
  assert.equal(kept(splitInsideChunks(recut(whole, bytes.length))), 3, "all in one chunk");
  assert.equal(kept(eachChunkOneMessage(recut(whole, bytes.length))), 0);
  assert.equal(kept(splitInsideChunks(recut(whole, 7))), 0, "chunks that are smaller than events");
});
