import assert from "node:assert/strict";
import { test } from "node:test";
import { curesOf } from "./cures.ts";
import { despiteNoTransform, helpsWithNone, toolNames, whereToChange } from "./where.ts";

test("tools with one line stand together, the versions of a tool behind its name", () => {
  const [first] = whereToChange("by-compressing", []);
  assert.equal(first?.line, "`devServer: { compress: false }`");
  assert.equal(
    toolNames(first?.tools ?? []),
    "webpack-dev-server 6.1.0, 5.2.7, 4.15.2; @rspack/dev-server 2.2.2, 1.2.1",
  );
});

test("what the response head fits comes first; nothing is left out", () => {
  const all = whereToChange("by-compressing", []);
  const next = whereToChange("by-compressing", [["X-Powered-By", "Next.js"]]);
  assert.deepEqual(
    next.slice(0, 2).map(({ named, tools }) => [named, toolNames(tools)]),
    [
      [true, "Next 16.4.6 `rewrites()`, dev and start"],
      [true, "Next 15.5.29 dev"],
    ],
  );
  assert.equal(next[2]?.named, false);
  assert.equal(next.length, all.length);
});

test("nginx is known by its Server header, in any case and with any version", () => {
  const [first] = whereToChange("by-collecting", [["server", "NGINX/1.22.1"]]);
  assert.deepEqual([first?.named, first?.line], [true, "`proxy_buffering off;`"]);
});

test("no-transform is not promised where it was seen to fail", () => {
  assert.equal(
    toolNames(despiteNoTransform(curesOf("by-compressing"))),
    "@rspack/dev-server 2.2.2; Caddy 2.6.2",
  );
});

test("what helps with one of them is not said to help with none", () => {
  // koa-compress lets a stream go that says `Content-Encoding: identity`.
  const none = helpsWithNone(curesOf("by-compressing"));
  assert.ok(none.includes("`X-Accel-Buffering: no`"));
  assert.ok(!none.includes("`Content-Encoding: identity`"));
});
