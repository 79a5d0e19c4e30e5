import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { temporaryFolder } from "../../dev/testing/temporary-folder.ts";
import { buildApp } from "../app.ts";
import { startDemoModel } from "../chat/demo-model.ts";

async function serve(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(t);
  const page = `${folder}/dist`;
  await mkdir(page);
  for (const [name, text] of Object.entries(files)) await writeFile(`${page}/${name}`, text);
  const app: FastifyInstance = buildApp({
    logger: false,
    streams: folder,
    saved: folder,
    roles: folder,
    model: await startDemoModel(),
    room: null,
    page,
  });
  t.after(() => app.close());
  return app;
}

test("the built page is served, never sniffed, framed by nobody, and runs no script but its own", async (t) => {
  const app = await serve(t, { "index.html": "<title>page</title>", "main.1a2b.js": "1;" });
  const files: [url: string, type: string][] = [
    ["/", "text/html; charset=utf-8"],
    ["/main.1a2b.js", "application/javascript; charset=utf-8"],
  ];
  for (const [url, type] of files) {
    const { statusCode, headers } = await app.inject({ url });
    assert.equal(statusCode, 200);
    assert.equal(headers["content-type"], type);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["x-frame-options"], "SAMEORIGIN");
    const again = await app.inject({ url, headers: { "if-none-match": String(headers.etag) } });
    assert.equal(again.statusCode, 304);
    for (const policy of [headers, again.headers].map((head) => head["content-security-policy"])) {
      assert.match(
        String(policy),
        /^default-src 'none'; script-src 'self';.*; frame-ancestors 'self'$/,
      );
    }
  }
  const missing = await app.inject({ url: "/nothing.js" });
  assert.deepEqual([missing.statusCode, missing.json().code], [404, "no-page"]);
  assert.match(missing.json().detail, /the page is at \/$/);
});

test("a page that was not built is a 404 that says how to build it", async (t) => {
  const app = await serve(t, {});
  const { statusCode, payload } = await app.inject({ url: "/" });
  assert.equal(statusCode, 404);
  assert.match(JSON.parse(payload).detail, /build the page with `npm run build`$/);
});

test("files outside the page's folder stay there", async (t) => {
  const app = await serve(t, { "index.html": "" });
  for (const url of ["/../five.sse", "/..%2f..%2fetc%2fpasswd", "//etc/passwd"]) {
    const { statusCode } = await app.inject({ url });
    assert.ok(statusCode >= 400 && statusCode < 500, url);
  }
});
