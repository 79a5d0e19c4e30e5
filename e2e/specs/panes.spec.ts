/** How people arrange the page: parts made larger or smaller, one shown alone, and all of it set back. */
import { expect, lanes, test } from "../pages/playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("borders move by keys and pointer, stay where they were put, and go back", async ({
  page,
  playground,
}) => {
  await playground.open();
  const border = page.getByRole("separator", { name: "Height of the log" });
  const height = async () => (await playground.panes.log.boundingBox())?.height ?? 0;
  const before = await height();
  await border.press("ArrowUp");
  await expect.poll(height).toBe(before + 24);
  await page.reload();
  await expect(border).toBeAttached();
  await expect.poll(height).toBe(before + 24);
  await border.press("Enter");
  await expect.poll(height).toBe(before);

  const width = async () => (await playground.panes.script.boundingBox())?.width ?? 0;
  const wide = await width();
  const { x = 0, y = 0 } =
    (await page.getByRole("separator", { name: "Width of the script" }).boundingBox()) ?? {};
  await page.mouse.move(x + 5, y + 50);
  await page.mouse.down();
  await page.mouse.move(x + 105, y + 60);
  await page.mouse.up();
  await expect.poll(width).toBe(wide + 100);
  await page.mouse.dblclick(x + 105, y + 50);
  await expect.poll(width).toBe(wide);
});

test("one part alone, by key and by button; one key sets everything back", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.turn("compress", "true");
  await playground.play("every-field");
  await playground.over();
  await playground.log.lane("fetch").click();
  const { eventsource, fetch, log } = playground.panes;
  await page.keyboard.press("g");
  await expect(eventsource).toBeVisible();
  await expect(log).toBeHidden();
  await expect(fetch).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(fetch).toBeVisible();

  await page.keyboard.press("p"); // in a room too
  await fetch.getByRole("button", { name: "Show fetch large" }).click();
  await expect(eventsource).toBeHidden();
  await expect(playground.events("fetch")).not.toHaveCount(0);

  await page.keyboard.press("q");
  await expect(playground.verdict).toHaveText("Ready");
  await expect(playground.stream).toHaveText("five-ticks");
  await expect(playground.segment("compress", "false")).toBeChecked();
  await page.keyboard.press("p");
  for (const lane of lanes) await expect(playground.panes[lane]).toBeVisible();
  await expect(playground.log.lane("fetch")).toHaveAttribute("aria-pressed", "true");
});

test("Run and Stop stay in their places, and side by side shows how to leave it", async ({
  page,
  playground,
}) => {
  await playground.open();
  const places = () => Promise.all([playground.stop.boundingBox(), playground.run.boundingBox()]);
  const before = await places();
  const side = page.getByRole("button", { name: "Side by side" });
  await expect(playground.stop).toBeDisabled();
  await playground.begins(() => side.click());
  await expect(playground.stop).toBeEnabled();
  expect(await places()).toEqual(before);
  await expect(side).toBeHidden();
  await playground.begins(() => page.getByRole("button", { name: "One path" }).click());
  await expect(side).toBeVisible();
  expect(await places()).toEqual(before);
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("at 200 % the page scrolls as one", async ({ page, playground }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await playground.open();
  const { height = 0 } = (await playground.panes.log.boundingBox()) ?? {};
  expect(height).toBeGreaterThan(250);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(800);
});
