/** The page as `npm start` compiles it; other tests have it built before, behind dev servers that are set alike. */
import { expect } from "../pages/playground.ts";
import { test } from "../support/with-own-servers.ts";

test.use({ kind: "dev" });
test.describe.configure({ mode: "default" }); // one worker, so that the page is compiled once

test("opened from the twin: a first visit, the flip through the twin, and a trace file", async ({
  playground,
  servers,
}) => {
  const [page, twin] = [servers.page, servers.twin].map((url) => new URL(url).port);
  await playground.openFirstTime(servers.twin);
  await playground.over();
  await expect(playground.path).toContainText(`webpack-dev-server :${page}`);
  await playground.begins(() => playground.turn("compress", "true"));
  await expect(playground.path).toContainText(`webpack-dev-server :${twin}`);
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await playground.dropRecorded("burst-br");
  await expect(playground.log.rows).toBeVisible();
});

test("a part that could not be loaded says so, and is there when it is asked for again", async ({
  page,
  playground,
  servers,
}) => {
  const chunk = /\/client_log_log_ts.*\.js$/; // named so by a dev server alone
  await page.route(chunk, (route) => route.abort());
  await playground.open(servers.page);
  await expect(playground.trouble).toContainText("The protocol log could not be loaded.");
  await page.unroute(chunk);
  await playground.trouble.getByRole("button", { name: "Try again" }).click();
  await expect(playground.trouble).toBeHidden();
  await expect(page.getByRole("region", { name: "Protocol log" })).toBeVisible();
});
