/** For everybody: all keys on one sheet, and what who hears the page is told of a run. */
import { expect, test } from "../pages/playground.ts";

test("? shows the keys that there are, of each part too; Escape closes it, the focus returns", async ({
  page,
  playground,
}) => {
  await playground.open();
  const button = page.getByRole("button", { name: "Keys" });
  await button.focus();
  await page.keyboard.press("?");
  await expect(playground.keys).toContainText("Run, or stop");
  await expect(playground.keys).toContainText("Leave the editor"); // told by the script panel itself
  const heading = (name: string) => playground.keys.getByRole("heading", { name });
  await expect(heading("Stream script")).toBeVisible();
  await expect(heading("Among the rows of the log")).toBeHidden(); // it has no rows yet
  await page.keyboard.press("Escape");
  await expect(playground.keys).toBeHidden();
  await expect(button).toBeFocused();

  await playground.play("five-ticks");
  await button.click();
  await expect(heading("Among the rows of the log")).toBeVisible();
});

test("under the open sheet the keys of the page rest", async ({ page, playground }) => {
  await playground.open();
  await page.keyboard.press("?");
  await expect(playground.keys).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.press("Escape");
  await expect(playground.keys).toBeHidden();
  await expect(playground.segment("compress", "false")).toBeChecked();
});

test("who hears the page is told the verdict once, when the run is over", async ({
  page,
  playground,
}) => {
  await playground.open();
  const said = await playground.said();
  await playground.play("five-ticks");
  await playground.over();
  await expect.poll(said).toEqual([expect.stringMatching(/^Live\. Five events/)]);
  await playground.begins(() => page.keyboard.press("s"));
  await playground.over();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(/^compress: false: Live\..*compress: true: One burst/);
});
