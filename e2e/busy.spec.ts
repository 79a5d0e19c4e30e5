/** A page whose own thread is blocked looks like a buffering proxy; the verdict knows better. */
import { expect, test } from "./playground.ts";

test("a page that freezes itself gets the blame", async ({ playground, page }) => {
  await playground.open();
  await playground.play("five-ticks");
  await expect(playground.events("eventsource").first()).toBeVisible();
  await page.keyboard.press("f");
  await playground.over();
  await expect(playground.verdict).toHaveText("This page was busy");
  await expect(playground.events("eventsource")).toHaveCount(5);
});
