/** The dev servers are what they say they are, whichever of them the page came from. */
import { ports } from "../server/ports.ts";
import { expect, lanes, test } from "./playground.ts";

const settings = [
  [ports.page, false, "Live"],
  [ports.twin, true, "One burst at the end"],
] as const;

for (const [from] of settings) {
  test(`a page from port ${from} offers both dev servers, each with what it does`, async ({
    playground,
  }) => {
    await playground.open(`http://localhost:${from}/`);
    for (const [port, compress, word] of settings) {
      await playground.turn("compress", String(compress));
      await expect(playground.path).toContainText(`webpack-dev-server :${port}`);
      await playground.play("five-ticks");
      for (const lane of lanes) await playground.trace.attempt(lane);
      await expect(playground.verdict).toHaveText(word);
    }
  });
}
