/** What people take along: links, files, code. */
import { expect, test } from "./playground.ts";

test("a link brings back script, switches and view, and plays nothing", async ({ playground }) => {
  const { page, script } = playground;
  await playground.open();
  await expect(script.part("retry: 1000")).toBeVisible();
  await script.write("data: é中😀\n\n@attempt 2+\n@status 204\n");
  await playground.turn("compress", "true");
  await playground.log.look("Lines");
  await expect(page).toHaveURL(/#compress=on&depth=lines&script=/);

  const asked = playground.tracesAsked();
  await page.goto("about:blank");
  await page.goBack();
  await expect(script.part("data: é中😀")).toBeVisible();
  await expect(playground.segment("compress", "true")).toBeChecked();
  await expect(page.getByRole("radio", { name: "Lines" })).toBeChecked();
  expect(asked).toEqual([]);

  await playground.begins(() => playground.run.click());
  await expect(playground.events("fetch")).toHaveCount(1);
  expect(await playground.shown("fetch")).toEqual([["message", "", "é中😀"]]);
});

test("a damaged link says so, and the page opens", async ({ playground }) => {
  await playground.open("/#compress=on&script=AAAA");
  await expect(playground.trouble).toHaveText(/The link is damaged/);
  await expect(playground.segment("compress", "false")).toBeChecked();
  await playground.begins(() => playground.run.click());
  await expect(playground.trouble).toHaveCount(0);
});
