/** Linked views: what somebody points at in one is lit in the others. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";
import { TimelinePanel } from "../pages/timeline.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("a row, an event of a lane and a block of the script are one thing", async ({
  playground,
  page,
}) => {
  await playground.openRecorded("one-event");
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
  await log.rows.press("Home");
  await events.first().hover();
  await expect(lit).toContainText(["block 1", "dispatch"]);

  await script.editor.getByText("data: hello").hover();
  await expect(events.first()).toHaveAttribute("aria-current", "true");
  await expect(playground.events("fetch").first()).toHaveAttribute("aria-current", "true");
  await page.mouse.move(5, 5);
  await expect(events.first()).not.toHaveAttribute("aria-current");
});

test("a click on an event, wherever it is shown, selects its row in the log", async ({
  playground,
  page,
}) => {
  await playground.openRecorded("live-direct");
  const { log, script } = playground;
  const timeline = new TimelinePanel(page);
  const rows = log.rows.getByRole("row", { selected: true });
  const selected = rows.and(page.locator("[aria-current]")); // and it is of what is pointed at

  await playground.events("fetch").nth(1).click();
  await expect(selected).toContainText("browser saw");
  await log.rows.press("Home");
  await playground.events("fetch").last().focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(selected).toContainText("browser saw");

  await log.rows.press("Home");
  const { x, y } = await timeline.place("3");
  await page.mouse.move(x, y);
  await expect(playground.events("eventsource").nth(2)).toHaveAttribute("aria-current", "true");
  await page.mouse.click(x, y);
  await expect(selected).toContainText("EventSource");

  await log.rows.press("Home");
  await script.editor.getByText("event: tick").click();
  await expect(selected).toContainText("tick · id 5"); // the last of the rows that came of it
});
