import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_CLIENTS } from "../limits.ts";
import { Attempts } from "./attempts.ts";

test("each client has a count of its own, from 1", () => {
  const attempts = new Attempts();
  assert.equal(attempts.next("a", "fetch"), 1);
  assert.equal(attempts.next("a", "fetch"), 2);
  assert.equal(attempts.next("a", "eventsource"), 1);
  assert.equal(attempts.next("b", "fetch"), 1);
  assert.equal(attempts.next("a", "fetch"), 3);
});

test("of too many clients the one that asked least lately is forgotten", () => {
  const attempts = new Attempts();
  attempts.next("first", "fetch");
  attempts.next("second", "fetch");
  attempts.next("first", "fetch");
  for (let i = 0; i < MAX_CLIENTS - 1; i++) attempts.next(`${i}`, "fetch");
  assert.equal(attempts.next("first", "fetch"), 3);
  assert.equal(attempts.next("second", "fetch"), 1);
});
