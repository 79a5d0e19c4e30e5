/** Answers that are no event stream: the page says so, and why. */
import { expect, lanes, onBuiltPage, test } from "../pages/playground.ts";

test.use(onBuiltPage);

const refused: [stream: string, says: RegExp, eventsource: string, fetch: string][] = [
  [
    "wrong-content-type",
    /application\/json; .* text\/event-stream/,
    "CLOSED (readyState 2): gave up, application/json",
    "failed: application/json",
  ],
  ["no-content", /204/, "CLOSED (readyState 2): the server said 204", "failed: status 204"],
];
test("what is no stream is told, and the verdict says why", async ({ playground }) => {
  await playground.open();
  for (const [stream, says, eventsource, fetch] of refused) {
    await test.step(stream, async () => {
      await playground.play(stream);
      await playground.over();
      await expect(playground.verdict).toHaveText("No stream");
      await expect(playground.verdictSentence).toContainText(says);
      await expect(playground.state("eventsource")).toHaveText(eventsource);
      await expect(playground.state("fetch")).toHaveText(fetch);
      for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(0);
    });
  }
});
