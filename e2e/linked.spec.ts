/** Linked views: what somebody points at in one is lit in the others. */
import { expect, test } from "./playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("a row, an event of a lane and a block of the script are one thing", async ({
  playground,
  page,
}) => {
  await playground.open();
  await playground.play("every-field");
  await playground.over();
  const { log, script } = playground;
  const events = playground.events("eventsource");
  const rows = log.rows.getByRole("row");
  const lit = rows.and(page.locator("[aria-current]"));

  await log.lane("fetch").click();
  await log.select("the browser dispatches");
  await expect(events.first()).toHaveAttribute("aria-current", "true");
  await expect(playground.events("fetch").first()).not.toHaveAttribute("aria-current");

  await playground.events("fetch").first().hover();
  await expect(events.first()).not.toHaveAttribute("aria-current");
  await log.lane("fetch").click();
  await log.rows.press("Home");
  await events.first().hover();
  await expect(lit).toHaveCount(2); // its block and its dispatch
  await expect(lit.first()).toContainText("EventSource");

  await script.editor.getByText("data: hello").hover();
  await expect(events.first()).toHaveAttribute("aria-current", "true");
  await expect(playground.events("fetch").first()).toHaveAttribute("aria-current", "true");
  await page.mouse.move(5, 5);
  await expect(events.first()).not.toHaveAttribute("aria-current");
});
