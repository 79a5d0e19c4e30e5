/** Each way from the server to each client: whether the events come as they are written, or at the end. */
import { expect, lanes, NOT_HELD, ONCE, type Switch, test } from "../pages/playground.ts";
import type { SeenAttempt } from "../pages/trace.ts";

const TICKS = 4;
const ticks = `retry: 9\n\n@repeat ${TICKS}\ndata: {{n}}\n\n@wait 500ms\n@end\n${ONCE}`;

/** One after the other, each a turn away from the one before; for Firefox the first two, one that is live and one that is not. */
const ways: [
  name: string,
  turn: [which: Switch, value: string] | null,
  word: string | RegExp,
  holds: (attempt: SeenAttempt) => void,
][] = [
  ["through compress: false", null, NOT_HELD, isIncremental],
  ["through compress: true", ["compress", "true"], "One burst at the end", isOneBurst],
  ["through compress: true with no-transform", ["no-transform", "on"], NOT_HELD, isIncremental],
  ["direct", ["proxy", "off"], NOT_HELD, isIncremental],
];

test("ticks come as they are written, but for those that a compressor holds", async ({
  playground,
  browserName,
}) => {
  await playground.open();
  await playground.script.write(ticks);
  for (const [name, turn, word, holds] of ways.slice(
    0,
    browserName === "firefox" ? 2 : undefined,
  )) {
    await test.step(name, async () => {
      await playground.begins(() => (turn ? playground.turn(...turn) : playground.run.click()));
      for (const lane of lanes) holds(await playground.trace.attempt(lane));
      await playground.over();
      await expect(playground.verdict).toHaveText(word);
      for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(TICKS);
    });
  }
});

/** Each event is here before the next but one is written, the last but one before the stream ends; a second lies between. */
function isIncremental({ written, passages, end }: SeenAttempt): void {
  expect(passages).toHaveLength(written);
  for (const [index, { arrivedAt }] of passages.slice(0, -1).entries()) {
    const later = passages[index + 2]?.writtenAt ?? end.at;
    expect(arrivedAt, `arrival of event ${index + 1}`).toBeLessThan(later);
  }
}

/** Nothing is here before the server has written everything; it ends half a second later, which no clock gets wrong. */
function isOneBurst({ written, passages }: SeenAttempt): void {
  expect(passages).toHaveLength(written);
  const last = passages.at(-1)?.writtenAt ?? Number.NaN;
  expect(passages[0]?.arrivedAt, "arrival of event 1").toBeGreaterThan(last);
}
