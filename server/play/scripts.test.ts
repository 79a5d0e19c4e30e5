import assert from "node:assert/strict";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { type TestContext, test } from "node:test";
import { streamPaths } from "../../dev/testing/shipped-streams.ts";
import { temporaryFolder } from "../../dev/testing/temporary-folder.ts";
import { MAX_SAVED_SCRIPTS } from "../limits.ts";
import { Scripts } from "./scripts.ts";

const STREAMS = `${import.meta.dirname}/../../streams`;

test("a file dropped into the folder is listed, with its title and types", async (t) => {
  const folder = await temporaryFolder(t);
  const scripts = new Scripts(folder, "nowhere");
  assert.deepEqual(await scripts.list(), []);
  await writeFile(`${folder}/b.sse`, "@# Says b.\nevent: b\ndata: x\n\n");
  await writeFile(`${folder}/a.sse`, "@wiat 5ms\n");
  await writeFile(`${folder}/notes.txt`, "no script");
  const title = "Line 1: there is no directive `@wiat`; did you mean `@wait`?";
  assert.deepEqual(await scripts.list(), [
    { name: "a", group: "Others", title, eventTypes: [] },
    { name: "b", group: "Others", title: "Says b.", eventTypes: ["b"] },
  ]);
  await writeFile(`${folder}/a.sse`, "@# Is put right.\n@wait 5ms\n");
  assert.equal((await scripts.list())[0]?.title, "Is put right.");
});

/** Writes scripts into a folder of their own, as `folder/name`. */
async function shippedIn(t: TestContext, order: string, ...paths: string[]): Promise<Scripts> {
  const folder = await temporaryFolder(t);
  await writeFile(`${folder}/order.txt`, order);
  for (const path of paths) {
    await mkdir(`${folder}/${dirname(path)}`, { recursive: true });
    await writeFile(`${folder}/${path}.sse`, `@# Says ${path}.\ndata: ${path}\n\n`);
  }
  return new Scripts(folder, "nowhere");
}

test("a folder is a group; what the list does not name comes last, by name", async (t) => {
  const order = "format/b\nformat/a\n\nload/c\nload/gone\n";
  const scripts = await shippedIn(t, order, "z", "format/a", "load/c", "format/b", "format/y");
  const placed = (await scripts.list()).map(({ group, name }) => `${group}: ${name}`);
  assert.deepEqual(placed, ["Format: b", "Format: a", "Load: c", "Format: y", "Others: z"]);
  assert.equal((await scripts.read("c")).text, "@# Says load/c.\ndata: load/c\n\n");
});

test("where two have one name the first is played, and its title says so", async (t) => {
  const scripts = await shippedIn(t, "load/a\n", "a", "format/a", "load/a");
  const titles = (await scripts.list()).map(({ title }) => title);
  assert.deepEqual(titles, ["This is load/a.sse; rename a.sse, which has the same name."]);
  assert.match((await scripts.read("a")).text, /data: load\/a/);
});

test("the list names each shipped stream once, and each has a name of its own", async () => {
  const listed = (await readFile(`${STREAMS}/order.txt`, "utf8")).trim().split("\n");
  assert.deepEqual(listed.toSorted(), streamPaths.toSorted());
  const names = listed.map((path) => basename(path));
  assert.deepEqual([...new Set(names)], names);
  const groups = (await new Scripts(STREAMS, "nowhere").list()).map(({ group }) => group);
  const titles = ["Format", "Chunks", "Reconnecting", "Failures", "Load", "Chat"];
  assert.deepEqual([...new Set(groups)], titles);
});

test("a saved script has the same name for the same text, and outlives a restart", async (t) => {
  const saved = await temporaryFolder(t);
  const name = await new Scripts(STREAMS, saved).save("data: é\n\n");
  const restarted = new Scripts(STREAMS, saved);
  assert.equal(await restarted.save("data: é\n\n"), name);
  assert.notEqual(await restarted.save("data: e\n\n"), name);
  assert.deepEqual(await restarted.read(name), { name, text: "data: é\n\n" });
});

test("of too many saved scripts the oldest are removed", async (t) => {
  const saved = await temporaryFolder(t);
  const scripts = new Scripts(STREAMS, saved);
  const oldest = await scripts.save("data: oldest\n\n");
  await utimes(`${saved}/${oldest}.sse`, 1, 1);
  for (let i = 0; i < MAX_SAVED_SCRIPTS; i++) await scripts.save(`data: ${i}\n\n`);
  assert.equal((await readdir(saved)).length, MAX_SAVED_SCRIPTS);
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
  test(`${JSON.stringify(name.slice(0, 20))} is no script's name`, async () => {
    const scripts = new Scripts(STREAMS, "nowhere");
    await assert.rejects(scripts.read(name), { statusCode: 404, code: "no-script" });
  });
}
