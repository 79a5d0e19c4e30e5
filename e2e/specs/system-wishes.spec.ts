/** What a reader has told the system is done without being asked for again. */
import { expect, test } from "../pages/playground.ts";

/** Debian's Firefox takes a wish only with its profile. */
const asFirefoxHasIt = {
  "ui.prefersReducedMotion": 1,
  "layout.css.prefers-color-scheme.content-override": 0, // dark
};

test.use({
  colorScheme: "dark",
  contextOptions: { reducedMotion: "reduce" },
  launchOptions: async ({ browserName, launchOptions }, use) => {
    const firefoxUserPrefs = browserName === "firefox" ? asFirefoxHasIt : undefined;
    await use({ ...launchOptions, ...(firefoxUserPrefs && { firefoxUserPrefs }) });
  },
});

test("dark, and without motion: what is held is a count, and nothing flies", async ({
  page,
  playground,
}) => {
  const root = page.locator("html");
  await playground.openRecorded("burst-br");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await expect(playground.path).toContainText("held 5 events");
  await expect(playground.heldDots).toHaveCount(5);
  await expect(playground.heldDots.first()).toBeHidden();

  await page.keyboard.press("t");
  await page.reload();
  await expect(root).toHaveAttribute("data-theme", "light"); // what was said here is remembered
});
