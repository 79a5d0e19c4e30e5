import assert from "node:assert/strict";
import { test } from "node:test";
import { nextPane, type Pane, readSizes, resized, writeSizes } from "./panes.ts";

test("a size stays within its limits, and can be set back", () => {
  assert.deepEqual(resized({}, "lane", 3), { lane: 20 });
  assert.deepEqual(resized({ log: 300 }, "script", 400.4), { log: 300, script: 400 });
  assert.deepEqual(resized({ log: 300, script: 400 }, "log", null), { script: 400 });
});

test("what is remembered is read again; of what is damaged, what is right", () => {
  const sizes = { script: 400, lane: 35, log: 240 };
  assert.deepEqual(readSizes(writeSizes(sizes)), sizes);
  assert.deepEqual(readSizes("script=wide&log=1e9&other=3"), { log: 2000 });
  assert.deepEqual(readSizes(undefined), {});
});

test("the key goes through all parts, and back to all at once", () => {
  const round: (Pane | undefined)[] = [];
  let pane = nextPane(undefined);
  for (; pane !== undefined; pane = nextPane(pane)) round.push(pane);
  assert.deepEqual(round, ["eventsource", "fetch", "log", "script"]);
});
