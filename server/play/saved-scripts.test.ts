import assert from "node:assert/strict";
import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { temporaryFolder } from "../../dev/testing/temporary-folder.ts";
import { MAX_SAVED_SCRIPTS } from "../limits.ts";
import { readIfThere, SavedScripts } from "./saved-scripts.ts";

/** A script that is as long as a script may be. */
const LARGE = "x".repeat(64 * 1024);

/** Writes as a disk of so many bytes does: a draft that does not fit is left half-written. Linux has a disk that is always full. */
function diskOf(folder: string, bytes: number): (file: string, text: string) => Promise<void> {
  return async (file, text) => {
    let room = bytes;
    for (const name of await readdir(folder)) room -= (await stat(`${folder}/${name}`)).size;
    await writeFile(file, text.slice(0, room));
    if (text.length <= room) return;
    if (process.platform === "linux") await writeFile("/dev/full", text);
    throw Object.assign(new Error("full"), { code: "ENOSPC" });
  };
}

test("a disk that is full costs the oldest scripts", async (t) => {
  const folder = await temporaryFolder(t);
  const saved = new SavedScripts(folder, diskOf(folder, 1024 * 1024));
  for (let i = 0; i < 40; i++) {
    await saved.save(`${i}.sse`, `${LARGE}${i}`);
    await utimes(`${folder}/${i}.sse`, i + 1, i + 1);
  }
  const left = await readdir(folder);
  assert.ok(
    left.every((name) => /^\d+\.sse$/.test(name)),
    "no draft is left",
  );
  assert.ok(left.includes("39.sse") && left.length > 1 && left.length < 20, left.join());
  assert.equal(await readIfThere(`${folder}/39.sse`), `${LARGE}39`);
  assert.equal(await readIfThere(`${folder}/0.sse`), null);
});

test("a disk that others filled keeps nothing, says so, and takes the next once there is room", async (t) => {
  const folder = await temporaryFolder(t);
  let room = 0;
  const write = (file: string, text: string) => diskOf(folder, room)(file, text);
  const saved = new SavedScripts(folder, write);
  await assert.rejects(saved.save("a.sse", LARGE), {
    statusCode: 507,
    message: /^the script is not kept \(ENOSPC\): the disk is full, .*; free some of it, or use/,
  });
  assert.deepEqual(await readdir(folder), [], "no draft is left");
  room = Infinity;
  await saved.save("a.sse", LARGE);
});

test("drafts that a killed server left count as scripts, and go as the oldest", async (t) => {
  const folder = await temporaryFolder(t);
  for (let i = 0; i < MAX_SAVED_SCRIPTS; i++) await writeFile(`${folder}/x.sse.${i}`, "");
  for (const name of await readdir(folder)) await utimes(`${folder}/${name}`, 1, 1);
  await new SavedScripts(folder).save("a.sse", "");
  const left = await readdir(folder);
  assert.equal(left.length, MAX_SAVED_SCRIPTS);
  assert.ok(left.includes("a.sse"));
});

test("a file where the folder should be: what is there is nothing, and what is saved is refused", async (t) => {
  const folder = await temporaryFolder(t);
  for (const path of [`${folder}/data`, `${folder}/data/scripts`]) {
    await writeFile(`${folder}/data`, "");
    assert.equal(await readIfThere(`${path}/a.sse`), null);
    await assert.rejects(new SavedScripts(path).save("a.sse", ""), {
      statusCode: 507,
      message: /a file is where its folder should be; move that away/,
    });
  }
});
