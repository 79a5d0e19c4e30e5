import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, readdir, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { execa } from "execa";
import { temporaryFolder } from "./testing/temporary-folder.ts";

/** Whoever starts the tests, the program takes them for somebody else. */
const NOT_ROOT = "data:text/javascript,process.getuid=()=>1000";

test("whoever is not root is told the one command, and nothing is installed", async (t) => {
  const folder = await temporaryFolder(t);
  for (const name of ["sudo", "apt-get", "env"]) {
    await writeFile(`${folder}/${name}`, `#!/bin/sh\n: > ${folder}/ran-${name}\n`);
    await chmod(`${folder}/${name}`, 0o755);
  }
  const program = `${import.meta.dirname}/find-foreign-servers.ts`;
  const { stdout, stderr, exitCode } = await execa(
    process.execPath,
    ["--no-warnings", "--import", NOT_ROOT, program],
    { env: { PATH: folder }, extendEnv: false, reject: false },
  );
  const ran = (await readdir(folder)).filter((name) => name.startsWith("ran-"));
  assert.deepEqual(ran, []);
  assert.equal(stdout, "");
  if (!existsSync("/etc/debian_version")) return;
  assert.match(
    stderr,
    /^Not installed: microsocks(, nginx-light)?\. Install: sudo apt-get install -y microsocks( nginx-light)?$/,
  );
  assert.equal(exitCode, 1);
});
