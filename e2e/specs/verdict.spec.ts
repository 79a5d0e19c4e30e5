/** What stands beside the verdict, and what it says with the run before in mind, or without the server's side. */
import { expect, test } from "../pages/playground.ts";

test("the run before shows which hop holds the stream, and the head stands beside", async ({
  playground,
}) => {
  await playground.open();
  await playground.play("five-ticks");
  await playground.over();
  await expect(playground.verdict).toHaveText("Live");
  await expect(playground.response).toContainText("no Content-Encoding");

  await playground.begins(() => playground.turn("compress", "true"));
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await expect(playground.verdictSentence).toContainText(
    "Through compress: false the same script was live, so compress: true holds it.",
  );
  for (const fact of ["browser saw", "HTTP/1.1", "Content-Encoding: br", "no X-Accel-Buffering"]) {
    await expect(playground.response).toContainText(fact);
  }
});

test("without the tap the verdict is marked with a doubt", async ({ playground, page }) => {
  await page.route(/\/api\/tap/, (route) => route.abort());
  await playground.open();
  await playground.play("five-ticks");
  await playground.over();
  await expect(playground.verdict).toHaveText("Perhaps live");
  await expect(playground.verdictSentence).toContainText("The server’s side isn’t known");
});
