/** The timeline: zoomed, moved, saved, pointed at; reconnect gaps. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";
import { TimelinePanel } from "../pages/timeline.ts";

test.describe("of recorded runs", () => {
  test.use(onBuiltPage);

  test("the wheel zooms at the pointer, a drag moves, and a button shows all", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("live-direct");
    const timeline = new TimelinePanel(page);
    const before = await timeline.place("4");
    const neighbour = await timeline.place("3");
    const widthOf = (one: { x: number }, other: { x: number }) => Math.abs(one.x - other.x);

    await timeline.zoomAt("4");
    await expect
      .poll(async () => widthOf(await timeline.place("3"), await timeline.place("4")))
      .toBeGreaterThan(widthOf(neighbour, before) * 1.5);
    expect(widthOf(await timeline.place("4"), before), "stays under the pointer").toBeLessThan(3);

    const zoomed = await timeline.place("4");
    await timeline.drag(-100);
    await expect.poll(async () => (await timeline.place("4")).x).toBeLessThan(zoomed.x - 90);

    await timeline.showAll.click();
    await expect.poll(async () => widthOf(await timeline.place("4"), before)).toBeLessThan(1);
  });

  test("two fingers zoom where they are, and a double click shows all", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("live-direct");
    const timeline = new TimelinePanel(page);
    await expect(timeline.showAll).toBeDisabled();
    const apart = async () => (await timeline.place("4")).x - (await timeline.place("3")).x;
    const before = await apart();
    const { x } = await timeline.place("4");
    await timeline.pinchAt("4");
    await expect.poll(apart).toBeGreaterThan(before * 1.5);
    expect(Math.abs((await timeline.place("4")).x - x), "stays between the fingers").toBeLessThan(
      40,
    );

    await timeline.doubleClick();
    await expect(timeline.showAll).toBeDisabled();
    expect(Math.abs((await apart()) - before)).toBeLessThan(1);
  });

  test("with the focus on it, keys zoom and move; a button shows the whole run", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("live-direct");
    const timeline = new TimelinePanel(page);
    await expect(timeline.showAll).toBeDisabled();
    await timeline.picture.focus();
    for (let times = 0; times < 8; times++) await page.keyboard.press("+");
    await expect(timeline.picture).toContainText(/\d\sms/); // the axis
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("-");
    await expect(timeline.words("1")).toHaveCount(0);

    await timeline.showAll.click();
    await expect(timeline.words("1")).toBeVisible();
    await timeline.zoomIn.click();
    await expect(timeline.showAll).toBeEnabled();
    await playground.begins(() => playground.run.click());
    await expect(timeline.showAll).toBeDisabled(); // another run is shown whole
  });

  test("a reconnect gap has its time, and the attempts have numbers", async ({
    playground,
    page,
  }) => {
    await playground.open();
    await playground.play("ends-and-comes-back");
    const timeline = new TimelinePanel(page);
    await expect(timeline.words("waits: reconnection time")).toBeVisible();
    await expect(timeline.words("attempt 2 · open")).toBeVisible();
    await expect(timeline.picture).toContainText(/reconnection time · \d\.\d\ss/);
  });

  test("it is saved as a picture with its title, which holds all that it needs", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("live-direct");
    const { name, text } = await new TimelinePanel(page).save();
    expect(name).toBe("five-ticks.timeline.svg");
    expect(text).toContain("<title>five-ticks · Live</title>");
    expect(text).not.toMatch(/var\(|url\((?!["']?#)|href=/);

    await page.setContent(text);
    await expect(page.getByText("EventSource got")).toBeVisible();
    const isWellFormed = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
      return documentElement.localName === "svg";
    }, text);
    expect(isWellFormed).toBe(true);
  });

  test("it tells the exact times of what is pointed at", async ({ page, playground }) => {
    await playground.openRecorded("live-direct");
    const { x, y } = await new TimelinePanel(page).place("3");
    await page.mouse.move(x, y);
    const exact = page.getByRole("status").filter({ hasText: "event 3" });
    await expect(exact).toHaveText(/written.*\s+.*EventSource.*\s+.*lag/);
  });
});

test("how long a gap lasted stands behind what is said of the burst before it", async ({
  playground,
  page,
}) => {
  await playground.openPlayed(
    "retry: 1000\n\n@attempt 1-2\n@repeat 5\ndata: {{n}}\n\n@wait 100ms\n@end\n@attempt 3+\n@status 204\n",
    { compress: true },
  );
  const timeline = new TimelinePanel(page);
  const words = timeline.picture.getByText(/^×5/).first(); // "open too" only where open came with them
  for (const width of [1920, 1440, 1024, 800]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(words).toBeVisible();
    await expect
      .poll(async () => {
        const burst = await words.boundingBox();
        const [gap] = await timeline.picture.getByText(/\d\ss$/).all();
        const box = await gap?.boundingBox();
        return burst !== null && (!box || box.x >= burst.x + burst.width || box.width === 0);
      })
      .toBe(true);
  }
});
