/** What a reader has told the system is done without being asked for again. */
import { expect, test } from "../pages/playground.ts";

// Where there are dev servers: the built page has no hop that holds anything.
test.use({ colorScheme: "dark", contextOptions: { reducedMotion: "reduce" } });

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
