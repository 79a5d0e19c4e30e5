import { expect, test } from "../pages/playground.ts";

test("the burst, with the live run before it", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.openFirstTime();
  await playground.over();
  await expect(playground.verdict).toHaveText("Live");
  await playground.begins(() => page.keyboard.press("c"));
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await page.screenshot({ path: `${import.meta.dirname}/../../picture.png` });
});
