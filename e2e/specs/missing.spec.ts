/** What the page says while something of it is missing, and that it goes on once it is there. */
import { expect, lanes, ONCE, test } from "../pages/playground.ts";

test("without the Node server the page says so, and Run tries again", async ({
  page,
  playground,
}) => {
  await page.addInitScript(() => {
    if (location.protocol === "http:") localStorage.setItem("sse-playground.visited", "yes");
  });
  await page.route("**/api/**", (route) => route.abort());
  await page.goto("/");
  await expect(playground.trouble).toContainText("The Node server does not answer.");
  await page.unroute("**/api/**");
  await playground.begins(() => playground.run.click());
  await expect(playground.trouble).toBeHidden();
  for (const lane of lanes) await expect(playground.events(lane)).not.toHaveCount(0);
});

test("without the tap the page tells what it saw, and claims nothing of the server", async ({
  page,
  playground,
}) => {
  await page.route("**/api/tap*", (route) => route.abort());
  await playground.openPlayed(`retry: 9\n\n@repeat 5\ndata: {{n}}\n\n@wait 300ms\n@end\n${ONCE}`, {
    compress: true,
  });
  await expect(playground.verdict).toHaveText("Perhaps one burst at the end");
  await expect(playground.path).toContainText("what it wrote isn’t known");
  await expect(playground.state("eventsource")).toHaveText(
    "CLOSED (readyState 2): gave up, reason unknown",
  );
  for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(5);
  await expect(playground.lane("eventsource")).not.toContainText("never heard");
  await expect(playground.log.row("records").first()).toContainText("no longer");
});

test("without the twin compress cannot be turned on, and says why", async ({
  page,
  playground,
}) => {
  await page.route(`http://localhost:${process.env["TWIN_PORT"]}/**`, (route) => route.abort());
  await playground.open();
  const compress = playground.segment("compress", "true");
  await expect(compress).toBeDisabled();
  await expect(page.getByRole("button", { name: "Side by side" })).toBeDisabled();
  await playground.begins(() => playground.run.click());
  await expect(playground.events("fetch").first()).toBeVisible();
});
