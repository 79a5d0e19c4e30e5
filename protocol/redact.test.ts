import assert from "node:assert/strict";
import { test } from "node:test";
import { toldUrl, toldValueOf } from "./redact.ts";

const urls: [name: string, url: string, told: string][] = [
  ["user and password", "http://me:hush@h.test/e", "http://h.test/e"],
  ["a key in the query", "/e?api_key=hush&n=1", "/e?api_key=(redacted)&n=1"],
  ["a name of two words", "/e?accessToken=hush", "/e?accessToken=(redacted)"],
  ["each of several", "/e?token=hush&token=hush", "/e?token=(redacted)&token=(redacted)"],
  ["what is no secret stays", "/e?monkeys=1&author=me", "/e?monkeys=1&author=me"],
  ["a fragment", "/e#access_token=hush", "/e#access_token=(redacted)"],
];
for (const [name, url, told] of urls) {
  test(`told without secrets: ${name}`, () => assert.equal(toldUrl(url), told));
}

test("a head keeps cookies and addresses with keys to itself", () => {
  assert.equal(toldValueOf("Set-Cookie", "s=hush"), "(redacted)");
  assert.equal(toldValueOf("Location", "/f?key=hush"), "/f?key=(redacted)");
  assert.equal(toldValueOf("Server", "nginx"), "nginx");
});
