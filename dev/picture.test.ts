/** README's picture moves, again and again, and is no burden to whoever opens the page. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const LARGEST = 1_000_000; // bytes
const MOVES = 0x02; // of VP8X's flags

test("README's picture is an animated WebP of at most 1 MB, about 1200 px wide, without an end", async () => {
  const picture = await readFile(`${import.meta.dirname}/../picture.webp`);
  assert.ok(picture.length <= LARGEST, `${picture.length} bytes`);
  assert.equal(picture.toString("latin1", 8, 16), "WEBPVP8X");
  assert.ok(picture.readUInt8(20) & MOVES);
  const width = picture.readUIntLE(24, 3) + 1;
  assert.ok(width >= 1100 && width <= 1300, `${width} px`);
  const animation = picture.indexOf("ANIM");
  assert.equal(picture.readUInt16LE(animation + 12), 0, "how often it is played; 0: for ever");
});
