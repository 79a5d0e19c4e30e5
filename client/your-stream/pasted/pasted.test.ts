/** Real pastes, of Chrome's and Firefox's tools and by hand, and what each asks for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pasted } from "./curl.ts";
import { PasteError } from "./paste-texts.ts";
import { readPasted } from "./pasted.ts";

const URL_ = "http://localhost:8080/events?a=1&b=2";

const rows: [name: string, paste: string, asks: Partial<Pasted>][] = [
  [
    "Chrome, bash: an EventSource",
    String.raw`curl 'http://localhost:8080/events?a=1&b=2' \
  -H 'Accept: text/event-stream' \
  -H 'Accept-Language: en-US,en;q=0.9' \
  -H 'Cache-Control: no-cache' \
  -b 'session=s3cret; theme=dark' \
  -H 'Referer: http://localhost:8080/' \
  -H 'sec-ch-ua: "Chromium";v="156", "Not:A-Brand";v="8"' \
  --compressed`,
    {
      url: URL_,
      method: "GET",
      body: "",
      headers: [
        ["Referer", "http://localhost:8080/"],
        ["sec-ch-ua", '"Chromium";v="156", "Not:A-Brand";v="8"'],
        ["Cookie", "session=s3cret; theme=dark"],
      ],
    },
  ],
  [
    "Chrome, bash: a POST with what only $'…' can say",
    String.raw`curl 'http://localhost:8080/chat' -X 'PUT' -H 'content-type: application/json' -H 'Authorization: Bearer a.b' --data-raw $'{"text":"it\'s \u4e2d\u6587\\n\u0021\nx"}' --insecure ;`,
    {
      url: "http://localhost:8080/chat",
      method: "PUT",
      body: '{"text":"it\'s 中文\\n!\nx"}',
      headers: [
        ["content-type", "application/json"],
        ["Authorization", "Bearer a.b"],
      ],
    },
  ],
  [
    "bytes in $'…', as UTF-8 where they are",
    String.raw`curl http://x/ -d $'\x41\xc3\xa9\303\251 \xe9'`,
    { body: "Aéé é", method: "POST" },
  ],
  [
    "Chrome, cmd: every special character behind a caret",
    'curl ^"http://localhost:8080/events?a=1^&b=2^" ^\r\n  -H ^"accept: text/event-stream^" ^\r\n  -H ^"x-quote: say ^\\^"hi^\\^"^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"100^% ^^^\\^\\^\\^"^\\^"^}^"',
    {
      url: URL_,
      method: "POST",
      body: '{"a":"100% ^\\""}',
      headers: [
        ["x-quote", 'say "hi"'],
        ["Content-Type", "application/x-www-form-urlencoded"],
      ],
    },
  ],
  [
    "cmd: a newline in a body is a caret and two ends of line",
    'curl ^"http://x/^" --data-raw ^"a^\n\nb^"',
    { body: "a\nb" },
  ],
  [
    "cmd, older: doubled quotes, and a caret between them is itself",
    'curl "http://localhost:8080/events?a=1&b=2" -H "a: ^1" --data-binary "{""b"":""x y""}"',
    { url: URL_, body: '{"b":"x y"}', method: "POST" },
  ],
  [
    "Chrome, fetch: what no page may set stands there as comments",
    `fetch("http://localhost:8080/chat", {
  "headers": {
    "accept": "text/event-stream",
    // "cookie": "session=s3cret", // Browser manages this from the cookie jar
    // All sec-* headers are set by the browser
    // "sec-fetch-mode": "cors",
    "content-type": "application/json",
    "authorization": "Bearer x"
  },
  "body": "{\\"a\\":\\"b\\\\n\\"}",
  "method": "POST",
  "mode": "cors",
  "credentials": "include"
});`,
    {
      url: "http://localhost:8080/chat",
      method: "POST",
      body: '{"a":"b\\n"}',
      credentials: "include",
      headers: [
        ["content-type", "application/json"],
        ["authorization", "Bearer x"],
        ["cookie", "session=s3cret"],
        ["sec-fetch-mode", "cors"],
      ],
    },
  ],
  [
    "Firefox, fetch",
    `await fetch("http://localhost:8080/events?a=1&b=2", {
    "credentials": "omit",
    "headers": {
        "User-Agent": "Mozilla/5.0",
        "Accept": "text/event-stream"
    },
    "referrer": "http://localhost:8080/",
    "method": "GET",
    "mode": "cors"
});`,
    { url: URL_, method: "GET", credentials: "omit", headers: [["User-Agent", "Mozilla/5.0"]] },
  ],
  [
    "fetch by hand: single quotes, a comma too many, names without quotes",
    "const r = await window.fetch('http://x/', { method: 'post', headers: [['A', 'b']], body: 'x', })",
    { url: "http://x/", method: "POST", headers: [["A", "b"]], body: "x" },
  ],
  ["fetch of a URL alone", 'fetch("/events")', { url: "/events", method: "GET", headers: [] }],
  [
    "curl by hand: letters joined, a user, no scheme",
    "$ curl -sSNkXPOST -u 'me:pa ss' localhost:8080/a -d x=1 -d y=2 -H'X-A:1' -H 'X-B;' -H 'X-C:'",
    {
      url: "http://localhost:8080/a",
      method: "POST",
      body: "x=1&y=2",
      headers: [
        ["X-A", "1"],
        ["X-B", ""],
        ["Authorization", "Basic bWU6cGEgc3M="],
        ["Content-Type", "application/x-www-form-urlencoded"],
      ],
    },
  ],
  [
    "curl: -G moves the data into the URL",
    "curl -G 'http://x/?q' --data-urlencode 'a=b c'",
    { url: "http://x/?q&a=b%20c", method: "GET", body: "" },
  ],
  [
    "curl: --json",
    `curl --json '{"a":1}' http://x/`,
    { method: "POST", body: '{"a":1}', headers: [["Content-Type", "application/json"]] },
  ],
  [
    "a user in the URL",
    "curl http://me:pass@x/",
    { url: "http://x/", headers: [["Authorization", "Basic bWU6cGFzcw=="]] },
  ],
  ["curl.exe, in quotes that are not special", 'curl.exe "http://x/a b"', { url: "http://x/a b" }],
];

for (const [name, paste, asks] of rows) {
  test(name, () => {
    const read = readPasted(paste);
    for (const [key, value] of Object.entries(asks)) {
      assert.deepEqual(Object.entries(read ?? {}).find(([one]) => one === key)?.[1], value, key);
    }
  });
}

for (const text of ["/events", "http://localhost:8080/events?a=1", "  localhost:8080 ", ""]) {
  test(`a word is left to the field: "${text}"`, () => {
    assert.equal(readPasted(text), undefined);
  });
}

const unreadable: [paste: string, says: RegExp][] = [
  ["hello there", /^This is neither a URL nor a request.*Copy as cURL/],
  ["Invoke-WebRequest -Uri 'http://x'", /^This is PowerShell.*Copy as cURL/],
  ["curl 'http://x/", /^The quote ' at line 1, column 6 is never closed; copy/],
  ["curl http://x \\\n  -H $'a: b", /^The quote \$' at line 2, column 6 is never closed/],
  ['curl ^"http://x/^" -H ^"a', /^The quote " at line 1, column \d+ is never closed/],
  ['curl http://x -H "A: $TOKEN"', /^`\$TOKEN` at line 1, column 22 .*write what it stands for/],
  ["curl http://x/$(id)", /^`\$\(id` at line 1, column 15 stands for/],
  ["curl http://x/?a=1&b=2", /^`&` at line 1, column 19 ends the command.*quote it/],
  ["curl http://x | cat", /^`\|` at line 1, column 15 ends/],
  ["curl http://x\ncurl http://y", /^A second command begins at line 2, column 1/],
  ["curl -N", /^There is no URL/],
  ["curl http://x http://y", /^There is a second URL, `http:\/\/y`/],
  ["curl http://x -H", /^`-H` is the last word and takes a value/],
  ["curl http://x --socks5 y", /^`--socks5` is an option of curl that is not read here/],
  ["curl http://x -F a=b", /^`-F` sends a form .*--data-raw/],
  ["curl http://x -d @file.json", /^`@file.json` names a file/],
  ["curl http://x -H 'no header'", /^`-H no header` is no header; write/],
  [
    'fetch("http://x", {\n  body: JSON.stringify({ a: 1 })\n})',
    /^`JSON\.stringify\(` at line 2, column 9 is no plain value/,
  ],
  ["fetch(url)", /^`url` at line 1, column 7 is no plain value/],
  ["fetch('x', { signal: a.b })", /^`a\.b` at line 1, column 22/],
  ["fetch(7)", /^The URL is no string/],
  ["fetch('x'", /^This call of `fetch` has no end/],
];

for (const [paste, says] of unreadable) {
  test(`cannot be read, and says so: ${paste}`, () => {
    assert.throws(
      () => readPasted(paste),
      (error) => {
        assert.ok(error instanceof PasteError, String(error));
        assert.match(error.message, says);
        return true;
      },
    );
  });
}

test("a fetch's text is never run", () => {
  Reflect.set(globalThis, "wasRun", false);
  assert.throws(() => readPasted("fetch((globalThis.wasRun = true, 'x'))"), PasteError);
  assert.equal(Reflect.get(globalThis, "wasRun"), false);
});
