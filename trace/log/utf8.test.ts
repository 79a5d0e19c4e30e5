import assert from "node:assert/strict";
import { test } from "node:test";
import { begunAtEnd } from "./utf8.ts";

const cases: [name: string, bytes: number[], count: number][] = [
  ["nothing", [], 0],
  ["ASCII is whole", [0x61], 0],
  ["one byte of two", [0x61, 0xc3], 1],
  ["é is whole", [0xc3, 0xa9], 0],
  ["one byte of three", [0xe4], 1],
  ["two bytes of three", [0x61, 0xe4, 0xb8], 2],
  ["中 is whole", [0xe4, 0xb8, 0xad], 0],
  ["three bytes of four", [0xf0, 0x9f, 0x98], 3],
  ["😀 is whole", [0xf0, 0x9f, 0x98, 0x80], 0],
  ["bytes that go on and began nowhere", [0x80, 0x80, 0x80, 0x80], 0],
  ["a byte that UTF-8 never uses", [0xff], 0],
  ["a second byte that can not follow", [0xe0, 0x80], 0],
];

for (const [name, bytes, count] of cases) {
  test(`a character at the end: ${name}`, () => {
    assert.equal(begunAtEnd(Uint8Array.from(bytes)), count);
  });
}
