import assert from "node:assert/strict";
import { test } from "node:test";
import { wishIn } from "../../";
import { readPace, withPace } from "./pace.ts";

test("the switch is a word that the demo model obeys, and is read again", () => {
  const message = withPace("Why?", true);
  assert.deepEqual(wishIn(message), { kind: "slow" });
  assert.deepEqual(readPace(message), { prompt: "Why?", slow: true });
});

test("without it the prompt is sent as it is", () => {
  assert.equal(withPace("Why? (slowly)", false), "Why? (slowly)");
  assert.deepEqual(readPace("Why? (slowly)"), { prompt: "Why? (slowly)", slow: false });
});
