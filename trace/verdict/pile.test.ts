import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, staged } from "../testing/staged.ts";
import { burst } from "../testing/staged-ticks.ts";
import { pileAt, pileMost } from "./pile.ts";

const piles: [
  name: string,
  at: number,
  pile: [first: number, last: number, since: number] | null,
][] = [
  ["before anything is written", 3, null],
  ["what has just left is under way, not held", 60, null],
  ["one is held", 400, [1, 1, 5]],
  ["four are held", 1600, [1, 4, 5]],
  ["just before they come", 2509, [1, 5, 5]],
  ["when they have come", 2510, null],
];
for (const [name, at, pile] of piles) {
  test(`held: ${name}`, () => {
    const held = pileAt(runOf(staged(burst)), at);
    assert.deepEqual(held && [held.first, held.last, held.since], pile);
    assert.equal(held?.bytes ?? null, null); // EventSource shows no bytes
  });
}

test("held in fetch: bytes too", () => {
  const run = runOf(staged({ ...burst, lane: "fetch", sees: undefined }));
  assert.equal(pileAt(run, 1600)?.bytes, 4 * "id: 1\nevent: tick\ndata: 1\n\n".length);
  assert.equal(pileAt(run, 2600), null);
});

test("what is no event stream to its client is held by nobody", () => {
  const headers: [string, string][] = [["Content-Type", "application/json"]];
  const run = runOf(
    staged({ ...burst, lane: "fetch", headers, opensWith: headers, arrives: [], sees: undefined }),
  );
  assert.equal(pileAt(run, 1600), null);
});

test("the most that was held", () => {
  const run = runOf(staged(burst));
  const [attempt] = run.lane("eventsource").attempts;
  assert.deepEqual(attempt && pileMost(attempt, run), { events: 5, ms: 2505 });
});

test("a page that was itself busy held nothing on the way", () => {
  const run = runOf([...staged(burst), { side: "page", kind: "busy", since: 0, at: 2508 }]);
  const [attempt] = run.lane("eventsource").attempts;
  assert.equal(attempt && pileMost(attempt, run), null);
});
