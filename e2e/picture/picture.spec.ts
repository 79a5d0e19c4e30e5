import path from "node:path";
import { execa } from "execa";
import { expect, test } from "../pages/playground.ts";
import { Film } from "./film.ts";

const LOOK = 1500; // ms for whoever looks to read the verdict

const root = path.join(import.meta.dirname, "../..");
const encoder = path.join(import.meta.dirname, "encoder");

test("five ticks live, then the burst", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await playground.openFirstTime();
  const film = await Film.begin(page);
  await playground.over();
  await expect(playground.verdict).toHaveText("Live");
  await film.still(LOOK);
  await playground.begins(() => page.keyboard.press("c"));
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await film.still(3 * LOOK);
  const frames = await film.end(path.join(root, "test-results/picture-frames"));

  await execa("npm", ["ci", "--ignore-scripts"], { cwd: encoder });
  const picture = path.join(root, "picture.webp");
  const encode = [path.join(encoder, "encode.js"), frames, picture];
  const { stdout } = await execa(process.execPath, encode);
  console.log(stdout);
});
