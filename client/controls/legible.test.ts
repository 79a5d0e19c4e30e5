import assert from "node:assert/strict";
import { test } from "node:test";
import { legible } from "./legible.ts";

const cases: [name: string, text: string, shown: string][] = [
  ["plain text stays, also far from ASCII", "tick 问候 👩‍🚀 é שלום", "tick 问候 👩‍🚀 é שלום"],
  ["tabs and line ends stay: they have their own look", "a\tb\r\nc", "a\tb\r\nc"],
  ["a terminal's colours are text", "\x1b[31mred", "␛[31mred"],
  ["NUL and DEL have pictures", "a\0b\x7f", "a␀b␡"],
  ["nothing turns the words around it", "gpj.\u202Eexe\u2066", "gpj.⟨U+202E⟩exe⟨U+2066⟩"],
  ["C1 controls and line separators have their numbers", "\x85\u2028", "⟨U+0085⟩⟨U+2028⟩"],
];
for (const [name, text, shown] of cases) {
  test(name, () => assert.equal(legible(text), shown));
}
