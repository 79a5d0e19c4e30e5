import assert from "node:assert/strict";
import { test } from "node:test";
import { Matching } from "./matching.ts";

const written = (data: string) =>
  [...data].map((letter, index) => ({
    number: index + 1,
    type: "message",
    data: letter,
    lastEventId: "",
    writtenAt: index,
    line: 1,
    isPlain: true,
    hasNulInId: false,
  }));
const arrived = (data: string) =>
  [...data].map((letter) => ({ type: "message", data: letter, lastEventId: "", arrivedAt: 100 }));

/** The number of each arrival that was told, 0 for none. */
const numbers = ({ writtenFor }: Matching) => writtenFor.map((event) => event?.number ?? 0);

/** Each letter is an event's data. */
const cases: [name: string, written: string, arrived: string, numbers: number[]][] = [
  ["each arrival is the next that was written", "abc", "abc", [1, 2, 3]],
  ["events that are alike keep their order", "aaa", "aaa", [1, 2, 3]],
  ["an event that never came is passed over", "abcd", "acd", [1, 3, 4]],
  ["an arrival that nobody wrote is none", "abc", "axbc", [1, 0, 2, 3]],
  ["more arrivals than were written", "ab", "aba", [1, 2, 0]],
];
for (const [name, wrote, got, expected] of cases) {
  test(name, () => {
    const matching = new Matching(written(wrote), arrived(got));
    matching.update(true);
    assert.deepEqual(numbers(matching), expected);
  });
}

test("an arrival waits until its write is known, and those after it wait with it", () => {
  const known = written("a");
  const matching = new Matching(known, arrived("abc"));
  matching.update(false);
  assert.equal(matching.writtenFor.length, 1);
  known.push(...written("abc").slice(1));
  matching.update(false);
  assert.deepEqual(numbers(matching), [1, 2, 3]);
});

const withIds = (data: string) =>
  written(data).map((event) => ({ ...event, lastEventId: String(event.number) }));
const withId = (data: string, ids: string) =>
  arrived(data).map((event, index) => ({ ...event, lastEventId: ids[index] ?? "" }));

test("of events that are alike, that with the same id is the one", () => {
  const matching = new Matching(withIds("aaa"), withId("aa", "13"));
  matching.update(true);
  assert.deepEqual(numbers(matching), [1, 3]);
});

test("an event that the way repeats is told at once, though more may be written", () => {
  const matching = new Matching(withIds("ab"), withId("aab", "112"));
  matching.update(false);
  assert.deepEqual(numbers(matching), [1, 0, 2]);
});
