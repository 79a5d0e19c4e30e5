import assert from "node:assert/strict";
import { test } from "node:test";
import type { Header } from "../../protocol/script/action.ts";
import { MAX_TOLD_HEADERS, MAX_TOLD_VALUE } from "../limits.ts";
import { toldHeaders, toldValue } from "./told-head.ts";

test("a value is told whole up to its bound, and then with what is missing", () => {
  const whole = "x".repeat(MAX_TOLD_VALUE);
  assert.equal(toldValue(whole), whole);
  assert.equal(toldValue(`${whole}yy`), `${whole}… (2 more characters are not kept)`);
});

test("headers share a bound, and those beyond it are counted", () => {
  const many = Array.from({ length: 12 }, (_header, at): Header => [`X-${at}`, "x".repeat(1000)]);
  const told = toldHeaders(many);
  assert.deepEqual(told.slice(0, 8), many.slice(0, 8), "whole");
  assert.match(told[8]?.[1] ?? "", /^x+… \(\d+ more characters are not kept\)$/);
  assert.deepEqual(told.slice(9), [["…", "3 more headers are not kept"]]);
  const length = told.slice(0, 9).join("").length;
  assert.ok(length < MAX_TOLD_HEADERS + 100, `${length}`);
});
