/** Recorded runs, as the page shows one that is opened from a file. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded } from "../../dev/testing/recorded.ts";
import { openedRun } from "./opened-run.ts";
import { bareClients } from "./set-up.ts";

test("it stands as if it had just ended, and nothing is connected in it", () => {
  const { run, isGoing, isConnected, elapsed, now } = openedRun(recorded("live-direct"));
  assert.equal(isGoing, false);
  assert.equal(isConnected, false);
  assert.deepEqual([elapsed, now], [run.latest, run.latest]);
});

test("its clients are told of every type that was written or arrived, and bring their text along", () => {
  const { client } = openedRun(recorded("one-event"));
  assert.deepEqual(client.script.eventTypes, ["greeting"]);
  assert.deepEqual(client.script.body, { script: client.script.text });
  assert.deepEqual(client.clients.fetch, bareClients.fetch);
});
