/** What a room sees, and what a hand that has no keys is told. Both look at a recorded run: nothing is played. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";

test.describe("in a room", () => {
  test.use({ ...onBuiltPage, viewport: { width: 1920, height: 1080 } });

  test("the cure, the switches' help and each digit are seen; data keeps its column beside the script", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("burst-br");
    await page.keyboard.press("p");
    await expect(playground.verdictSentence).toContainText("Cure:");
    await expect(page.getByText("Cure:")).toBeVisible();
    await expect(playground.faults.opener).toBeVisible();
    await expect(page.getByRole("button", { name: "Side by side" })).toBeVisible();

    const sizes = await playground.timeline.evaluate((drawing) =>
      [...drawing.querySelectorAll("g:has(> .inside)")].map((mark) => {
        const [circle, digit] = [".written", ".inside"].map((part) =>
          mark.querySelector(part)?.getBoundingClientRect(),
        );
        return { circle: circle?.height ?? 0, digit: digit?.height ?? Number.POSITIVE_INFINITY };
      }),
    );
    expect(sizes.length).toBeGreaterThan(4);
    for (const { circle, digit } of sizes) expect(digit).toBeLessThanOrEqual(circle);

    await page.keyboard.press("e");
    await expect(playground.script.editor).toBeVisible();
    const data = playground.events("fetch").first().getByRole("cell").nth(2);
    expect((await data.boundingBox())?.width ?? 0).toBeGreaterThan(100);
  });
});

test.describe("on a phone", () => {
  test.use({
    ...onBuiltPage,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });

  test("no key is mentioned", async ({ page, playground }) => {
    await playground.openRecorded("burst-br");
    await expect(page.locator("kbd").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Keys" })).toBeHidden();
    const named = /\([^ )]\)|Ctrl|Enter|arrow keys/;
    await expect(page.getByTitle(named)).toHaveCount(0);
    await expect(page.getByLabel(named)).toHaveCount(0);
  });
});
