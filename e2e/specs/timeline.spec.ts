/** The timeline: zoomed, moved, saved, pointed at; reconnect gaps. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";
import { TimelinePanel } from "../pages/timeline.ts";

test.describe("of one path", () => {
  test.use(onBuiltPage);

  test("it is pointed at, zoomed, moved and saved, by pointer, fingers and keys", async ({
    page,
    playground,
  }) => {
    await playground.openRecorded("live-direct");
    const timeline = new TimelinePanel(page);
    const { picture, showAll } = timeline;
    const widthOf = (one: { x: number }, other: { x: number }) => Math.abs(one.x - other.x);
    const before = await timeline.place("4");
    const apart = async () => widthOf(await timeline.place("3"), await timeline.place("4"));
    const whole = await apart();

    await test.step("it tells the exact times of what is pointed at", async () => {
      const { x, y } = await timeline.place("3");
      await page.mouse.move(x, y);
      const exact = page.getByRole("status").filter({ hasText: "event 3" });
      await expect(exact).toHaveText(/written.*\s+.*EventSource.*\s+.*lag/);
    });

    await test.step("the wheel zooms at the pointer, a drag moves, a button shows all", async () => {
      await expect(showAll).toBeDisabled();
      await timeline.zoomAt("4");
      await expect.poll(apart).toBeGreaterThan(whole * 1.5);
      const zoomed = await timeline.place("4");
      expect(widthOf(zoomed, before), "stays under the pointer").toBeLessThan(3);
      await timeline.drag(-100);
      await expect.poll(async () => (await timeline.place("4")).x).toBeLessThan(zoomed.x - 90);
      await showAll.click();
      await expect.poll(async () => widthOf(await timeline.place("4"), before)).toBeLessThan(1);
    });

    await test.step("two fingers zoom where they are, a double click shows all", async () => {
      await timeline.pinchAt("4");
      await expect.poll(apart).toBeGreaterThan(whole * 1.5);
      const between = widthOf(await timeline.place("4"), before);
      expect(between, "stays between the fingers").toBeLessThan(40);
      await timeline.doubleClick();
      await expect(showAll).toBeDisabled();
      expect(Math.abs((await apart()) - whole)).toBeLessThan(1);
    });

    await test.step("keys zoom and move", async () => {
      await picture.focus();
      for (let times = 0; times < 8; times++) await page.keyboard.press("+");
      await expect(picture).toContainText(/\d\sms/); // the axis
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("-");
      await expect(timeline.words("1")).toHaveCount(0);
      await showAll.click();
      await expect(timeline.words("1")).toBeVisible();
    });

    const { name, text } = await timeline.save();
    await test.step("another run is shown whole", async () => {
      await timeline.zoomIn.click();
      await expect(showAll).toBeEnabled();
      await playground.begins(() => playground.run.click());
      await expect(showAll).toBeDisabled();
    });

    await test.step("the saved picture has its title, and holds all that it needs", async () => {
      expect(name).toBe("five-ticks.timeline.svg");
      expect(text).toContain("<title>five-ticks · Live</title>");
      expect(text).not.toMatch(/var\(|url\((?!["']?#)|href=/);
      await page.goto("about:blank"); // the page's policy forbids the picture's own styles
      await page.setContent(text);
      await expect(page.getByText("EventSource got")).toBeVisible();
      const isWellFormed = await page.evaluate((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
        return documentElement.localName === "svg";
      }, text);
      expect(isWellFormed).toBe(true);
    });
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
