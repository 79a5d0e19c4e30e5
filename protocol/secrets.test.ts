import assert from "node:assert/strict";
import { test } from "node:test";
import type { Header } from "./script/action.ts";
import { Secrets } from "./secrets.ts";

const known: [name: string, headers: Header[], url: string, body: string, told: string][] = [
  [
    "a token",
    [["Authorization", "Bearer abc.def"]],
    "/",
    "you: Bearer abc.def",
    "you: Bearer *******",
  ],
  [
    "a password",
    [["authorization", `Basic ${btoa("me:hush hush")}`]],
    "/",
    "me, hush hush",
    "me, *********",
  ],
  ["a key", [["X-Api-Key", " k-123456 "]], "/", "k-123456k-123456", "****************"],
  [
    "a cookie that is called one",
    [["Cookie", "a=b; session=abcdef"]],
    "/",
    "abcdef a b",
    "****** a b",
  ],
  ["a long cookie", [["Cookie", `x=${"7".repeat(16)}`]], "/", "7".repeat(17), `${"*".repeat(16)}7`],
  ["not any other cookie", [["Cookie", "theme=system"]], "/", "system", "system"],
  ["not a short word", [["X-Token", "true"]], "/", "true", "true"],
  ["not another header", [["X-Room", "abcdefgh"]], "/", "abcdefgh", "abcdefgh"],
  [
    "a query's, as it is and as it reads",
    [],
    "/?token=a%20bcde&n=abcdefg",
    "a%20bcde|a bcde|abcdefg",
    "********|******|abcdefg",
  ],
  [
    "one that begins another",
    [
      ["X-Key", "abcdef"],
      ["X-Token", "abcdefgh"],
    ],
    "/",
    "abcdefgh abcdef abcdefg",
    "******** ****** ******g",
  ],
  ["bytes, not characters", [["X-Key", "schlüssel"]], "/", "schlüssel!", "**********!"],
];
for (const [name, headers, url, body, told] of known) {
  test(`told is ${name}, under every cut and byte by byte`, () => {
    const secrets = new Secrets(headers, url);
    assert.equal(secrets.outOfText(body), told);
    const bytes = new TextEncoder().encode(body);
    const cuts = Array.from(bytes, (_byte, at) => [bytes.slice(0, at), bytes.slice(at)]);
    for (const pieces of [...cuts, Array.from(bytes, (byte) => Uint8Array.of(byte))]) {
      const before = pieces.map((piece) => `${piece}`);
      const heard: Uint8Array[] = [];
      const times: number[] = [];
      const veil = secrets.outOfBody((one, at) => {
        heard.push(one);
        times.push(at);
      });
      for (const [at, piece] of pieces.entries()) veil.push(piece, at);
      veil.end();
      assert.equal(Buffer.concat(heard).toString(), told);
      assert.deepEqual(
        heard.map(({ length }) => length),
        pieces.map(({ length }) => length),
      );
      assert.deepEqual(times, [...pieces.keys()]);
      assert.deepEqual(
        pieces.map((piece) => `${piece}`),
        before,
        "the bytes that pass are not touched",
      );
    }
  });
}

test("a read waits only where its end may be how a secret begins", () => {
  const heard: string[] = [];
  const veil = new Secrets([["X-Key", "abcdef"]], "/").outOfBody((bytes) =>
    heard.push(new TextDecoder().decode(bytes)),
  );
  for (const text of ["1\n", "2 ab", "cd", "x\n", "abc"])
    veil.push(new TextEncoder().encode(text), 0);
  assert.deepEqual(heard, ["1\n", "2 ab", "cd", "x\n"]);
  veil.end();
  assert.equal(heard.at(-1), "abc");
});

test("however often a read ends as a secret begins, only the last one waits", () => {
  let told = 0;
  const veil = new Secrets([["X-Key", `abcdef${"x".repeat(1000)}`]], "/").outOfBody(() => told++);
  for (let read = 1; read <= 100; read++) {
    veil.push(new TextEncoder().encode("bbba"), 0);
    assert.equal(told, read - 1);
  }
});

test("a head says so in words", () => {
  const secrets = new Secrets([["Authorization", "Bearer abcdef"]], "/?token=ghijkl");
  assert.equal(secrets.outOfHead("for Bearer abcdef, ghijkl"), "for Bearer (redacted), (redacted)");
});
