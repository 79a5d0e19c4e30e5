/** What people do with one lane: connect it, let go of it, see its code. */
import type { LaneName } from "../../trace/run/lanes.ts";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

test("each lane connects alone, in a new trace, and disconnects", async ({ playground }) => {
  await playground.open();
  await playground.play("endless-ticker");
  const press = (lane: LaneName, name: string) =>
    playground.lane(lane).getByRole("button", { name, exact: true }).click();
  for (const lane of lanes) await press(lane, "Disconnect");
  for (const lane of lanes) {
    await test.step(lane, async () => {
      const other = lane === "fetch" ? "eventsource" : "fetch";
      await playground.begins(() => press(lane, "Connect"));
      await expect(playground.events(lane)).not.toHaveCount(0);
      await expect(playground.events(other)).toHaveCount(0);
      await press(lane, "Disconnect");
      await expect(playground.state(lane)).toHaveText(
        lane === "fetch" ? "aborted" : "CLOSED (readyState 2): this page closed it",
      );
    });
  }
});

test("a lane keeps its newest event in view, until somebody looks back", async ({ playground }) => {
  await playground.open();
  await playground.play("endless-ticker");
  const events = playground.events("fetch");
  await expect(events.nth(12)).toBeAttached();
  await expect(events.last()).toBeInViewport(); // whichever it is by now
  await events.first().scrollIntoViewIfNeeded();
  const count = await events.count();
  await expect(events.nth(count + 2)).toBeAttached();
  await expect(events.first()).toBeInViewport();
  await expect(events.last()).not.toBeInViewport();
  await playground.stop.first().click();
});

test("a lane shows the code that it runs, with this run's values; keys show it too, and the place to paste", async ({
  playground,
  page,
}) => {
  await playground.openRecorded("live-direct");
  const lane = playground.lane("eventsource");
  await lane.getByRole("button", { name: "Code", exact: true }).click();
  await expect(lane.getByText("new EventSource(")).toContainText('/api/sse/five-ticks"');
  await expect(lane.getByText("new EventSource(")).toContainText('["message","tick"]');
  await lane.getByRole("button", { name: "Copy the code" }).click();
  await expect(lane.getByRole("button", { name: /^(Copied|Selected)/ })).toBeVisible();

  await page.keyboard.press("6");
  const code = playground.lane("fetch").getByRole("button", { name: "Code", exact: true });
  await expect(code).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("v");
  await expect(page.getByRole("dialog", { name: "Paste as stream" })).toBeVisible();
});
