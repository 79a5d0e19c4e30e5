/** The page as `npm start` compiles it; other tests have it built before, behind dev servers that are set alike. */
import { expect } from "../pages/playground.ts";
import { test } from "../support/with-own-servers.ts";

test.use({ kind: "dev" });

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
