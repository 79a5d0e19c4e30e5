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

/** Each letter is an event's data. What is expected: the number of each arrival, 0 for none. */
const cases: [name: string, written: string, arrived: string, numbers: number[]][] = [
  ["each arrival is the next that was written", "abc", "abc", [1, 2, 3]],
  ["events that are alike keep their order", "aaa", "aaa", [1, 2, 3]],
  ["an event that never came is passed over", "abcd", "acd", [1, 3, 4]],
  ["an arrival that nobody wrote is none", "abc", "axbc", [1, 0, 2, 3]],
  ["more arrivals than were written", "ab", "aba", [1, 2, 0]],
];
for (const [name, wrote, got, numbers] of cases) {
  test(name, () => {
    const matching = new Matching(written(wrote), arrived(got));
    matching.update(true);
    assert.deepEqual(
      matching.writtenFor.map((event) => event?.number ?? 0),
      numbers,
    );
  });
}

test("an arrival waits until its write is known, and those after it wait with it", () => {
  const known = written("a");
  const matching = new Matching(known, arrived("abc"));
  matching.update(false);
  assert.equal(matching.writtenFor.length, 1);
  known.push(...written("abc").slice(1));
  matching.update(false);
  assert.deepEqual(
    matching.passages.map(({ number }) => number),
    [1, 2, 3],
  );
});

test("of events that are alike, that with the same id is the one", () => {
  const known = written("aaa").map((event) => ({ ...event, lastEventId: String(event.number) }));
  const [first, , third] = arrived("aaa");
  assert.ok(first && third);
  const matching = new Matching(known, [
    { ...first, lastEventId: "1" },
    { ...third, lastEventId: "3" },
  ]);
  matching.update(true);
  assert.deepEqual(
    matching.passages.map(({ number }) => number),
    [1, 3],
  );
});

test("an event that the way repeats is told at once, though more may be written", () => {
  const known = written("ab").map((event) => ({ ...event, lastEventId: String(event.number) }));
  const came = arrived("aab").map((event, index) => ({
    ...event,
    lastEventId: index < 2 ? "1" : "2",
  }));
  const matching = new Matching(known, came);
  matching.update(false);
  assert.deepEqual(
    matching.writtenFor.map((event) => event?.number ?? 0),
    [1, 0, 2],
  );
});
