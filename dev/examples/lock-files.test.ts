/** Says what has packages of its own installs them from whatever registry one uses, as they were tested. */
import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

const root = path.join(import.meta.dirname, "../..");

for await (const file of glob("{examples,e2e/picture}/*/package.json", { cwd: root })) {
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
