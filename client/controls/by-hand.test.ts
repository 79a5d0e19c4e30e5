import assert from "node:assert/strict";
import { test } from "node:test";
import { copyByHand } from "./by-hand.ts";

test("keys are mentioned where there are some", () => {
  assert.equal(copyByHand("It is selected", true), "It is selected: press Ctrl-C.");
  assert.doesNotMatch(copyByHand("It is selected", false), /press|Ctrl/);
});
