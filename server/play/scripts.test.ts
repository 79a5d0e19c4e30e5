import assert from "node:assert/strict";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { temporaryFolder } from "../../dev/testing/temporary-folder.ts";
import { MAX_SAVED_SCRIPTS } from "../limits.ts";
import { Scripts } from "./scripts.ts";

test("a file dropped into the folder is listed, with its title and types", async (t) => {
  const folder = await temporaryFolder(t);
  const scripts = new Scripts(folder, `${folder}/saved`);
  assert.deepEqual(await scripts.list(), []);
  await writeFile(`${folder}/b.sse`, "@# Says b.\nevent: b\ndata: x\n\n");
  await writeFile(`${folder}/a.sse`, "@wiat 5ms\n");
  await writeFile(`${folder}/notes.txt`, "no script");
  const title = "Line 1: there is no directive `@wiat`; did you mean `@wait`?";
  assert.deepEqual(await scripts.list(), [
    { name: "a", group: "Others", title, eventTypes: [] },
    { name: "b", group: "Others", title: "Says b.", eventTypes: ["b"] },
  ]);
});

test("a saved script has the same name for the same text, and outlives a restart", async (t) => {
  const folder = await temporaryFolder(t);
  const name = await new Scripts(folder, `${folder}/saved`).save("data: é\n\n");
  const restarted = new Scripts(folder, `${folder}/saved`);
  assert.equal(await restarted.save("data: é\n\n"), name);
  assert.notEqual(await restarted.save("data: e\n\n"), name);
  assert.deepEqual(await restarted.read(name), { name, text: "data: é\n\n" });
});

test("of too many saved scripts the oldest are removed", async (t) => {
  const folder = await temporaryFolder(t);
  const scripts = new Scripts(folder, `${folder}/saved`);
  const oldest = await scripts.save("data: oldest\n\n");
  await utimes(`${folder}/saved/${oldest}.sse`, 1, 1);
  for (let i = 0; i < MAX_SAVED_SCRIPTS; i++) await scripts.save(`data: ${i}\n\n`);
  assert.equal((await readdir(`${folder}/saved`)).length, MAX_SAVED_SCRIPTS);
  await assert.rejects(scripts.read(oldest), { code: "no-script" });
});

test("a file where the folder of saved scripts should be hides no shipped one", async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(`${folder}/data`, "");
  await writeFile(`${folder}/a.sse`, "data: x\n\n");
  const scripts = new Scripts(folder, `${folder}/data/scripts`);
  assert.equal((await scripts.read("a")).text, "data: x\n\n");
  await assert.rejects(scripts.read("b"), { statusCode: 404 });
  await assert.rejects(scripts.save("data: x\n\n"), { statusCode: 507, code: "not-kept" });
});

const strangers = ["../package", "a/b", "", "A", "a.b", "..", "x".repeat(65), "a\0b"];
for (const name of strangers) {
  test(`${JSON.stringify(name.slice(0, 20))} is no script's name`, async (t) => {
    const scripts = new Scripts(await temporaryFolder(t), "nowhere");
    await assert.rejects(scripts.read(name), { statusCode: 404, code: "no-script" });
  });
}
