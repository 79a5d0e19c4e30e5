import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, staged } from "../../trace/testing/staged.ts";
import { live } from "../../trace/testing/staged-ticks.ts";
import { responseFacts } from "../../trace/verdict/response-facts.ts";
import { terms } from "./terms.ts";

test("each fact beside the verdict has its note", () => {
  const names = responseFacts(runOf(staged(live))).flatMap(({ facts }) =>
    facts.map(({ name }) => name),
  );
  assert.ok(names.length > 0);
  for (const name of names) assert.ok(name in terms, name);
});

test("a note is a few words long, and ends like a sentence", () => {
  for (const [name, says] of Object.entries(terms)) {
    assert.match(says, /^[`*A-Z].{20,330}\.$/, name);
  }
});
