/** For everybody: all keys on one sheet, and what a run tells whoever hears the page. */
import { expect, ONCE, onBuiltPage, test } from "../pages/playground.ts";

test.describe("the sheet of keys", () => {
  test.use(onBuiltPage);

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
    const ofTheLog = heading("Among the rows of the log");
    await expect(heading("Stream script")).toBeVisible();
    await expect(ofTheLog).toBeHidden(); // it has no rows yet
    await page.keyboard.press("c"); // of the page, whose keys rest under the sheet
    await page.keyboard.press("Escape");
    await expect(playground.keys).toBeHidden();
    await expect(button).toBeFocused();
    await expect(playground.segment("compress", "false")).toBeChecked();

    await playground.dropRecorded("one-event");
    await page.keyboard.press("?");
    await expect(ofTheLog).toBeVisible();
    // Letters and figures count on the whole page, whoever listens: each does one thing. B steps, from the row that is chosen.
    const caps = await playground.keys.getByRole("term").allInnerTexts();
    const single = caps.map((cap) => cap.trim()).filter((cap) => /^[A-Z\d]$/.test(cap));
    expect(single.length).toBeGreaterThan(30);
    expect(single.filter((cap, at) => single.indexOf(cap) !== at)).toEqual(["B"]);
  });
});

test("whoever hears the page is told the verdict once, when the run is over", async ({
  page,
  playground,
}) => {
  await playground.open();
  const said = await playground.said();
  await playground.plays(`retry: 9\n\n@repeat 3\ndata: {{n}}\n\n@wait 500ms\n@end\n${ONCE}`);
  await expect.poll(async () => (await said()).length).toBe(1);
  const headline = (await playground.verdict.innerText()).trim(); // "Live", unless the machine is busy
  expect((await said())[0]).toContain(`${headline}.`);
  await playground.begins(() => page.keyboard.press("s"));
  await playground.over();
  await expect.poll(async () => (await said()).length).toBe(2);
  expect((await said())[1]).toMatch(/^compress: false: .*compress: true: One burst/);
});

test("a term explains itself by keys, and the sheet says all that a script can", async ({
  page,
  playground,
}) => {
  await playground.openRecorded("burst-br");
  const fact = playground.response.getByRole("button", { name: "Content-Encoding: br" });
  await fact.press("Enter");
  const note = page.getByRole("note").filter({ hasText: "How the body is compressed" });
  await expect(note).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();

  await page.keyboard.press("a");
  const sheet = page.getByRole("dialog", { name: "What a script can say" });
  await expect(sheet.getByRole("row", { name: "@wait 500ms @wait 1.5s" })).toContainText("Pauses.");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});
