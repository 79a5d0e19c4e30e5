import assert from "node:assert/strict";
import { test } from "node:test";
import { typedAhead } from "./typed-ahead.ts";

const names = ["five-ticks", "ticker", "ten-messages", "tokens"];
const cases: [says: string, at: string, typed: string, to: string | undefined][] = [
  ["the first that begins so", "five-ticks", "t", "ticker"],
  ["the same letter again: the next one", "ticker", "t", "ten-messages"],
  ["round and round", "tokens", "f", "five-ticks"],
  ["a second letter may stay", "ticker", "ti", "ticker"],
  ["a second letter may go on", "ticker", "to", "tokens"],
  ["none", "ticker", "x", undefined],
];
for (const [says, at, typed, to] of cases) {
  test(says, () => assert.equal(typedAhead(names, at, typed), to));
}
