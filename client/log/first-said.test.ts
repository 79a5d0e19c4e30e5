import assert from "node:assert/strict";
import { test } from "node:test";
import type { Row } from "../../trace/log/row.ts";
import { FirstSaid } from "./first-said.ts";

const row = (id: number, at: number): Row => ({
  id,
  at,
  lane: null,
  subject: { kind: "record", record: { side: "page", kind: "stop", at } },
});

test("the earliest row that was looked at says a sentence in full", () => {
  const said = new FirstSaid();
  const [early, middle, late] = [row(7, 1), row(2, 5), row(3, 5)];
  assert.equal(said.isRepeated("a", middle), false);
  assert.equal(said.isRepeated("a", late), true);
  assert.equal(said.isRepeated("b", late), false);
  assert.equal(said.isRepeated("a", early), false, "somebody looked back");
  assert.equal(said.isRepeated("a", middle), true);
  assert.equal(said.isRepeated("a", early), false, "drawn again");
});
