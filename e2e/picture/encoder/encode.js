/**
 * Makes an animated WebP of frames: `node encode.js frames.json picture.webp`. The list has the file of each
 * and how long it stays, in ms. Without loss, so that text is crisp; with fewer frames where it grows too large.
 */
import { readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";

const LARGEST = 1_000_000; // bytes
const STEPS = [100, 150, 220, 330]; // ms that a frame stays at least

/** The shades of a channel: less to store than all 256, and nobody sees it. */
const SHADES = 52;
const shade = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round((Math.round((value / 255) * (SHADES - 1)) * 255) / (SHADES - 1)),
);

const [, , list, picture] = process.argv;
const all = JSON.parse(await readFile(list, "utf8"));

for (const step of STEPS) {
  const frames = apart(step);
  const images = [];
  for (const { file } of frames) images.push(await shaded(file));
  const webp = await sharp(images, { join: { animated: true } })
    .webp({ lossless: true, loop: 0, delay: frames.map(({ ms }) => ms) })
    .toBuffer();
  console.log(`${frames.length} of ${all.length} frames, ${step} ms apart: ${webp.length} bytes`);
  if (webp.length > LARGEST) continue;
  await writeFile(picture, webp);
  process.exit();
}
throw new Error(`It is larger than ${LARGEST} bytes, however few frames it has`);

/** A frame that would stay for less gives way to the next one. */
function apart(step) {
  const frames = [];
  for (const { file, ms } of all) {
    const last = frames.at(-1);
    if (last && last.ms < step) frames[frames.length - 1] = { file, ms: last.ms + ms };
    else frames.push({ file, ms });
  }
  return frames;
}

/** Each pixel by itself, so that what stands still is the same in each frame, and is stored once. */
async function shaded(file) {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at++) data[at] = shade[data[at]];
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
}
