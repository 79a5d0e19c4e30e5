import assert from "node:assert/strict";
import { test } from "node:test";
import { type Options, readOptions, UsageError } from "./options.ts";

type Read = Partial<Omit<Options, "url">> & { url?: string };
const cases: [name: string, words: string[], read: Read][] = [
  [
    "a URL alone is a GET",
    ["http://localhost:8080/e"],
    { url: "http://localhost:8080/e", method: "GET", body: null },
  ],
  ["without a scheme it is http", ["localhost:8080/e"], { url: "http://localhost:8080/e" }],
  [
    "a body makes it a POST, of the type that curl gives it",
    ["-d", "a=1", "-d", "b=2", "h.test"],
    {
      method: "POST",
      body: "a=1&b=2",
      headers: [["Content-Type", "application/x-www-form-urlencoded"]],
    },
  ],
  [
    "a type that was given stays",
    ["--data-raw", "{}", "-H", "content-type: application/json", "h.test"],
    { body: "{}", headers: [["content-type", "application/json"]] },
  ],
  [
    "values joined to their names",
    ["-XPUT", "-HA: b", "h.test"],
    { method: "PUT", headers: [["A", "b"]] },
  ],
  ["a value that begins with a dash", ["-d", "-1", "h.test"], { body: "-1" }],
  ["@ is a file for -d alone", ["--data-raw", "@nobody", "h.test"], { body: "@nobody" }],
  ["cookies", ["-b", "a=1; b=2", "h.test"], { headers: [["Cookie", "a=1; b=2"]] }],
  [
    "a header without a value leaves one out",
    ["-H", "Accept-Encoding:", "h.test"],
    { headers: [["Accept-Encoding", ""]] },
  ],
  [
    "a value with colons",
    ["-H", "Referer: http://h.test:1/", "h.test"],
    { headers: [["Referer", "http://h.test:1/"]] },
  ],
  [
    "a line of a browser’s Copy as cURL",
    [
      "http://h.test/e",
      "-H",
      "accept: */*",
      "-b",
      "s=1",
      "--data-raw",
      "x",
      "--compressed",
      "--insecure",
    ],
    { method: "POST", insecure: true, body: "x" },
  ],
  ["--url", ["-sN", "--url", "http://h.test/e"], { url: "http://h.test/e" }],
];
for (const [name, words, expected] of cases) {
  test(`options: ${name}`, () => {
    const options = readOptions(words);
    assert.ok(options !== "help");
    const { url, ...others } = options;
    const read: Record<string, unknown> = { url: url.href, ...others };
    for (const [field, value] of Object.entries(expected))
      assert.deepEqual(read[field], value, field);
  });
}

const wrong: [words: string[], says: RegExp][] = [
  [[], /there is no URL/],
  [["http://"], /is no URL/],
  [["http://a b/"], /is no URL/],
  [["ftp://h.test/"], /by http: and https:, and this is ftp:/],
  [["http://h.test/?a=1", "b=2"], /2 URLs.*quote/],
  [["--nonsense", "h.test"], /--nonsense.*--help/],
  [["h.test", "-X"], /-X.*--help/],
  [["-X", "A B", "h.test"], /is no method/],
  [["-H", "Authorization hush", "h.test"], /is no header/],
  [["-H", "A: b\r\nC: d", "h.test"], /is no header/],
  [["-b", "jar.txt", "h.test"], /file of cookies/],
  [["-d", "@/no/such/file", "h.test"], /can’t be read|can't be read/],
];
for (const [words, says] of wrong) {
  test(`wrong usage: ${JSON.stringify(words)}`, () => {
    assert.throws(
      () => readOptions(words),
      (error) => error instanceof UsageError && says.test(error.message),
    );
  });
}

test("--help asks for nothing else", () => assert.equal(readOptions(["--help"]), "help"));
