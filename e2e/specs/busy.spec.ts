/** A page whose own thread is blocked looks like a buffering proxy; the verdict knows better. */
import { expect, type PlaygroundPage, test } from "../pages/playground.ts";

test("a page that freezes itself gets the blame", async ({ playground, page }) => {
  await playground.open();
  await playground.play("five-ticks");
  await expect(playground.events("eventsource").first()).toBeVisible();
  await page.keyboard.press("f");
  await expectBusy(playground);
});

test("a page that freezes as its run begins gets the blame", async ({ playground, page }) => {
  await playground.open();
  await playground.script.write(
    "@wait 300ms\n@repeat 5\ndata: {{n}}\n\n@wait 400ms\n@end\n@attempt 2+\n@status 204\n",
  );
  await expect(playground.script.edited).toBeVisible();
  await playground.begins(() =>
    page.evaluate(async () => {
      await globalThis.playground.run();
      const until = performance.now() + 2000; // ms; what is written in this time comes at its end
      while (performance.now() < until);
    }),
  );
  await expectBusy(playground);
});

async function expectBusy(playground: PlaygroundPage): Promise<void> {
  await playground.over();
  // Chromium's EventSource asks only once its page is free again, and is live then: the lane is named.
  await expect(playground.verdict).toHaveText(/This page was busy/);
  await expect(playground.events("eventsource")).toHaveCount(5);
}
