/** The built page under its Content-Security-Policy: all of it works, and nothing else would run. */
import type { Page } from "@playwright/test";
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

declare global {
  var violations: string[];
}

test.beforeEach(async ({ page, playground }) => {
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => {
      const [where] = event.composedPath();
      const element = where instanceof Element ? where.outerHTML.slice(0, 80) : "";
      violations.push(`${event.violatedDirective}: ${event.blockedURI} ${element}`);
    });
  });
  await playground.open();
});

test("a run, the editor, the log, the timeline, sound and the sheet of keys break no rule", {
  tag: "@one", // in Firefox each test of the built page sees a rule that it breaks
}, async ({ page, playground }) => {
  await playground.sound.click();
  await playground.play("five-ticks");
  await expect(playground.events("eventsource").first()).toBeVisible();
  await page.keyboard.press("f"); // seen by a worker
  await playground.over();
  await expect(playground.verdict).toHaveText("This page was busy");
  for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(5);
  await expect(playground.timeline).toBeVisible();
  await playground.timeline.hover();
  await expect(playground.log.row(/dispatch|end/).first()).toBeVisible();
  await expect(playground.script.part("⏎ dispatch")).toBeVisible();
  await page.keyboard.press("?");
  await expect(playground.keys).toBeVisible();
  await page.keyboard.press("Escape");

  await playground.script.type("@wa");
  await playground.script.suggestions.filter({ hasText: "@wait" }).click();
  await playground.script.write("data: mine\n\n@attempt 2+\n@status 204\n");
  await playground.begins(() => playground.script.editor.press("ControlOrMeta+Enter"));
  await playground.over();
  for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(1);
  expect(await broken(page)).toEqual([]);
});

test.describe("markup that got in after all", () => {
  test.use({ breaksPolicy: true });

  test("would run nothing and load nothing", async ({ page }) => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        `<img src="http://127.0.0.1:9/x" onerror="document.title = 'it ran'"><a href="javascript:document.title='it ran'">x</a>`,
      );
      document.querySelector("a")?.click();
    });
    const rules = async () =>
      new Set((await broken(page)).map((violation) => violation.replace(/(-attr|-elem)?: .*/, "")));
    await expect.poll(rules).toEqual(new Set(["script-src", "img-src"]));
    await expect(page).toHaveTitle("SSE Playground");
  });
});

async function broken(page: Page): Promise<string[]> {
  return await page.evaluate(() => violations);
}
