/** From 390 to 2560 px nothing is cut off and nothing lies on top of another, as each browser lays it out. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";
import { overlaps, spills } from "../support/geometry.ts";

test.use(onBuiltPage);

test("a burst fits into every width", async ({ page, playground }) => {
  await playground.openRecorded("burst-br");
  await expect(playground.heldDots.first()).toBeHidden(); // less motion is wished for
  for (const width of [390, 641, 768, 1023, 1024, 1280, 1440, 1920, 2560]) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(spills)).toEqual([]);
      expect(await page.evaluate(overlaps)).toEqual([]);
    });
  }
});
