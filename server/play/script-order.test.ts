import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inOrder, readOrder } from "./script-order.ts";

const LIST = "Format\n  b\n  a\n\nLoad\n  c\n";

test("the list orders and groups them; whoever is not on it comes last, by name", () => {
  assert.deepEqual(inOrder(["z", "a", "b", "y"], LIST), [
    { group: "Format", name: "b" },
    { group: "Format", name: "a" },
    { group: "Others", name: "y" },
    { group: "Others", name: "z" },
  ]);
});

test("without a list all are others", () => {
  assert.deepEqual(inOrder(["b", "a"], ""), [
    { group: "Others", name: "a" },
    { group: "Others", name: "b" },
  ]);
});

test("the list names each shipped stream once, and none that is not there", () => {
  const folder = new URL("../../streams/", import.meta.url);
  const shipped = readdirSync(folder).flatMap((file) => /^(.*)\.sse$/.exec(file)?.[1] ?? []);
  const listed = readOrder(readFileSync(new URL("order.txt", folder), "utf8"));
  assert.deepEqual(listed.map(({ name }) => name).sort(), shipped.sort());
  const groups = [...new Set(listed.map(({ group }) => group))];
  assert.deepEqual(groups, ["Format", "Chunks", "Reconnecting", "Failures", "Load", "Chat"]);
});
