/** Says what docs/chat.md shows of the chat runs as it is pasted. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";
import { startServer } from "../testing/test-server.ts";

const run = promisify(execFile);

const page = await readFile(`${import.meta.dirname}/../../docs/chat.md`, "utf8");
const [, shell = ""] = /^## From a shell$(.*?)^##/ms.exec(page) ?? [];
const examples = [...shell.matchAll(/(?:^ {4}.*\n)+/gm)].map(([example]) => example);

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

test("docs/chat.md has an example of each way in", () => assert.equal(examples.length, 3));

for (const example of examples) {
  test(`as pasted: ${example.trim().slice(0, 70)} …`, { skip: !hasCurl }, async (t) => {
    const server = await startServer(t);
    const here = example.replaceAll("localhost:8345", `127.0.0.1:${server.port}`);
    const { stdout } = await run("bash", ["-c", here], { timeout: 20_000 });
    assert.match(stdout, /^id: \w+:1\nevent: start\n.*event: token\n.*data: \[DONE\]\n\n$/s);
  });
}
