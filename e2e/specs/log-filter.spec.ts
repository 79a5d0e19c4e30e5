/** The protocol log as an instrument: rows are chosen, held, cleared, jumped between and copied. */
import { expect, onBuiltPage, test } from "../pages/playground.ts";

test.use({ ...onBuiltPage, viewport: { width: 1440, height: 900 } });

test("a filter combines what it is told, counts, and leads out again", async ({
  playground,
  page,
}) => {
  // Recorded, so that each event has a row of its own: on a busy machine two would share one.
  const isLast = /"type":"tick"(?=.*"lastEventId":"5")/g;
  await playground.openRecorded("live-direct", (ticks) => ticks.replace(isLast, '"type":"tock"'));
  const { log } = playground;
  const all = await log.countedInFull();

  await page.keyboard.press("/");
  await expect(log.search).toBeFocused();
  await page.keyboard.type("sent");
  await log.menus.kind.selectOption("events");
  await expect(log.count).toHaveText(`10 of ${all} rows`);
  await log.menus.type.selectOption("tock");
  await expect(log.count).toHaveText(`2 of ${all} rows`);
  await log.lane("fetch").click();
  await expect(log.count).toHaveText(/^1 of /);
  await log.lane("fetch").click();
  await log.menus.side.selectOption("server wrote");
  await expect(log.noRowPasses).toContainText("No row passes the filter.");

  await log.noRowPasses.getByRole("button", { name: "Clear the filter" }).click();
  await expect(log.count).toHaveText(`${all} rows`);
  await expect(log.search).toHaveValue("");

  await log.search.fill("/^browser saw.*ERROR$/ims");
  await expect(log.count).not.toHaveText(`${all} rows`);
  await log.search.fill("/(/");
  await expect(log.searchProblem).toContainText("no regular expression, so nothing is filtered");
  await expect(log.count).toHaveText(`${all} rows`);
  await log.search.press("Escape");
  await expect(log.search).toBeHidden();
  await expect(log.count).toHaveText(`${all} rows`);
});

test("a pause loses no row, and what is cleared can be shown again", async ({ playground }) => {
  await playground.open();
  await playground.script.write("@repeat\ndata: {{n}}\n\n@wait 60ms\n@end\n");
  await playground.begins(() => playground.run.click());
  const { log } = playground;
  await expect.poll(() => log.total()).toBeGreaterThan(6);
  await log.pause.click();
  const shown = await log.total();
  await expect(log.pause).toHaveText(/Resume: \d+ new/);
  await expect.poll(() => log.counted()).toBeGreaterThan(shown + 4);
  expect(await log.total()).toBe(shown);
  await playground.stop.click();
  await log.pause.click();
  await expect(log.row("Stopped: every lane is closed.")).toBeVisible();
  await expect.poll(async () => (await log.total()) === (await log.counted())).toBe(true);
  const all = await log.countedInFull();

  await log.clear.click();
  await expect(log.rows).toBeHidden();
  await log.clear.click();
  await expect.poll(() => log.counted()).toBe(all);
});

test("keys jump between events, reconnects and errors", async ({ playground, page }) => {
  await playground.openRecorded("drop-and-resume");
  const { log } = playground;
  const jumps: [key: string, what: RegExp][] = [
    ["j", /dispatch/],
    ["j", /dispatch/],
    ["w", /error/],
    ["r", /request 2/],
    ["j", /dispatch/],
    ["Shift+W", /error/],
    ["k", /dispatch/],
  ];
  await log.lane("fetch").click();
  await log.rows.press("Home");
  let at = 2; // of the first row, after the names of the columns
  for (const [key, what] of jumps) {
    await log.rows.press(key);
    await expect(log.selected).toHaveText(what);
    const index = Number(await log.selected.getAttribute("aria-rowindex"));
    if (key === "k" || key.startsWith("Shift")) expect(index).toBeLessThan(at);
    else expect(index).toBeGreaterThan(at);
    at = index;
  }
  await page.keyboard.press("l");
  await expect(page.getByRole("radio", { name: "Lines" })).toBeChecked();
  await page.keyboard.press("3");
  await expect(log.lane("EventSource")).toHaveAttribute("aria-pressed", "false");
});

test("rows are copied as text, also where there is no clipboard", async ({ playground, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await playground.openRecorded("one-event");
  const { log } = playground;
  const counted = await log.countedInFull();
  await log.copy.click();
  const all = (await log.byHand.inputValue()).split("\n");
  expect(all).toHaveLength(counted);
  expect(all[0]).toMatch(/^ *\d+ {2}browser asks {2}\S+ +request +\w+ \/api\/sse/);
  await expect
    .poll(() => log.byHand.evaluate((area: HTMLTextAreaElement) => area.selectionEnd))
    .toBe(all.join("\n").length);

  await log.select("dispatch");
  await log.rows.press("ControlOrMeta+c");
  await page.keyboard.press("/");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(log.search).toHaveValue(/browser saw {2}.* dispatch .* greeting · id 1 · hello/);
});
