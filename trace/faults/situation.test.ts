import assert from "node:assert/strict";
import { test } from "node:test";
import type { Path } from "../run/records.ts";
import { eventStream, runOf, type Staged, staged } from "../testing/staged.ts";
import { running, unseen } from "../testing/staged-ticks.ts";
import { type Situation, situationOf } from "./situation.ts";

const page = { sameOrigin: true, comesBack: false };
const plain: Path = { proxy: true, port: 8345, compress: false };
const compress: Path = { proxy: true, port: 8346, compress: true };
/** Nothing of the response has come. */
const held: Staged = { ...running, ...unseen };

/** The same, of which each write holds a `retry` and no event. */
function retries(one: Staged) {
  const bytes = new TextEncoder().encode("retry: 200\n\n");
  return staged(one).map((record) => (record.kind === "write" ? { ...record, bytes } : record));
}

function heldWith(name: string, value: string): Staged {
  return { ...held, headers: [...eventStream, [name, value]] };
}

const cases: [name: string, path: Path, staged: Staged, compressor: Situation["compressor"]][] = [
  ["no compressor on the path", plain, held, "none"],
  ["no proxy on the path", { proxy: false, port: 3333 }, held, "none"],
  ["it holds the head back too", compress, held, "holds-all"],
  ["the head has come", compress, running, "lets-through"],
  ["no-transform", compress, heldWith("Cache-Control", "no-store, No-Transform"), "none"],
  ["a coding is named", compress, heldWith("Content-Encoding", "none"), "none"],
  ["identity is no coding", compress, heldWith("Content-Encoding", "identity"), "holds-all"],
];
for (const [name, path, records, compressor] of cases) {
  test(`a compressor: ${name}`, () => {
    const run = runOf(staged(records), { path });
    assert.equal(situationOf(run, "eventsource", page).compressor, compressor);
  });
}

test("what the server wrote holds at the end, as the browser keeps to it", () => {
  const records = retries(held);
  for (const [browser, now, atEnd] of [
    ["Chromium 156", 3000, 200],
    ["Firefox 153", 5000, 500],
  ] as const) {
    const situation = situationOf(runOf(records, { path: compress, browser }), "eventsource", page);
    assert.equal(situation.reconnectionTime, now);
    assert.equal(situation.reconnectionTimeAtEnd, atEnd);
  }
});

test("our fetch client keeps to what was written, in every browser", () => {
  const records = retries({ ...running, lane: "fetch" });
  const situation = situationOf(runOf(records, { browser: "Firefox 153" }), "fetch", page);
  assert.equal(situation.reconnectionTime, 3000); // until it has arrived
  assert.equal(situation.reconnectionTimeAtEnd, 200);
});

test("before anything was asked for, a compressor holds all", () => {
  assert.equal(situationOf(runOf([], { path: compress }), "fetch", page).compressor, "holds-all");
});
