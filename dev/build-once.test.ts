import assert from "node:assert/strict";
import { appendFile, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { buildOnce } from "./build-once.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("one build for all who ask at once, another where a file has changed, or is gone", async (t) => {
  const folder = await temporaryFolder(t);
  const [source, other] = [`${folder}/source`, `${folder}/other`];
  await writeFile(source, "a");
  await writeFile(other, "");
  for (const file of [source, other]) await utimes(file, 0, 0); // long ago
  let builds = 0;
  const built = buildOnce(async () => {
    builds++;
    return { result: await readFile(source, "utf8"), files: [source, other] };
  });
  const asked = () => Promise.all([built(), built(), built()]);

  assert.deepEqual(await asked(), ["a", "a", "a"]);
  assert.deepEqual(await asked(), ["a", "a", "a"]);
  assert.equal(builds, 1);

  await appendFile(source, "b");
  assert.deepEqual(await asked(), ["ab", "ab", "ab"]);
  assert.equal(builds, 2);

  await rm(other);
  await asked();
  assert.equal(builds, 3);
});

test("a failure is told to all who asked, and is not kept", async () => {
  let builds = 0;
  const built = buildOnce(async () => {
    if (++builds === 1) throw new Error("no source");
    return { result: "built", files: [] };
  });
  const [one, two] = await Promise.allSettled([built(), built()]);
  assert.deepEqual([one.status, two.status, builds], ["rejected", "rejected", 1]);
  assert.equal(await built(), "built");
});
