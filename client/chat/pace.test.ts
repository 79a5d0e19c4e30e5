import assert from "node:assert/strict";
import { test } from "node:test";
import { readPace, withPace } from "./pace.ts";

test("the switch is a word that the demo model obeys, and is read again", () => {
  const message = withPace("Why?", true);
  assert.match(message, /\bslow\b/); // as docs/chat.md has it
  assert.deepEqual(readPace(message), { prompt: "Why?", slow: true });
});

test("without it the prompt is sent as it is", () => {
  assert.equal(withPace("Why? (slowly)", false), "Why? (slowly)");
  assert.deepEqual(readPace("Why? (slowly)"), { prompt: "Why? (slowly)", slow: false });
});
