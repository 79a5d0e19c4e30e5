/** What the documents name is there: files, folders and npm scripts. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "..");
const folders = "protocol|trace|server|client|dev|e2e|bench|streams|roles|docs|examples";
/** Made by a run, or an example of a name. */
const notThere = new Set(["streams/name.sse", "roles/name.md"]);

for await (const file of glob(["*.md", "{docs,bench,e2e}/*.md", "examples/{,*/}*.md"], {
  cwd: root,
})) {
  if (file === "CHANGELOG.md") continue; // it tells what was
  test(`${file} names what is there`, async () => {
    const text = await readFile(path.join(root, file), "utf8");
    const missing: string[] = [];
    const scripts = await scriptsFor(file);
    for (const [, name = ""] of text.matchAll(RegExp(`\`((?:${folders})/[^\\s\`{}:…]*)\``, "g"))) {
      const [found] = await Array.fromAsync(glob(name, { cwd: root }));
      if (found === undefined && !notThere.has(name)) missing.push(name);
    }
    for (const [, name = ""] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      if (!existsSync(path.join(root, path.dirname(file), name))) missing.push(name);
    }
    for (const [said, name = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
      if (!(name in scripts)) missing.push(said);
    }
    assert.deepEqual(missing, []);
  });
}

/** An example has scripts of its own. */
async function scriptsFor(file: string): Promise<object> {
  const own = path.join(root, path.dirname(file), "package.json");
  const { scripts } = JSON.parse(
    await readFile(existsSync(own) ? own : `${root}/package.json`, "utf8"),
  );
  return scripts;
}
