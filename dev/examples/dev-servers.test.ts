/** Says what the dev servers' configurations claim stands in docs/cures.md, where it was measured. */
import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "../..");
const cures = await readFile(`${root}/docs/cures.md`, "utf8");
const configurations = cures.slice(cures.indexOf("## Silence and time limits"));
const folder = "examples/dev-servers";
const readme = await readFile(path.join(root, folder, "README.md"), "utf8");

for await (const file of glob(`${folder}/*.{js,mjs,ts}`, { cwd: root })) {
  test(`${file} says what was measured, and with what`, async () => {
    const text = await readFile(path.join(root, file), "utf8");
    const claims = [...text.matchAll(/cures\.md: (.+)$/gm)].map(([, claim = ""]) => claim);
    assert.ok(claims.length > 0, "no line names its cure");
    const [, tool = ""] = RegExp(`\\(${path.basename(file)}\\) \\| ([^|]+) \\|`).exec(readme) ?? [];
    const rows = cures.split("\n").filter((line) => tool !== "" && line.startsWith(`| ${tool}`));
    assert.ok(rows.length > 0, `"${tool}" is not among the tools`);
    const measured = [...rows, configurations].join("\n");
    const unmeasured = claims.filter((claim) => !measured.includes(claim));
    assert.deepEqual(unmeasured, []);
  });
}
