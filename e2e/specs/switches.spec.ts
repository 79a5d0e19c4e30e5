/** What the page does by itself and what it leaves alone, and what each switch and key does. */
import { expect, test } from "../pages/playground.ts";

test("whoever flips compress alone is not told to do it", async ({ playground, page }) => {
  await playground.openFirstTime();
  await playground.begins(() => page.keyboard.press("c"));
  await playground.over();
  await expect(playground.segment("compress", "true")).toBeChecked();
  await expect(playground.suggestion).toBeHidden();
});

test("a second visit plays nothing by itself", async ({ playground, page }) => {
  const asked = playground.tracesAsked();
  await playground.openFirstTime();
  await expect.poll(() => asked.length).toBe(1);
  await page.reload();
  await expect(playground.verdict).toHaveText("Ready");
  await playground.play("every-field"); // it would be the third one
  await playground.trace.attempt("fetch");
  expect(asked).toHaveLength(2);
});

test("before the first run a switch plays nothing; with the proxy off there is nothing to compress", async ({
  playground,
}) => {
  const asked = playground.tracesAsked();
  await playground.open();
  await playground.turn("proxy", "off");
  await expect(playground.segment("compress", "true")).toBeDisabled();
  await expect(playground.path.getByTitle(/^Only with the proxy on/)).toHaveText("true");
  await playground.turn("proxy", "on");
  await expect(playground.segment("compress", "true")).toBeEnabled();
  await playground.turn("compress", "true");
  await playground.turn("no-transform", "on");
  await expect(playground.verdict).toHaveText("Ready");
  await playground.play("every-field");
  await playground.trace.attempt("fetch");
  expect(asked).toHaveLength(1);
});

test("Space runs and stops, c flips compress", async ({ playground, page }) => {
  await playground.open();
  await playground.begins(() => page.keyboard.press("Space"));
  await expect(playground.state("fetch")).toHaveText("reading");
  await page.keyboard.press("Space");
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): this page closed it",
  );
  await expect(playground.state("fetch")).toHaveText("aborted");

  await playground.begins(() => page.keyboard.press("c"));
  await expect(playground.segment("compress", "true")).toBeChecked();
  await playground.begins(() => page.keyboard.press("c"));
  await expect(playground.segment("compress", "false")).toBeChecked();
});
