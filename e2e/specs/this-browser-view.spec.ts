/** The view that measures a browser, as people open and close it. */
import { measurements } from "../../trace/this-browser/measurements.ts";
import { expect, test } from "../pages/playground.ts";
import { OpenStreams } from "../support/open-streams.ts";

const COUNT = measurements.differing.length + measurements.alike.length;

test("closed, it stops and lets go of every connection; opened again, it begins anew", async ({
  playground,
}) => {
  const { page, browser } = playground;
  await playground.open();
  const streams = new OpenStreams(page);
  await browser.button.click();
  await expect(browser.row("measuring …")).toHaveCount(2);
  await expect.poll(() => streams.open).not.toEqual([]);
  await page.keyboard.press("Escape");
  await expect(browser.dialog).toBeHidden();
  await expect(browser.button).toBeFocused();
  await expect.poll(() => streams.open).toEqual([]);
  expect(streams.lanes.size, "measurements begun").toBeLessThan(COUNT / 2);
  await browser.button.click();
  await expect(browser.row("retry: 0")).not.toContainText(/waiting|measuring/);
});

test("an answer that is not the recorded one is marked, by words", async ({
  playground,
  browserName,
}) => {
  const { page, browser } = playground;
  await page.addInitScript(
    (agent) => {
      Object.defineProperty(navigator, "userAgent", { value: agent });
    },
    `Mozilla/5.0 ${browserName === "firefox" ? "Chrome" : "Firefox"}/150.0`,
  );
  await playground.open();
  await page.keyboard.press("i");
  await expect(browser.row("retry: 0")).toContainText("not as recorded");
});

test("without the Node server it says so, and measures once it is back", async ({ playground }) => {
  const { page, browser } = playground;
  await playground.open();
  await page.route("**/api/**", (route) => route.abort());
  await page.keyboard.press("i");
  await expect(browser.trouble).toContainText("The Node server does not answer");
  await page.unroute("**/api/**");
  await browser.again.click();
  await expect(browser.trouble).toBeHidden();
  await expect(browser.row("retry: 0")).not.toContainText(/waiting|measuring/);
});
