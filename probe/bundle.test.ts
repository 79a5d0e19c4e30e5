/** The one file that `npm run build` makes: it needs no package, and runs on each Node of this machine from 20 on. */
import assert from "node:assert/strict";
import { access, constants, copyFile, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { before, describe, test } from "node:test";
import { execa } from "execa";
import { builtPage } from "../dev/built-page.ts";
import { PROBE_FILE } from "../dev/probe-bundle.ts";
import { temporaryFolder } from "../dev/testing/temporary-folder.ts";
import { foreignServer } from "./testing/foreign-server.ts";
import { compressed } from "./testing/streams.ts";

const MOST = 150_000; // bytes; people copy such a file to a server without a thought

const nodes = await nodesHere();

describe("probe.mjs", () => {
  let bundle = "";
  before(async () => {
    bundle = path.join(await builtPage(), PROBE_FILE);
  });

  test("imports nothing but what Node has", async () => {
    const text = await readFile(bundle, "utf8");
    const imported = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(
      ([, name]) => name,
    );
    assert.ok(imported.includes("node:http"), "the test sees its imports");
    const foreign = imported.filter((name) => !name?.startsWith("node:"));
    assert.deepEqual(foreign, []);
    assert.ok(text.length <= MOST, `${text.length} bytes, at most ${MOST}`);
  });

  for (const { node, version } of nodes) {
    test(`on Node ${version}, far from this clone`, async (t) => {
      const folder = await temporaryFolder(t);
      await copyFile(bundle, `${folder}/probe.mjs`);
      const url = await foreignServer(t, compressed({ coding: "gzip", flush: false }));
      const { exitCode, stdout, stderr } = await execa(node, ["probe.mjs", url.href], {
        cwd: folder,
        reject: false,
      });
      assert.equal(stderr, "");
      assert.match(stdout, /^Compressed there and not flushed$/m);
      const knowsZstd = !/^(20|21|22\.([0-9]|1[0-4])\.)/.test(version);
      assert.match(stdout, knowsZstd ? /accepts .*br, zstd$/m : /this Node can’t read zstd/);
      assert.equal(exitCode, 1);
    });
  }

  test("wrong usage is a sentence and 64", async () => {
    const { exitCode, stdout, stderr } = await execa(process.execPath, [bundle], { reject: false });
    assert.equal(stdout, "");
    assert.match(stderr, /^probe: there is no URL/);
    assert.equal(exitCode, 64);
  });
});

/** One of each version: this process's own, and what the machine has besides. */
async function nodesHere(): Promise<{ node: string; version: string }[]> {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = new Map([[process.versions.node, process.execPath]]);
  for (const folder of [...folders, "/usr/bin", "/usr/local/bin"]) {
    const node = path.join(folder, "node");
    try {
      await access(node, constants.X_OK);
      const { stdout } = await execa(await realpath(node), ["--version"]);
      const version = stdout.slice(1);
      if (Number.parseInt(version, 10) >= 20 && !found.has(version)) found.set(version, node);
    } catch {
      // none there
    }
  }
  return [...found].map(([version, node]) => ({ node, version }));
}
