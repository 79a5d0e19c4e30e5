import assert from "node:assert/strict";
import { test } from "node:test";
import { errorsOf } from "../testing/said.ts";

const kept = [
  "Set-Cookie",
  "Service-Worker-Allowed",
  "Clear-Site-Data",
  "Refresh",
  "Content-Security-Policy",
  "Content-Security-Policy-Report-Only",
  "Strict-Transport-Security",
  "X-Frame-Options",
  "Alt-Svc",
  "Report-To",
  "NEL",
  "Reporting-Endpoints",
  "Link",
  "SourceMap",
  "Access-Control-Allow-Credentials",
  "Cross-Origin-Resource-Policy",
  "Permissions-Policy",
  "WWW-Authenticate",
  "Proxy-Authenticate",
  "Public-Key-Pins",
  "Origin-Agent-Cluster",
  "Set-Login",
  "Speculation-Rules",
  "Timing-Allow-Origin",
  "X-Accel-Redirect",
];
const free = [
  "Content-Type",
  "Content-Encoding",
  "Cache-Control",
  "Retry-After",
  "X-Accel-Buffering",
  "X-Content-Type-Options",
  "X-Anything",
  "Server-Timing",
  "Constructor", // no property of an object is a header's reason
];
test("what does more than this stream is refused, in any case of its name", () => {
  for (const name of kept) {
    for (const spelt of [name, name.toLowerCase(), name.toUpperCase()]) {
      const [error = ""] = errorsOf(`@header ${spelt}: {{uuid}}\n`);
      assert.match(error, /^1:9-\d+ header-kept: .* would .*; leave this line out/, spelt);
    }
  }
  for (const name of free) assert.deepEqual(errorsOf(`@header ${name}: 1\n`), [], name);
});

const stays = [
  "?moved=1",
  "?lastEventId={{last-event-id}}&moved=1",
  "/api/sse/five-ticks",
  "/api/sse/five-ticks?lastEventId={{last-event-id}}",
  "/api/sse?moved=1",
];
const leaves = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\t//evil.example/",
  "/",
  "chat?prompt=x", // beside /api/sse, where a POST plays
  "../chat?prompt=x",
  "/api/chat?prompt=x",
  "/api/sse/../chat?prompt=x",
  "/api/sse/%2e%2e/chat?prompt=x",
  "/api/sse/a/../../chat?prompt=x",
  "/api/sse\\..\\chat?prompt=x",
  "{{last-event-id}}",
  "/{{last-event-id}}",
  "/api/sse/{{last-event-id}}",
  "javascript:alert(1)",
];
test("a redirect leads to a play, whatever its placeholders stand for", () => {
  for (const value of stays) assert.deepEqual(errorsOf(`@header Location: ${value}\n`), [], value);
  for (const value of leaves) {
    const [error = ""] = errorsOf(`@header LOCATION: ${value}\n`);
    assert.match(error, /header-location/, value);
  }
});
