/** Measures this browser, and leaves what it answered, with its version and the day, to write-browsers.ts. */
import { mkdir, writeFile } from "node:fs/promises";
import type { ThisBrowser } from "../../client/this-browser/this-browser.ts";
import type { Behaviour, Family } from "../../trace/run/behaviour.ts";
import { browsers } from "../../trace/run/browsers.ts";
import { agrees } from "../../trace/this-browser/agrees.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { expect, test } from "../pages/playground.ts";
import { MEASURED } from "./write-browsers.ts";

/** All of it takes so long; some of it is measured again on a busy machine. ms */
const MEASURING = 120_000;

/** Times are measured on a machine that has other things to do: they are written down as multiples of this. ms */
const EXACT = 100;

const names: Readonly<Record<Family, string>> = { chromium: "Chromium", firefox: "Firefox" };

test("what this browser does is written down", async ({ playground, browserName, browser }) => {
  test.setTimeout(2 * MEASURING);
  const { page, browser: dialog } = playground;
  await playground.open();
  await page.keyboard.press("i");
  await expect(dialog.said).toHaveText(/^Measured/, { timeout: MEASURING });
  const view = page.locator("sse-this-browser");
  const answers = new Map(await view.evaluate((element: ThisBrowser) => [...element.answers]));

  const family = browserName === "firefox" ? "firefox" : "chromium";
  const recorded = { ...browsers[family].answers };
  for (const { name } of [...measurements.differing, ...measurements.alike]) {
    const answer = answers.get(name);
    expect(answer, name).toBeDefined();
    // A time that agrees with the recorded one is no news.
    if (answer && !agrees(answer, recorded[name])) recorded[name] = rounded(answer);
  }
  const measured = {
    name: `${names[family]} ${Number.parseInt(browser.version(), 10)}`,
    date: new Date().toISOString().slice(0, 10),
    answers: recorded,
  };
  await mkdir(MEASURED, { recursive: true });
  await writeFile(`${MEASURED}/${family}.json`, JSON.stringify(measured));
});

function rounded(answer: Behaviour): Behaviour {
  if (answer.does !== "asks-after") return answer;
  return { ...answer, ms: Math.round(answer.ms / EXACT) * EXACT };
}
