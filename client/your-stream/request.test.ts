/** What a form asks for, which way, and why it cannot be asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type AskForm, emptyForm } from "../playground/asking.ts";
import { noPageMaySet } from "./forbidden.ts";
import { type Around, type AskProblem, eventSourceCan, readForm, withScheme } from "./request.ts";

const TRACE = "0123456789abcdef0123456789abcdef";

const around: Around = {
  target: "http://localhost:8080",
  ways: new Map([
    ["compress-false", { origin: "", port: 8345 }],
    ["compress-true", { origin: "http://localhost:8346", port: 8346 }],
  ]),
  page: "http://localhost:8345",
};

const alone: Around = { ...around, target: undefined };

const asked: [name: string, form: Partial<AskForm>, url: string, told: string][] = [
  ["a path of the target", { url: "/a?b=1" }, `/target/fetch.${TRACE}/a?b=1`, "/a?b=1"],
  [
    "the other dev server, by EventSource",
    { url: "/a", way: "compress-true", client: "eventsource" },
    `http://localhost:8346/target/eventsource.${TRACE}/a`,
    "/a",
  ],
  [
    "a full URL through the target is its path there",
    { url: "http://localhost:3000/api?token=x#y" },
    `/target/fetch.${TRACE}/api?token=x`,
    "/api?token=(redacted)",
  ],
  [
    "a full URL, directly",
    { url: "http://localhost:3000/api?token=x", way: "direct" },
    "http://localhost:3000/api?token=x",
    "http://localhost:3000/api?token=(redacted)",
  ],
];
for (const [name, form, url, told] of asked) {
  test(name, () => {
    const request = readForm({ ...emptyForm, ...form }, around, TRACE);
    assert.ok(typeof request === "object", String(request));
    assert.deepEqual([request.url, request.told], [url, told]);
  });
}

const refused: [problem: AskProblem, form: Partial<AskForm>, where?: Around][] = [
  ["no-url", { url: " " }],
  ["not-a-url", { url: "events" }],
  ["not-a-url", { url: "http://" }],
  ["not-a-url", { url: "http://a b/", way: "direct" }],
  ["not-http", { url: "ftp://x/" }],
  ["not-http", { url: "javascript:alert(1)" }],
  ["bad-method", { url: "/", method: "TRACE" }],
  ["bad-method", { url: "/", method: "GE T" }],
  ["bad-header", { url: "/", headers: [["a b", "c"]] }],
  ["bad-header", { url: "/", headers: [["a", "b\nc"]] }],
  ["bad-header", { url: "/", headers: [["a", "中"]] }],
  ["body-with-get", { url: "/", body: "x" }],
  ["needs-fetch", { url: "/", method: "POST", client: "eventsource" }],
  ["needs-fetch", { url: "/", headers: [["X-A", "1"]], client: "eventsource" }],
  ["no-target", { url: "/events" }, alone],
  ["no-target", { url: "/events", way: "direct" }, alone],
  ["no-way", { url: "/events", way: "compress-true" }, { ...around, ways: new Map() }],
];
for (const [problem, form, where = around] of refused) {
  test(`${problem}: ${JSON.stringify(form)}`, () => {
    assert.equal(readForm({ ...emptyForm, ...form }, where, TRACE), problem);
  });
}

test("without a target a full URL is asked directly", () => {
  const form: AskForm = { ...emptyForm, url: "http://localhost:3000/", way: "direct" };
  assert.equal(typeof readForm(form, alone, TRACE), "object");
});

test("what no page may set is not sent, and does not keep an EventSource from asking", () => {
  const headers = [
    "Accept-Encoding Cookie Host Origin Referer Content-Length DNT TE Via User-Agent",
    "Connection Keep-Alive Transfer-Encoding Upgrade Expect Date Sec-Fetch-Mode sec-ch-ua",
    "Proxy-Authorization Access-Control-Request-Method Set-Cookie Trailer Cookie2",
  ].flatMap((names) => names.split(" ").map((name): [string, string] => [name, "x"]));
  for (const [name] of headers) assert.ok(noPageMaySet(name, "x"), name);
  const form: AskForm = { ...emptyForm, url: "/", headers };
  assert.ok(eventSourceCan(form));
  const request = readForm({ ...form, client: "eventsource" }, around, TRACE);
  assert.deepEqual(typeof request === "object" && request.headers, []);
  for (const name of ["Authorization", "Accept", "Content-Type", "Last-Event-ID", "X-Sec"]) {
    assert.ok(!noPageMaySet(name, "x"), name);
  }
  assert.ok(noPageMaySet("X-HTTP-Method-Override", "get, trace"));
  assert.ok(!noPageMaySet("X-HTTP-Method-Override", "PUT"));
});

for (const [typed, url] of [
  ["localhost:8080/events", "http://localhost:8080/events"],
  ["127.0.0.1:1", "http://127.0.0.1:1"],
  ["example.test/a", "http://example.test/a"],
  ["/a.b", "/a.b"],
  ["https://a/", "https://a/"],
  ["ftp://a", "ftp://a"],
] as const) {
  test(`typed: ${typed}`, () => assert.equal(withScheme(typed), url));
}
