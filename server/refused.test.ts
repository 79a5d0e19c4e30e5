/** Says what is refused, and the problem that says what to write instead. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_SCRIPT_BYTES } from "../protocol/script/limits.ts";
import { MAX_BODY_BYTES, MAX_LAST_EVENT_ID } from "./limits.ts";
import { post, startServer } from "./testing/test-server.ts";

const scripts = { ticks: "id: 1\ndata: a\n\n", broken: "@wiat 5ms\ndata: {{x}}\n\n" };
const long = "x".repeat(MAX_LAST_EVENT_ID + 1);
const deep = `{"name": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`;

const gets: [path: string, status: number, code: string, detail: RegExp][] = [
  ["sse/tick", 404, "no-script", /^there is no script "tick"; did you mean "ticks"\?$/],
  ["scripts/zzzzzz", 404, "no-script", /`GET \/api\/scripts` lists them$/],
  ["sse/..%2Fpackage", 404, "no-script", /no script/],
  ["sse/%zz", 400, "bad-url", /write `%25`/],
  ["nothing", 404, "no-route", /there is no GET \/api\/nothing; .*GET \/api\/clock/],
  ["sse/ticks?trac=a", 400, "unknown-option", /no option "trac"; did you mean "trace"\?$/],
  ["sse/ticks?x=1", 400, "unknown-option", /there are "trace", "lane"/],
  ["sse/ticks?trace=a%20b", 400, "option-value", /^"trace" is "a b"; write 1 to 64 char/],
  ["sse/ticks?trace=a&trace=b", 400, "option-value", /^"trace" is \["a","b"\]; /],
  [`sse/ticks?lane=${"x".repeat(65)}`, 400, "option-value", /^"lane" is /],
  ["sse/ticks?trace=", 400, "option-value", /^"trace" is ""; /],
  ["sse/ticks?noTransform=true", 400, "option-value", /^"noTransform" is "true"; write 1,/],
  ["sse/ticks?noTransform=0", 400, "option-value", /write 1, or leave it out$/],
  ["sse/ticks?flushHeaders=1", 400, "option-value", /write 0, or leave it out$/],
  ["sse/ticks?accelBuffering=yes", 400, "option-value", /write no, or leave it out$/],
  ["sse/ticks?lastEventId=a%0Ab", 400, "last-event-id", /CR, LF or NUL/],
  ["sse/ticks?lastEventId=a%0D", 400, "last-event-id", /CR, LF or NUL/],
  ["sse/ticks?lastEventId=%00", 400, "last-event-id", /CR, LF or NUL/],
  [`sse/ticks?lastEventId=${long}`, 400, "last-event-id", /4097/],
  ["sse/broken", 422, "bad-script", /^the script has 2 errors; line 1: /],
  ["tap", 400, "option-missing", /^the query has no "trace"; write 1 to 64 characters/],
  ["tap?trace=a&x=1", 400, "unknown-option", /no option "x"; there are "trace"$/],
];

/** A text is sent as it stands, anything else as JSON. */
const posts: [body: unknown, status: number, code: string, detail: RegExp][] = [
  ["", 400, "empty-body", /the body is empty/],
  ["{", 400, "bad-json", /the body is no JSON/],
  [[], 400, "not-an-object", /^the body is an array; write an object with "script"/],
  ["null", 400, "not-an-object", /^the body is null/],
  [{}, 400, "script-or-name", /neither of "script" and "name"/],
  [{ script: "", name: "ticks" }, 400, "script-or-name", /both of "script" and/],
  [{ script: 1 }, 400, "option-value", /^"script" is 1; write a text$/],
  [{ name: "ticks", noTransform: "1" }, 400, "option-value", /^"noTransform" is "1"/],
  [{ name: "ticks", noTransform: true }, 400, "option-value", /is true; write 1,/],
  [{ name: "ticks", lastEventID: "" }, 400, "unknown-option", /"lastEventId"\?$/],
  [{ name: "ticks", lastEventId: "a\n" }, 400, "last-event-id", /CR, LF or NUL/],
  [{ script: "@wiat 5ms\n" }, 422, "bad-script", /1 error; line 1: .* `@wait`\?$/],
  [{ script: "x".repeat(MAX_SCRIPT_BYTES + 1) }, 413, "bad-script", /65537 bytes/],
  [{ script: "x".repeat(MAX_BODY_BYTES) }, 413, "body-too-large", /more than/],
  [deep, 400, "option-value", /^"name" is nested too deeply to be shown; write a text$/],
];
const saves: typeof posts = [
  [{ script: "@wiat 5ms\n" }, 422, "bad-script", /line 1/],
  [{ text: "" }, 400, "unknown-option", /no option "text"/],
  [{}, 400, "option-missing", /^the body has no "script"; write a text$/],
];
const others: [path: string, init: RequestInit, status: number, code: string, detail: RegExp][] = [
  ["/", {}, 404, "no-page", /the page is at http:\/\/localhost:\d+\/ when `npm start` runs$/],
  ["/api/clock", { method: "DELETE" }, 404, "no-route", /there is no DELETE \/api\/clock/],
  ["/api/sse", { method: "POST" }, 400, "not-an-object", /^the body is null/],
  ["/api/sse", { method: "POST", body: "data: x" }, 415, "not-json", /other than JSON/],
];

test("what is refused, is refused with a problem that says what to write instead", async (t) => {
  const server = await startServer(t, scripts);
  const refused: typeof others = [
    ...gets.map(([path, ...rest]): (typeof others)[number] => [`/api/${path}`, {}, ...rest]),
    ...posts.map(([body, ...rest]): (typeof others)[number] => ["/api/sse", post(body), ...rest]),
    ...saves.map(([body, ...rest]): (typeof others)[number] => [
      "/api/scripts",
      post(body),
      ...rest,
    ]),
    ...others,
  ];
  for (const [path, init, status, code, detail] of refused) {
    await t.test(`${init.method ?? "GET"} ${path.slice(0, 60)} ${code}`, async () => {
      const response = await fetch(server.url(path), init);
      const problem = JSON.parse(await response.text());
      assert.deepEqual([problem.status, problem.code], [status, code], problem.detail);
      assert.equal(response.status, status);
      assert.match(problem.detail, detail);
      assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
    });
  }
});

test("a bad script's problem lists every error with its place", async (t) => {
  const server = await startServer(t, scripts);
  const { problems } = JSON.parse(await (await fetch(server.url("/api/sse/broken"))).text());
  type Place = Record<string, unknown>;
  const places = problems.map(({ code, line, column, endColumn }: Place) => {
    return `${code} ${line}:${column}-${endColumn}`;
  });
  assert.deepEqual(places, ["unknown-directive 1:1-6", "placeholder-unknown 2:7-12"]);
});

test("of a script that is all errors the problem lists the first, and counts all", async (t) => {
  const server = await startServer(t);
  const errors = post({ script: "@\n".repeat(32_700) });
  const response = await fetch(server.url("/api/scripts"), errors);
  assert.equal(response.status, 422);
  const { detail, problems, problemCount } = JSON.parse(await response.text());
  assert.match(detail, /^the script has 32700 errors, the first 50 are listed; line 1: /);
  assert.equal(problems.length, 50);
  assert.equal(problemCount, 32_700);
});
