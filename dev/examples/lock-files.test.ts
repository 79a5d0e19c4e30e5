/** What people take home installs from their own registry, and what it was tested with. */
import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "../..");

for await (const file of glob("examples/*/package.json", { cwd: root })) {
  test(`${file} has a lock file, which names no registry`, async () => {
    const { name } = JSON.parse(await readFile(path.join(root, file), "utf8"));
    const lock = await readFile(path.join(root, path.dirname(file), "package-lock.json"), "utf8");
    assert.equal(JSON.parse(lock).name, name);
    assert.doesNotMatch(
      lock,
      /"resolved"/,
      "renew it with `npm install --omit-lockfile-registry-resolved`",
    );
  });
}
