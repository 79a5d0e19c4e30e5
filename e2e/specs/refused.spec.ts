/** Answers that are no event stream: the page says so, and why. */
import { expect, test } from "../pages/playground.ts";

const refused: [stream: string, says: string, eventsource: string, fetch: string][] = [
  [
    "wrong-content-type",
    "The response is application/json; an event stream needs Content-Type: text/event-stream.",
    "2 closed for good: application/json",
    "failed: application/json",
  ],
  [
    "no-content",
    "The answer is 204: there is no stream, and nobody is to come back.",
    "2 closed by 204",
    "failed: status 204",
  ],
];
for (const [stream, says, eventsource, fetch] of refused) {
  test(`${stream} is no stream, and the verdict says why`, async ({ playground }) => {
    await playground.open();
    await playground.play(stream);
    await playground.over();
    await expect(playground.verdict).toHaveText("No stream");
    await expect(playground.verdictSentence).toContainText(says);
    await expect(playground.state("eventsource")).toHaveText(eventsource);
    await expect(playground.state("fetch")).toHaveText(fetch);
    await expect(playground.events("eventsource")).toHaveCount(0);
    await expect(playground.events("fetch")).toHaveCount(0);
  });
}
