import assert from "node:assert/strict";
import { test } from "node:test";
import { shownHeaders, shownUrl } from "./redact.ts";

const urls: [name: string, url: string, shown: string][] = [
  ["user and password", "http://me:hush@h.test/e", "http://redacted@h.test/e"],
  [
    "a key in the query",
    "http://h.test/e?api_key=hush&n=1",
    "http://h.test/e?api_key=redacted&n=1",
  ],
  [
    "a name of two words",
    "http://h.test/e?accessToken=hush",
    "http://h.test/e?accessToken=redacted",
  ],
  ["each of several", "http://h.test/e?token=hush&token=hush", "http://h.test/e?token=redacted"],
  [
    "what is no secret stays",
    "http://h.test/e?monkey=1&author=me",
    "http://h.test/e?monkey=1&author=me",
  ],
  ["a fragment, which is not sent", "http://h.test/e#access_token=hush", "http://h.test/e"],
];
for (const [name, url, shown] of urls) {
  test(`shown without secrets: ${name}`, () => assert.equal(shownUrl(new URL(url)), shown));
}

test("a response head keeps cookies and addresses with keys to itself", () => {
  const base = new URL("http://h.test/e");
  assert.deepEqual(
    shownHeaders(
      [
        ["Set-Cookie", "s=hush"],
        ["Location", "/f?key=hush"],
        ["Server", "nginx"],
      ],
      base,
    ),
    [
      ["Set-Cookie", "redacted"],
      ["Location", "http://h.test/f?key=redacted"],
      ["Server", "nginx"],
    ],
  );
});
