/** What is recorded of each browser is measured again, by the view that measures it for the reader. */
import type { Page, Request } from "@playwright/test";
import { browsers } from "../../trace/run/browsers.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { expect, test } from "../pages/playground.ts";

const COUNT = measurements.differing.length + measurements.alike.length;

/** All of them; some wait for a browser's own reconnection time. ms */
const MEASURED = 120_000;

test("every answer is the one that was recorded for this browser", async ({
  playground,
  browserName,
}) => {
  test.slow(); // on a busy machine some of it is measured again
  const { page, browser } = playground;
  await playground.open();
  const streams = new Streams(page);
  const { name } = browserName === "firefox" ? browsers.firefox : browsers.chromium;
  await page.keyboard.press("i");
  await expect(browser.said).toHaveText(/^Measured/, { timeout: MEASURED });
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
  await expect.poll(() => streams.open, "what is left open").toEqual([]);

  await browser.copy.click();
  const table = (await browser.copied.inputValue()).trimEnd().split("\n");
  expect(table).toHaveLength(2 + 2 + COUNT); // a title, and the table's head
  expect(table.filter((line) => line.includes("not measured"))).toEqual([]);
});

test("closed, it stops and lets go of every connection; opened again, it begins anew", async ({
  playground,
}) => {
  const { page, browser } = playground;
  await playground.open();
  const streams = new Streams(page);
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
  await expect(browser.row("retry: 0")).toContainText("not as recorded", { timeout: MEASURED });
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

/** `3 023 ms` → 3023; undefined for what is no time. */
function milliseconds(text: string): number | undefined {
  const figure = /([\d\s]+)\sms/.exec(text)?.[1];
  return figure === undefined ? undefined : Number(figure.replace(/\s/g, ""));
}

/** The event streams of a page from now on: those that are open, and the lanes that asked. */
class Streams {
  readonly lanes = new Set<string>();
  readonly #open = new Map<Request, string>();

  constructor(page: Page) {
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (!/^\/api\/(sse|tap)/.test(pathname)) return;
      this.#open.set(request, request.url());
      this.lanes.add(searchParams.get("lane") ?? "tap");
    });
    page.on("requestfinished", (request) => this.#open.delete(request));
    page.on("requestfailed", (request) => this.#open.delete(request));
  }

  get open(): string[] {
    return [...this.#open.values()];
  }
}
