import assert from "node:assert/strict";
import { test } from "node:test";
import { now, readClock } from "./clock.ts";

test("the server's clock is read by the shortest round trip, half of which may be wrong", async (t) => {
  let page = 0; // ms of the page's time
  t.mock.method(performance, "now", () => page);
  const ahead = 5000; // ms
  const trips = [
    [30, 10],
    [4, 6],
    [90, 2],
    [20, 20],
    [11, 0],
  ];
  t.mock.method(globalThis, "fetch", async () => {
    const [there = 0, back = 0] = trips.shift() ?? [];
    page += there;
    const answer = Response.json({ now: now() + ahead });
    page += back;
    return answer;
  });
  assert.deepEqual(await readClock("/api"), { offset: ahead - 1, error: 5 });
  assert.equal(trips.length, 0);
});
