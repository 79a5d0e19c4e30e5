/** The part that breaks things, as people press its buttons. */
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";
import { ticks } from "../support/presses.ts";

test.use(onBuiltPage);

test("what waits behind another next answer is not foretold, and that one is judged by its own", async ({
  playground,
}) => {
  const { faults, trace } = playground;
  await playground.open(`/#${await ticks(500, {}, lanes)}`);
  await faults.opener.click();
  await playground.begins(() => playground.run.click());
  for (const lane of lanes) await trace.running(lane, 1);
  await faults.button("Redirect").click();
  await expect(faults.outcome("fetch")).toHaveText("fetch: press End to see it");
  for (const lane of lanes) {
    await expect(faults.foretold("Next answer", lane)).toHaveText(
      /the answer you queued comes first/,
    );
  }
  await faults.choose("Next answer is", "503");
  await faults.button("Next answer").click();
  await faults.button("End").click();
  for (const lane of lanes) {
    await expect(faults.outcome(lane, 0), "End").toHaveText(/as predicted/);
    await expect(faults.outcome(lane, 1), "503").toHaveText(/nothing was predicted/);
    await expect(faults.outcome(lane, 2), "redirect").toHaveText(/as predicted/);
  }
});

test("where nothing runs nothing can be broken, and it says so", async ({ playground, page }) => {
  const { faults } = playground;
  await playground.open();
  await page.keyboard.press("o");
  await expect(faults.dialog).toBeVisible();
  for (const name of [
    "Cut",
    "End",
    "Stall",
    "Next answer",
    "Redirect",
    "Close the door",
    "Freeze",
  ]) {
    await expect(faults.button(name)).toBeDisabled();
    await expect(faults.button(name)).toHaveAttribute("title", "Nothing runs now.");
  }
  await playground.script.editor.focus();
  await page.keyboard.press("Escape");
  await expect(faults.dialog).toBeHidden();
});

test("what befalls everyone asks first, and no row moves", async ({ playground, page }) => {
  const { faults } = playground;
  await playground.open();
  await faults.opener.click();
  const top = async (name: string) => (await faults.button(name).boundingBox())?.y ?? Number.NaN;
  const apart = async () => (await top("Freeze")) - (await top("Redirect")); // the table may be scrolled
  const before = await apart();
  await playground.begins(() => faults.button("Play ticker").click());
  await playground.trace.running("fetch", 1);
  expect(await apart()).toBe(before);
  await faults.button("Close the door").press("Enter");
  await expect(faults.button("Keep it open")).toBeFocused();
  expect(await apart()).toBe(before);
  await faults.button("Keep it open").press("Enter");
  await faults.button("Close the door").dblclick();
  await expect(faults.history).toHaveCount(0);
  await faults.button("Keep it open").or(faults.button("Close the door")).focus();
  await page.keyboard.press("Escape");
  await expect(faults.dialog).toBeHidden();
});

test("one lane alone is broken, and what the server refuses is told", async ({ playground }) => {
  const { faults } = playground;
  await playground.open();
  await faults.opener.click();
  await playground.begins(() => faults.button("Play ticker").click());
  await playground.trace.running("fetch", 1);
  await faults.choose("To", "fetch");
  await expect(faults.foretold("End", "eventsource")).toHaveText(
    "Not chosen above: nothing happens to it.",
  );
  for (let pressed = 1; pressed <= 5; pressed++) await faults.button("Redirect").click();
  await expect(faults.history).toHaveCount(5);
  await expect(faults.history.first()).toContainText("Not done: 4 faults wait for this client");
  await faults.button("End").click();
  await expect(faults.outcome("fetch")).toHaveText("fetch: as predicted");
  await expect(faults.outcome("eventsource")).toHaveCount(0);
  await expect(playground.state("fetch")).toHaveText("done");
  await expect(playground.state("eventsource")).toHaveText("OPEN (readyState 1)");
  await expect(faults.button("End")).toBeDisabled();
});
