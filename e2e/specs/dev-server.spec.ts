/** The dev servers are what they say they are, whichever of them the page came from. */
import { ports } from "../../server/http/ports.ts";
import { expect, lanes, ONCE, type PlaygroundPage, test } from "../pages/playground.ts";

const ticks = `retry: 9\n\n@repeat 3\ndata: {{n}}\n\n@wait 500ms\n@end\n${ONCE}`;

test("each dev server tells its setting", async ({ request }) => {
  for (const [port, compress] of [
    [ports.page, false],
    [ports.twin, true],
  ] as const) {
    const answer = await request.get(`http://localhost:${port}/dev-server`);
    expect(await answer.json()).toEqual({ port, compress });
  }
});

test("a page from the twin plays through either dev server", async ({ playground }) => {
  await playground.open(`http://localhost:${ports.twin}/`);
  await playground.script.write(ticks);
  await playground.begins(() => playground.run.click());
  await playedThrough(playground, ports.page, "Live");
  await playground.begins(() => playground.turn("compress", "true"));
  await playedThrough(playground, ports.twin, "One burst at the end");
});

async function playedThrough(playground: PlaygroundPage, port: number, word: string) {
  for (const lane of lanes) await playground.trace.attempt(lane);
  await expect(playground.path).toContainText(`webpack-dev-server :${port}`);
  await expect(playground.verdict).toHaveText(word);
}
