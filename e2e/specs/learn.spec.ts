/** Around the lessons: the list, links, keys, what is kept, and how a step looks. */
import AxeBuilder from "@axe-core/playwright";
import { lessons } from "../../lessons/testing/read-lessons.ts";
import { Learn } from "../pages/learn.ts";
import { expect, onBuiltPage, test } from "../pages/playground.ts";
import { overlaps, spills } from "../support/geometry.ts";

test.use(onBuiltPage);

const [first] = lessons;
if (first === undefined) throw new Error("there is no lesson");

test("a link opens its step and begins nothing; keys lead on, out to the whole page, and back", async ({
  page,
  playground,
}) => {
  const learn = new Learn(playground);
  await learn.open(first, 2);
  const step = learn.step(first);
  await expect(step.number(2)).toBeVisible();
  await expect(step.heading).toBeFocused();
  expect(await playground.trace.name(), "what was played").toBe("");
  await expect(playground.panes.log).toBeHidden();

  await page.keyboard.press("PageUp");
  await expect(step.number(1)).toBeVisible();
  await expect(step.heading).toBeFocused();
  await expect(page).toHaveURL(RegExp(`#lesson=${first.name}&step=1$`));
  await page.keyboard.press("u");
  await expect(step.region).toBeHidden();
  await expect(playground.panes.log).toBeVisible();
  await page.keyboard.press("u");
  await expect(step.number(1)).toBeVisible();
});

test("what was seen is told, kept for the next visit, and forgotten when asked", async ({
  page,
  playground,
}) => {
  const learn = new Learn(playground);
  await playground.open();
  await page.keyboard.press("u");
  await learn.entry(first.title).click();
  const step = learn.step(first);
  const top = async () => (await step.region.boundingBox())?.y ?? 0;
  await expect(step.doIt).toBeVisible();
  const before = await top();
  await step.doIt.click();
  await expect(step.seen).toHaveCount(first.steps[0].checks.length);
  expect(await top(), "it kept its place when the timeline came").toBeCloseTo(before, -1);
  await expect(step.told.filter({ hasText: "Seen:" })).toBeAttached();

  await page.goto("/");
  await page.reload();
  await learn.button.click();
  await expect(learn.entry(first.title)).toContainText(`1 of ${first.steps.length}`);
  await learn.list.getByRole("button", { name: "Forget my progress" }).click();
  await expect(learn.entry(first.title)).not.toContainText("1 of");
});

test("whoever presents needs a clicker alone: a press does what the step asks for, the next one goes on", async ({
  page,
  playground,
}) => {
  const learn = new Learn(playground);
  await learn.open(first);
  const step = learn.step(first);
  await expect(step.doIt).toBeVisible();
  await page.keyboard.press("p");
  await playground.begins(() => page.keyboard.press("PageDown"));
  await expect(step.number(1)).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(step.number(2)).toBeVisible();
});

test("a lesson that is not there is told, and the list opens", async ({ playground }) => {
  const learn = new Learn(playground);
  await playground.open("/#lesson=nothing&step=1");
  await expect(learn.list).toBeVisible();
  await expect(playground.trouble).toContainText("no such lesson");
});

test("one key pulls the plug, and the stream comes back", async ({ page, playground }) => {
  await playground.open();
  await playground.begins(() => page.keyboard.press(";"));
  await playground.over();
  await expect(playground.events("eventsource")).toHaveCount(4);
});

test("a step fits: on a laptop, for a room, and on a phone", async ({ page, playground }) => {
  const learn = new Learn(playground);
  await learn.open(first);
  for (const [width, height, presents] of [
    [1440, 900, false],
    [1024, 768, true],
    [390, 844, false],
  ] as const) {
    await test.step(`${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height });
      if (presents) await page.keyboard.press("p");
      await learn.open(first, 2);
      await learn.open(first);
      await expect(learn.step(first).doIt).toBeInViewport();
      await expect(learn.step(first).heading).toBeInViewport();
      await expect(playground.run).toBeInViewport();
      await expect(playground.script.editor).toBeInViewport();
      expect(await page.evaluate(spills)).toEqual([]);
      expect(await page.evaluate(overlaps)).toEqual([]);
      if (presents) await page.keyboard.press("p");
    });
  }
  // Legacy is the mode for a page without frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id }) => id)).toEqual([]);
});
