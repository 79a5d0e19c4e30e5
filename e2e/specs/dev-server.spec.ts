/** The dev servers are what they say they are, whichever of them the page came from. */
import { ports } from "../../server/http/ports.ts";
import { expect, lanes, type PlaygroundPage, test } from "../pages/playground.ts";

for (const from of [ports.page, ports.twin]) {
  test(`a page from port ${from} plays through either dev server`, async ({ playground }) => {
    await playground.open(`http://localhost:${from}/`);
    await playground.play("five-ticks");
    await playedThrough(playground, ports.page, "Live");
    await playground.begins(() => playground.turn("compress", "true"));
    await playedThrough(playground, ports.twin, "One burst at the end");
  });
}

async function playedThrough(playground: PlaygroundPage, port: number, word: string) {
  for (const lane of lanes) await playground.trace.attempt(lane);
  await expect(playground.path).toContainText(`webpack-dev-server :${port}`);
  await expect(playground.verdict).toHaveText(word);
}
