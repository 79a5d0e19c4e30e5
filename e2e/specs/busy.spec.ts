/** A page whose own thread is blocked looks like a buffering proxy; the verdict knows better. */
import { expect, ONCE, onBuiltPage, type PlaygroundPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

const ticks = (apart: string) =>
  `retry: 9\n\n@wait ${apart}\n@repeat 5\ndata: {{n}}\n\n@wait 400ms\n@end\n${ONCE}`;

test("a page that freezes itself gets the blame", async ({ playground, page }) => {
  await playground.open();
  await playground.script.write(ticks("300ms"));
  // Pressed in the page: from here it may come when a slow machine's stream is over.
  const pressed = page.evaluate(async () => {
    const page = globalThis.playground;
    while (!page.current?.run.lanes.some(({ attempts }) => attempts[0]?.arrived.length)) {
      await new Promise((resolve) => page.addEventListener("change", resolve, { once: true }));
    }
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", bubbles: true }));
  });
  await playground.begins(() => playground.run.click());
  await pressed;
  await expectBusy(playground);
});

test("a page that freezes as its run begins gets the blame", async ({ playground, page }) => {
  await playground.open();
  await playground.script.write(ticks("150ms"));
  await expect(playground.script.edited).toBeVisible();
  await playground.begins(() =>
    page.evaluate(async () => {
      await globalThis.playground.run();
      const until = performance.now() + 2000; // ms; on a slow machine, too, all is written in this time
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
