/** Ten thousand events at once: what each part of the page makes of so many. */
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";
import { TimelinePanel } from "../pages/timeline.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("ten thousand events are counted, folded and drawn as a few marks", async ({ playground }) => {
  const { log, page } = playground;
  await playground.open();
  await playground.play("ten-thousand");
  await playground.over();

  await test.step("a lane shows the newest of them, and counts them all", async () => {
    const newest = Array.from({ length: 50 }, (_, index) => ["message", "", `${9951 + index}`]);
    for (const lane of lanes) {
      await expect(playground.lane(lane)).toContainText("10 000 events");
      await expect.poll(() => playground.shown(lane)).toEqual(newest);
    }
  });

  await test.step("the timeline tells how many they are, and is drawn of few parts", async () => {
    const timeline = new TimelinePanel(page);
    await expect(timeline.picture).toHaveAccessibleName(/10\s000\sevents written, 10\s000 arrived/);
    expect(await timeline.parts()).toBeLessThan(2000);
  });

  await test.step("in the log's story they fold, and each line of theirs is a row", async () => {
    await expect.poll(() => log.counted()).toBeGreaterThan(20_000);
    const folded = await log.total();
    expect(folded).toBeLessThan(2000);
    await log.select("more like this");
    await log.rows.press("Enter");
    await expect.poll(() => log.total()).toBeGreaterThan(folded);
    await log.look("Lines");
    await expect.poll(() => log.total()).toBeGreaterThan(60_000);
    expect(await log.rows.getByRole("row").count()).toBeLessThan(100);
    await log.rows.press("End");
    await expect(log.selected).toBeInViewport();
  });
});
