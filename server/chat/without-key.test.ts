import assert from "node:assert/strict";
import { test } from "node:test";
import { quoteWithoutKey } from "./without-key.ts";

const KEY = "sk-proj-9aF3+x/Qz7Lm0815";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const codes = (text: string, spell: (code: number) => string) =>
  Array.from(text, (one) => spell(one.charCodeAt(0))).join("");
const hex = (code: number) => code.toString(16).padStart(2, "0");

const spellings: [name: string, spelled: string][] = [
  ["as it is", KEY],
  ["behind its scheme", `Bearer ${KEY}`],
  ["URL-encoded", encodeURIComponent(KEY)],
  ["URL-encoded, each character", codes(KEY, (code) => `%${hex(code)}`)],
  ["URL-encoded twice", encodeURIComponent(encodeURIComponent(KEY))],
  ["as JSON escapes", codes(KEY, (code) => `\\u00${hex(code)}`)],
  ["with a JSON escape for each slash", KEY.replaceAll("/", "\\/")],
  ["as HTML entities", codes(KEY, (code) => `&#${code};`)],
  ["as HTML entities in hex", codes(KEY, (code) => `&#x${hex(code)};`)],
  ["in hex", codes(KEY, hex)],
  ["in hex with colons", codes(KEY, (code) => `${hex(code)}:`)],
  ["in base64", base64(KEY)],
  ["in base64, as a header is", base64(`Bearer ${KEY}`)],
  ["in base64, as a user is", base64(`${KEY}:`)],
  ["in base64, as a password is", base64(`:${KEY}`)],
  ["in base64 for URLs", Buffer.from(KEY).toString("base64url")],
  ["URL-encoded in base64", base64(encodeURIComponent(KEY))],
  ["in capitals", KEY.toUpperCase()],
  ["with blanks between", [...KEY].join(" ")],
  ["with invisible characters between", [...KEY].join("\u200b")],
  ["backwards", [...KEY].reverse().join("")],
  ["cut off", KEY.slice(0, 12)],
  ["its end", KEY.slice(-10)],
];
for (const [name, spelled] of spellings) {
  test(`a key ${name} is not quoted`, () => {
    const said = quoteWithoutKey(KEY, `Incorrect API key provided: ${spelled}`);
    const inWhole = /^Incorrect API key provided: (Bearer )?\(key\)$/;
    if (said !== "(left out here: it holds parts of the key)") assert.match(said, inWhole);
  });
}

for (const masked of [
  "sk-pr****0815",
  "sk-p…15",
  "sk-...0815",
  "*****815",
  "sk-proxxxx15",
  "sk-*",
]) {
  test(`a key masked as ${masked} is not quoted`, () => {
    const said = quoteWithoutKey(KEY, `Incorrect API key provided: ${masked}. Look it up.`);
    assert.equal(said, "Incorrect API key provided: (key) Look it up.");
  });
}

test("a key that begins where the quote ends is not quoted", () => {
  for (let before = 170; before <= 200; before++) {
    const said = quoteWithoutKey(KEY, "x ".repeat(before / 2) + encodeURIComponent(KEY));
    assert.doesNotMatch(said, /sk-proj-/);
  }
});

const harmless: [text: string, key: string | null][] = [
  ["The model `gpt-4` does not exist or you do not have access to it.", KEY],
  ["dGhpcyBpcyBub3QgdGhlIGtleQ== is no key, 00112233445566778899 neither", KEY],
  ["whatever was sent", null],
  ["a nice one", "on"],
];
for (const [text, key] of harmless) {
  test(`quoted: ${text}`, () =>
    assert.equal(quoteWithoutKey(key, text), key === null ? text : text.replaceAll(key, "(key)")));
}

test("a quote is short", () => {
  assert.equal(quoteWithoutKey(KEY, "word ".repeat(2000)).length, 201);
});
