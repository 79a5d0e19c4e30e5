/** How the page looks on what it is looked at: nothing cut off, nothing on top of another, readable. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, lanes, ONCE, test } from "../pages/playground.ts";
import { overlaps, spills } from "../support/geometry.ts";

test.use({ contextOptions: {} }); // with what flies

/** Between the sights below and beyond them: nothing may be cut off there either. */
const sizes = [
  [390, 844],
  [641, 900],
  [768, 1024],
  [1023, 768],
  [1024, 768],
  [1280, 800],
  [2560, 1440],
] as const;

/** `screens`: the verdict and the end of the timeline need no scrolling; a phone may scroll once. */
const sights = [
  { name: "laptop", width: 1440, height: 900, presenter: false, screens: 1 },
  { name: "desktop", width: 1920, height: 1080, presenter: false, screens: 1 },
  { name: "presenter", width: 1024, height: 768, presenter: true, screens: 1 },
  { name: "phone", width: 390, height: 844, presenter: false, screens: 2 },
] as const;

/** A theme changes colours alone: in the other one axe looks at nothing else. */
const themes: [theme: "light" | "dark", rules: string[]][] = [
  ["light", []],
  ["dark", ["color-contrast"]],
];

// One visit, looked at in every size: to play it for each would take most of the suite's time.
test("a first visit and its burst, in every size, in light and dark", async ({
  page,
  playground,
}) => {
  await playground.openFirstTime();
  await expect(playground.suggestion).toBeVisible();
  for (const [width, height] of sizes) {
    await test.step(`live, ${width} px`, async () => {
      await page.setViewportSize({ width, height });
      await nothingCutOff(page);
    });
  }
  await playground.begins(() => page.keyboard.press("c"));
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await expect(playground.heldDots).toHaveCount(5);
  await expect(playground.heldDots.first()).toBeVisible();

  for (const [theme, rules] of themes) {
    if (theme === "dark") await page.keyboard.press("t");
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    for (const { name, width, height, presenter, screens } of sights) {
      if (theme === "dark" && name !== "laptop") continue; // sizes know no theme
      await test.step(`burst, ${name}, ${theme}`, async () => {
        await page.setViewportSize({ width, height });
        if (presenter) await page.keyboard.press("p");
        for (const [what, locator] of Object.entries({
          run: playground.run,
          path: playground.path,
          verdict: playground.verdict,
          timeline: playground.timeline,
        })) {
          const { x, y, ...size } = await boxOf(locator);
          expect(y + size.height, `${what} ends`).toBeLessThanOrEqual(height * screens);
          expect(x + size.width, `${what} ends`).toBeLessThanOrEqual(width);
        }
        await nothingCutOff(page);
        if (name === "laptop") expect(await seriousFindings(page, rules)).toEqual([]);
        if (presenter) await page.keyboard.press("p");
      });
    }
  }

  await page.keyboard.press("p");
  for (const [width, height] of [
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await test.step(`a presenter shows all rows and one sentence, ${width} px`, async () => {
      await page.setViewportSize({ width, height });
      await expect(async () => {
        const { y: sentence } = await boxOf(page.getByText("All five in the same instant."));
        for (const lane of lanes) {
          const { y, height: tall } = await boxOf(playground.events(lane).nth(4));
          expect(y + tall, `${lane}'s fifth row`).toBeLessThanOrEqual(sentence);
        }
      }).toPass();
    });
  }
});

test("side by side: one verdict a path, on one time axis", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open();
  await playground.script.write(`retry: 9\n\n@repeat 5\ndata: {{n}}\n\n@wait 500ms\n@end\n${ONCE}`);
  await playground.begins(() => page.getByRole("button", { name: "Side by side" }).click());
  await playground.over();
  const compressed = page.getByRole("article", { name: "compress: true" });
  const live = page.getByRole("article", { name: "compress: false" });
  await expect(live).toContainText(/Live|Held: one event/); // on a busy machine one may be late
  await expect(compressed).toContainText("One burst at the end");
  await expect(playground.events("fetch")).toHaveCount(5);

  const pick = compressed.getByRole("button", { name: /lanes and log/ });
  await pick.click();
  await expect(pick).toHaveAttribute("aria-pressed", "true");
  await expect(playground.events("eventsource")).toHaveCount(5);
  await nothingCutOff(page);
  expect(await seriousFindings(page)).toEqual([]);

  await page.keyboard.press("p");
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const lane of lanes) await expect(playground.events(lane).nth(2)).toBeInViewport();
});

/** Where an element stands, px; it has to stand somewhere. */
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  expect(box, `whether ${locator} is drawn`).not.toBeNull();
  return box ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** No words are cut off, nothing lies on top of another, the page does not scroll sideways. */
async function nothingCutOff(page: Page): Promise<void> {
  expect(await page.evaluate(spills)).toEqual([]);
  expect(await page.evaluate(overlaps)).toEqual([]);
}

/** What axe calls serious or critical, of these rules or of all: rule, and where. */
async function seriousFindings(page: Page, rules: string[] = []): Promise<string[]> {
  // Legacy is the mode for a page without frames: the other opens a page more, for seconds in Firefox.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
