/** The parser view: any recorded stream, a step at a time. */
import { expect, ONCE, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

test("a stream is stepped through forward and back, line by line", async ({ playground }) => {
  const { page, parser } = playground;
  await playground.openRecorded("one-event");
  await playground.log.step.click();
  await parser.stream.selectOption("fetch · attempt 1");
  await expect(parser.sentence).toHaveText("Nothing is read yet, and every buffer is empty.");

  await page.keyboard.press("Escape");
  await expect(parser.panel).toBeHidden();
  await expect(playground.log.step).toBeFocused();
  await page.keyboard.press("b");
  await parser.stream.selectOption("fetch · attempt 1");

  await parser.button("Forward").click();
  await expect(parser.current).toContainText(": a comment");
  await expect(parser.current).toContainText("chunk 1");
  await expect(parser.current).toContainText("LF");
  const forward: [holds: string, becomes: RegExp][] = [
    ["reconnection time", /2.000.ms.*set/s],
    ["last event ID buffer", /1.*set/s],
    ["event type buffer", /greeting.*set/s],
    ["data buffer", /hello.*LF.*set/s],
  ];
  for (const [name, becomes] of forward) {
    await page.keyboard.press("ArrowRight");
    await expect(parser.held(name)).toHaveText(becomes);
    await expect(parser.panel.getByText("◆")).toHaveCount(1);
  }
  await page.keyboard.press("ArrowRight");
  await expect(parser.sentence).toContainText("dispatches “greeting”");
  await expect(parser.held("data buffer")).toHaveText(/empty.*emptied/s);
  await expect(parser.held("last event ID string")).toHaveText(/1.*set/s);
  await expect(parser.events).toHaveText([/greeting.*id 1.*new.*hello/s]);

  await page.keyboard.press("ArrowLeft");
  await expect(parser.held("data buffer")).toHaveText(/hello.*set/s);
  await expect(parser.events).toHaveCount(0);
  await page.keyboard.press("Home");
  await expect(parser.current).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(parser.sentence).toContainText("dispatches “greeting”");
  await expect(parser.button("To the next dispatch")).toHaveAttribute("aria-disabled", "true");
  await parser.slider.fill("2");
  await expect(parser.current).toContainText("retry: 2000");
});

test("a chunk that ends inside a character is a step of its own", async ({ playground }) => {
  const { page, parser } = playground;
  await playground.openPlayed(`@chunk 1 every 1ms\ndata: é\nretry: 9\n\n${ONCE}`);
  await page.keyboard.press("b");
  await parser.stream.selectOption("EventSource · attempt 1");
  for (const _ of "data: ") await page.keyboard.press("PageDown");
  await expect(parser.sentence).toContainText("ends inside a line");
  await page.keyboard.press("PageDown");
  await expect(parser.sentence).toContainText("ends inside a character");
  await page.keyboard.press("ArrowRight");
  await expect(parser.sentence).toContainText("ends inside a line");
  await page.keyboard.press("PageUp");
  await expect(parser.sentence).toContainText("ends inside a character");
});

test("from a row of the log on, and while the stream goes on", async ({ playground }) => {
  const { page, parser } = playground;
  await playground.open();
  await page.keyboard.press("b");
  await expect(parser.panel).toContainText("Nothing is recorded yet");
  await page.keyboard.press("Escape");

  await playground.play("endless-ticker");
  await expect(playground.events("eventsource")).not.toHaveCount(0);
  await playground.log
    .row(/block 1/)
    .first()
    .click();
  await page.keyboard.press("b");
  await expect(parser.panel).toContainText("still going on");
  await expect(parser.current).toHaveCount(1);
  const at = await parser.slider.inputValue();
  const steps = Number(await parser.slider.getAttribute("max"));
  await expect(async () => {
    expect(Number(await parser.slider.getAttribute("max"))).toBeGreaterThan(steps);
  }).toPass();
  expect(await parser.slider.inputValue()).toBe(at);
});
