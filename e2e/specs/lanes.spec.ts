/** What people do with one lane: connect it, let go of it, see its code. */
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

for (const lane of lanes) {
  test(`${lane} connects alone, in a new trace, and disconnects`, async ({ playground }) => {
    await playground.open();
    await playground.play("endless-ticker");
    await expect(playground.events(lane)).not.toHaveCount(0);

    const buttons = playground.lane(lane);
    await buttons.getByRole("button", { name: "Disconnect" }).click();
    await expect(playground.state(lane)).toHaveText(
      lane === "fetch" ? "aborted" : "CLOSED (readyState 2): this page closed it",
    );
    await playground.begins(() =>
      buttons.getByRole("button", { name: "Connect", exact: true }).click(),
    );
    await expect(playground.events(lane)).not.toHaveCount(0);
    const other = lane === "fetch" ? "eventsource" : "fetch";
    await expect(playground.events(other)).toHaveCount(0);
    await playground.stop.first().click();
  });
}

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

test("a lane shows the code that it runs, with this run's values", async ({ playground }) => {
  await playground.open();
  await playground.play("five-ticks");
  const lane = playground.lane("eventsource");
  await lane.getByRole("button", { name: "Code", exact: true }).click();
  await expect(lane.getByText("new EventSource(")).toContainText('/api/sse/five-ticks"');
  await expect(lane.getByText("new EventSource(")).toContainText('["message","tick"]');
  await lane.getByRole("button", { name: "Copy the code" }).click();
  await expect(lane.getByRole("button", { name: /^(Copied|Selected)/ })).toBeVisible();
});

test("keys show the code of a lane, and the place to paste a stream", async ({
  playground,
  page,
}) => {
  await playground.open();
  await expect(playground.script.editor).toBeVisible();
  await page.keyboard.press("6");
  const code = playground.lane("fetch").getByRole("button", { name: "Code", exact: true });
  await expect(code).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("v");
  await expect(page.getByRole("dialog", { name: "Paste as stream" })).toBeVisible();
});
