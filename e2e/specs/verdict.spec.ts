/** What stands beside the verdict, and what it says with the run before in mind. */
import { expect, NOT_HELD, ONCE, test } from "../pages/playground.ts";

test("the run before shows which hop holds the stream, and the head stands beside", async ({
  playground,
}) => {
  await playground.open();
  await playground.plays(`retry: 9\n\n@repeat 4\ndata: {{n}}\n\n@wait 500ms\n@end\n${ONCE}`);
  await expect(playground.verdict).toHaveText(NOT_HELD);
  await expect(playground.response).toContainText("no Content-Encoding");

  await playground.begins(() => playground.turn("compress", "true"));
  await playground.over();
  await expect(playground.verdict).toHaveText("One burst at the end");
  await expect(playground.verdictSentence).toContainText("so compress: true holds it");
  for (const fact of ["browser saw", "HTTP/1.1", "Content-Encoding: br", "no X-Accel-Buffering"]) {
    await expect(playground.response).toContainText(fact);
  }
});
