import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf, staged } from "../testing/staged.ts";
import { burst, compressed, liveFetch } from "../testing/staged-ticks.ts";
import { verdict } from "./verdict.ts";

test("the headline is the worst of the lanes, and it says that they differ", () => {
  const run = runOf([...staged(liveFetch), ...staged(burst)]);
  const { headline, differ, lanes } = verdict(run);
  assert.equal(headline.lane, "eventsource");
  assert.equal(headline.word, "burst-at-end");
  assert.equal(lanes.fetch?.delivery.word, "live");
  assert.equal(differ, true);
});

test("the verdict grows with the run, record by record, read after each", () => {
  const run = runOf([], compressed);
  const words = new Set<string>();
  for (const record of staged(burst).toSorted((a, b) => a.at - b.at)) {
    run.add(record);
    words.add(verdict(run).headline.word);
  }
  assert.deepEqual([...words], ["connecting", "nothing-yet", "burst-at-end"]);
});
