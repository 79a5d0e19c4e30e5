import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { cures } from "../trace/cures/cures.ts";
import { curesDocument, DOCUMENT } from "./cures-document.ts";

test("docs/cures.md has the tables of trace/cures/; `node dev/cures-document.ts` writes them", async () => {
  assert.equal(await readFile(DOCUMENT, "utf8"), await curesDocument());
});

for (const cure of cures) {
  const { tool, source, holds, line, helps } = cure;
  test(`${tool}: what holds a stream has a way out, and its source is told`, () => {
    if (source.from === "documentation") {
      for (const { url } of source.pages) assert.equal(URL.parse(url)?.protocol, "https:", url);
      assert.ok(source.pages.length > 0);
      return;
    }
    assert.match(source.date, /^\d{4}-\d\d-\d\d$/);
    const isKnownToHaveNone = tool === "Umi 4.1.2" || tool === "http-proxy-middleware 2";
    assert.ok(holds === "nothing" || line !== "" || helps.length > 0 || isKnownToHaveNone);
  });
}
