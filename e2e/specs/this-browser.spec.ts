/** What is recorded of each browser is measured again, by the view that measures it for the reader. */
import { browsers } from "../../trace/run/browsers.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { expect, test } from "../pages/playground.ts";
import { OpenStreams } from "../support/open-streams.ts";

const COUNT = measurements.differing.length + measurements.alike.length;

test("every answer is the one that was recorded for this browser", async ({
  playground,
  browserName,
}) => {
  const { page, browser } = playground;
  await playground.open();
  const streams = new OpenStreams(page);
  const { name } = browserName === "firefox" ? browsers.firefox : browsers.chromium;
  await page.keyboard.press("i");
  await expect(browser.said).toHaveText(/^Measured/);
  const others: string[] = [];
  for (const row of await browser.others.all()) {
    const [measured = "", ofChromium = "", ofFirefox = ""] = await row
      .getByRole("cell")
      .allTextContents();
    const recorded = browserName === "firefox" ? ofFirefox : ofChromium;
    const isLate = (milliseconds(measured) ?? 0) > (milliseconds(recorded) ?? Infinity);
    if (!isLate) others.push(await row.innerText()); // late it is on a machine that is busier still
  }
  expect(others).toEqual([]);
  await expect(browser.said).toContainText(`as recorded for ${name}.`);
  await expect(browser.rows).toHaveCount(COUNT);
  await expect(browser.progress).toBeHidden();
  // Of one that is let go of as it is being asked for, Firefox does not always tell that it failed.
  if (browserName === "chromium") {
    await expect.poll(() => streams.open, "what is left open").toEqual([]);
  }

  await browser.copy.click();
  const table = (await browser.copied.inputValue()).trimEnd().split("\n");
  expect(table).toHaveLength(2 + 2 + COUNT); // a title, and the table's head
  expect(table.filter((line) => line.includes("not measured"))).toEqual([]);
});

/** `3 023 ms` → 3023; undefined for what is no time. */
function milliseconds(text: string): number | undefined {
  const figure = /([\d\s]+)\sms/.exec(text)?.[1];
  return figure === undefined ? undefined : Number(figure.replace(/\s/g, ""));
}
