import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf } from "./head.ts";

const paths: [url: string, path: string][] = [
  ["/events?token=(redacted)&q=%20+&trace=7&lane=fetch", "/events?token=(redacted)&q=%20+"],
  ["/events?lane=fetch&trace=7", "/events"],
  ["/events?traces=1", "/events?traces=1"],
  ["http://h.test/", "/"],
];
for (const [url, path] of paths) {
  test(`${url} asks for ${path}`, () => assert.equal(pathOf(new URL(url, "http://x")), path));
}
