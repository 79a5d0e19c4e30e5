import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { builtPage } from "./built-page.ts";

const FIRST_LOAD = 40 * 1024; // bytes of gzip before the first paint

test("the production bundle: a small first load, and no host but its own", async () => {
  const folder = await builtPage();
  const page = await readFile(`${folder}/index.html`, "utf8");
  const scripts = [...page.matchAll(/<script[^>]* src="?([^"\s>]+)/g)].map(([, src]) => src);
  assert.ok(scripts.length > 0, "the page has a script");
  let first = 0;
  for (const src of scripts) first += gzipSync(await readFile(`${folder}/${src}`)).length;
  assert.ok(
    first <= FIRST_LOAD,
    `the first load has ${first} bytes, at most ${FIRST_LOAD} are ours`,
  );

  const files = await readdir(folder);
  const names = files.filter((name) => /licen[cs]e/i.test(name));
  assert.deepEqual(names, ["licences.txt"]);
  const notices = await readFile(`${folder}/licences.txt`, "utf8");
  for (const name of ["lit", "@codemirror/view", "@tanstack/lit-virtual", "eventsource"]) {
    const notice = new RegExp(`^${name} \\d.*\\n\\n.*(License|Copyright)`, "ms");
    assert.match(notices, notice, `the notice of ${name}`);
  }

  // From a disk nothing can be fetched, so webpack must not look for where its files lie.
  assert.doesNotMatch(await readFile(`${folder}/viewer.js`, "utf8"), /Automatic publicPath/);
  assert.doesNotMatch(page, /(src|href)="?(https?:)?\/\//);
  for (const file of files) {
    if (!file.endsWith(".css")) continue;
    assert.doesNotMatch(await readFile(`${folder}/${file}`, "utf8"), /url\(|@import/, file);
  }
});
