/** Says which records of a run are a row of the log, and when. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { createRun } from "../run/run.ts";
import { runOf, setup, staged } from "../testing/staged.ts";
import { asked, logOf, told } from "../testing/staged-log.ts";
import { again, at, burst, compressed, every, live, liveFetch } from "../testing/staged-ticks.ts";
import { Log } from "./log.ts";

const kinds = (log: Log) => log.rows.map(({ subject: { kind } }) => kind);

/** So many events in one go: written and dispatched `gap` ms apart. */
function rush(count: number, gap: number): TraceRecord[] {
  const times = every(gap, count);
  const end = 5 + count * gap;
  return staged({ ...live, writes: times, arrives: times, ends: end, sees: { ...again, at: end } });
}

test("a rush folds after its first ten blocks, and can be opened", () => {
  const log = logOf(runOf(rush(10_000, 0.01)));
  const blocks = log.rows.filter(({ subject }) => subject.kind === "block");
  const more = log.rows.find(({ subject }) => subject.kind === "more");
  assert.equal(blocks.length, 10);
  assert.ok(more?.subject.kind === "more");
  assert.equal(more.subject.rows.length, 9_990);
  const count = log.count;
  log.unfold(more);
  assert.equal(log.count, count);
  assert.equal(log.rows.length, count);
  const inOrder = log.rows.toSorted((a, b) => a.at - b.at);
  assert.deepEqual(log.rows, inOrder);
});

test("a stream of thirty events a second does not fold", () => {
  assert.ok(!kinds(logOf(runOf(rush(60, 33)))).includes("more"));
});

test("dispatches of one instant are one row, those of two are two", () => {
  const arrives = [...at(2510, 2), 2514, ...at(2600, 2)];
  const rows = told(logOf(runOf(staged({ ...burst, arrives }), compressed)));
  assert.deepEqual(
    rows.filter((row) => row.includes("dispatch")).map((row) => row.split(" | ")[2]),
    [
      "All three in the same instant. The first is 2 505 ms late.",
      "Both in the same instant. The first is 1 095 ms late.",
    ],
  );
});

test("records of the tap that come late take their place in time", () => {
  const all = staged({ ...live, attempt: 1 });
  const theirs = all.filter(({ side }) => side === "server");
  const ours = all.filter(({ side }) => side === "browser");
  const run = createRun(setup);
  const log = new Log(run, { depth: "story", lanes: ["eventsource", "fetch"] });
  for (const record of ours) run.add(record);
  log.read();
  for (const record of theirs) {
    run.add(record);
    log.read();
    log.show();
  }
  assert.deepEqual(told(log), told(logOf(runOf(all))));
});

test("read a few records at a time, it is behind until it tells the same", () => {
  const run = runOf(staged(burst), compressed);
  const log = new Log(run, { depth: "lines", lanes: ["eventsource", "fetch"] });
  let readings = 0;
  for (; log.isBehind; readings++) {
    log.read(3);
    log.show();
  }
  assert.equal(readings, Math.ceil(run.records.length / 3));
  assert.deepEqual(told(log), told(logOf(run, "lines")));
  const lastly = log.rows.findLast(({ subject }) => subject.kind === "dispatches");
  assert.ok(lastly !== undefined && log.latestArrival === lastly);
});

test("a dispatch knows the blocks that it came from", () => {
  const log = logOf(runOf(staged(burst), compressed));
  const row = log.rows.find(({ subject }) => subject.kind === "dispatches");
  assert.ok(row);
  const starts = log.blocksOf(row).map(({ start }) => start);
  assert.deepEqual(starts, [0, 27, 54, 81, 108]);
});

test("a write that the trace did not keep leaves the others as they are", () => {
  const records = asked("fetch", [
    [5, "data: a\n\n"],
    [6, "data: b\n\n"],
    [7, "data: c\n\n"],
  ]);
  const without = records.filter((_, index) => index !== 2);
  assert.deepEqual(
    told(logOf(runOf(without))).at(-1),
    "7 server wrote: write · 9 B | data: c⏎⏎ | A write before this one is not known, so its lines cannot be told.",
  );
});

test("only the lanes that are asked for have rows; the page always has", () => {
  const stop: TraceRecord = { side: "page", kind: "stop", at: 9000 };
  const run = runOf(staged(live, liveFetch, stop));
  const lanes = new Set(logOf(run, "story", ["fetch"]).rows.map(({ lane }) => lane));
  assert.deepEqual([...lanes], ["fetch", null]);
});
