import assert from "node:assert/strict";
import { test } from "node:test";
import { toldUrl, toldValueOf } from "./redact.ts";

const urls: [name: string, url: string, told: string][] = [
  ["user and password", "http://me:hush@h.test/e", "http://h.test/e"],
  ["a key in the query", "/e?api_key=hush&n=1", "/e?api_key=(redacted)&n=1"],
  ["a name of two words", "/e?accessToken=hush", "/e?accessToken=(redacted)"],
  ["one of several", "/e?keys=hush&x-auth=hush", "/e?keys=(redacted)&x-auth=(redacted)"],
  ["a name that is written in codes", "/e?%74oken=hush", "/e?%74oken=(redacted)"],
  ["a fragment", "/e#access_token=hush", "/e#access_token=(redacted)"],
  ["not what is none", "/e?author=me&coded=1&%zz=2", "/e?author=me&coded=1&%zz=2"],
];
for (const [name, url, told] of urls) {
  test(`left out of a URL: ${name}`, () => assert.equal(toldUrl(url), told));
}

test("a head keeps cookies and addresses with keys to itself", () => {
  assert.equal(toldValueOf("set-cookie", "s=hush"), "(redacted)");
  assert.equal(toldValueOf("Location", "/f?key=hush"), "/f?key=(redacted)");
  assert.equal(toldValueOf("Server", "nginx"), "nginx");
});
