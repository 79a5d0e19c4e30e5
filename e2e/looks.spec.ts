/** How the page looks on what it is looked at: nothing cut off, nothing on top of another, readable. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { overlaps, spills } from "./geometry.ts";
import { expect, test } from "./playground.ts";

/** `inView`: the verdict and the end of the timeline need no scrolling; a phone may scroll once. */
const sights = [
  { name: "laptop", width: 1440, height: 900, presenter: false, screens: 1 },
  { name: "desktop", width: 1920, height: 1080, presenter: false, screens: 1 },
  { name: "presenter", width: 1024, height: 768, presenter: true, screens: 1 },
  { name: "phone", width: 390, height: 844, presenter: false, screens: 2 },
] as const;

for (const { name, width, height, presenter, screens } of sights) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name}, ${colorScheme}: a burst and the run before it`, async ({
      page,
      playground,
    }, testInfo) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await playground.openFirstTime();
      if (presenter) await page.keyboard.press("p");
      await playground.over();
      await playground.begins(() => page.keyboard.press("c"));
      await playground.over();
      await expect(playground.verdict).toHaveText("One burst at the end");

      await testInfo.attach("page", {
        body: await page.screenshot({ fullPage: screens > 1 }),
        contentType: "image/png",
      });
      for (const [what, locator] of Object.entries({
        run: playground.run,
        path: playground.path,
        verdict: playground.verdict,
        timeline: playground.timeline,
      })) {
        const box = await locator.boundingBox();
        expect(box, what).not.toBeNull();
        expect((box?.y ?? 0) + (box?.height ?? 0), `${what} ends`).toBeLessThanOrEqual(
          height * screens,
        );
        expect((box?.x ?? 0) + (box?.width ?? 0), `${what} ends`).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(spills)).toEqual([]);
      expect(await page.evaluate(overlaps)).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
    });
  }
}

test("side by side: one verdict a path, on one time axis", async ({
  page,
  playground,
}, testInfo) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open();
  await playground.begins(() => page.keyboard.press("s"));
  await playground.over();
  const compressed = page.getByRole("article", { name: "compress: true" });
  await expect(page.getByRole("article", { name: "compress: false" })).toContainText("Live");
  await expect(compressed).toContainText("One burst at the end");
  await expect(playground.events("fetch")).toHaveCount(5);

  await compressed.getByRole("button").click();
  await expect(compressed.getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await expect(playground.events("eventsource")).toHaveCount(5);
  await testInfo.attach("page", { body: await page.screenshot(), contentType: "image/png" });
  expect(await page.evaluate(spills)).toEqual([]);
  expect(await page.evaluate(overlaps)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
});

/** What axe calls serious or critical: rule, and where. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
