/** Each way from the server to each client: whether the events come as they are written, or at the end. */
import { expect, lanes, type Switch, test } from "../pages/playground.ts";
import type { SeenAttempt } from "../pages/trace.ts";

type Turn = [which: Switch, value: string];

const ways: [name: string, turns: Turn[], word: string, holds: (attempt: SeenAttempt) => void][] = [
  ["direct", [["proxy", "off"]], "Live", isIncremental],
  ["through compress: false", [], "Live", isIncremental],
  ["through compress: true", [["compress", "true"]], "One burst at the end", isOneBurst],
  [
    "through compress: true with no-transform",
    [
      ["compress", "true"],
      ["no-transform", "on"],
    ],
    "Live",
    isIncremental,
  ],
];

for (const [name, turns, word, holds] of ways) {
  test(`five ticks ${name}: ${word}`, async ({ playground }) => {
    await playground.open();
    for (const [which, value] of turns) await playground.turn(which, value);
    await playground.play("five-ticks");

    for (const lane of lanes) holds(await playground.trace.attempt(lane));
    await playground.over();
    await expect(playground.verdict).toHaveText(word);
    for (const lane of lanes) await expect(playground.events(lane)).toHaveCount(5);
  });
}

/** Each event is here before the server writes the next one. */
function isIncremental({ written, passages }: SeenAttempt): void {
  expect(passages).toHaveLength(written);
  for (const [index, { arrivedAt }] of passages.entries()) {
    const next = passages[index + 1];
    if (next) expect(arrivedAt, `arrival of event ${index + 1}`).toBeLessThan(next.writtenAt);
  }
}

/** Nothing is here before the server has written everything. */
function isOneBurst({ written, passages, end }: SeenAttempt): void {
  expect(passages).toHaveLength(written);
  expect(passages[0]?.arrivedAt, "arrival of event 1").toBeGreaterThan(end.at);
}
