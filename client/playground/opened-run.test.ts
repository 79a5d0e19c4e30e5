/** Recorded runs, as the page shows one that is opened from a file. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readTrace } from "../../trace/file/read-trace.ts";
import { openedRun } from "./opened-run.ts";

function opened(name: string) {
  const file = `${import.meta.dirname}/../../trace/recorded/${name}.json`;
  return openedRun(readTrace(readFileSync(file, "utf8")));
}

test("it stands as if it had just ended, and nothing is connected in it", () => {
  const { run, isGoing, isConnected, elapsed, now } = opened("live-direct");
  assert.equal(isGoing, false);
  assert.equal(isConnected, false);
  assert.deepEqual([elapsed, now], [run.latest, run.latest]);
});

test("its clients are told of every type that was written or arrived, and bring their text along", () => {
  const { client } = opened("one-event");
  assert.deepEqual(client.script.eventTypes, ["greeting"]);
  assert.deepEqual(client.script.body, { script: client.script.text });
  assert.deepEqual(client.clients.fetch, {
    credentials: false,
    comesBack: false,
    byPackage: false,
  });
});
