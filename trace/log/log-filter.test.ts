import assert from "node:assert/strict";
import { test } from "node:test";
import { rowCells, searchText, textColumns } from "../en/row-text.ts";
import { createRun } from "../run/run.ts";
import { runOf, setup, staged } from "../testing/staged.ts";
import { asked } from "../testing/staged-log.ts";
import { liveFetch } from "../testing/staged-ticks.ts";
import { Log } from "./log.ts";
import { everyRow, type LogFilter } from "./log-filter.ts";
import { readPattern } from "./pattern.ts";

const records = staged({ ...liveFetch, writes: [5, 505], arrives: [8, 508] });
const run = runOf(records.toSorted((a, b) => a.at - b.at));

function filtered(filter: Partial<LogFilter>, of = run): Log {
  const view = { depth: "story", lanes: ["fetch"], filter: { ...everyRow, ...filter } } as const;
  const log = new Log(of, view);
  log.read();
  log.show();
  return log;
}

function sought(typed: string): LogFilter["isSought"] {
  const read = readPattern(typed);
  assert.ok(read.ok);
  return (row, of) => read.found(searchText(row, of));
}

const filters: [name: string, filter: Partial<LogFilter>, what: string[]][] = [
  ["a side", { whose: "asks" }, ["request"]],
  ["a kind", { kind: "event" }, ["dispatch", "dispatch"]],
  ["a kind of one side", { kind: "end", whose: "saw" }, ["end"]],
  ["a type", { type: "tick" }, ["block 1 · 27 B", "dispatch", "block 2 · 27 B", "dispatch"]],
  ["a type that nobody sent", { type: "tock" }, []],
  ["a text of the content", { isSought: sought("ID: 2") }, ["block 2 · 27 B"]],
  ["a text of the sentence", { isSought: sought("ended normally") }, ["end"]],
  [
    "a regular expression knows its case",
    { isSought: sought("/Event [12],/") },
    ["block 1 · 27 B", "block 2 · 27 B"],
  ],
  ["all at once", { type: "tick", kind: "event", isSought: sought("id 2") }, ["dispatch"]],
];
for (const [name, filter, expected] of filters) {
  test(`filter: ${name}`, () => {
    const log = filtered(filter);
    const what = log.rows.map((row) => rowCells(row, run)[3]);
    assert.deepEqual(what, expected);
    assert.equal(log.passed, expected.length);
    assert.equal(log.count, filtered({}).count);
  });
}

test("an event's type is known only once its blank line is written", () => {
  const growing = createRun(setup);
  const [, begins, ends] = asked("fetch", [
    [5, "event: tick\ndata: 1"],
    [900, "\n\n"],
  ]);
  assert.ok(begins && ends);
  growing.add(begins);
  const log = filtered({ type: "tick" }, growing);
  assert.equal(log.rows.length, 0);
  growing.add(ends);
  log.read();
  log.show();
  assert.equal(log.rows.length, 1);
});

test("an expression with g finds the same in each row", () => {
  assert.equal(filtered({ isSought: sought("/tick/g") }).passed, 4);
});

test("what is no regular expression says why", () => {
  const read = readPattern("/(/");
  assert.ok(!read.ok);
  assert.notEqual(read.why, "");
});

test("a path is a text, and so is a single slash", () => {
  for (const typed of ["/", "/api/sse is"]) assert.ok(readPattern(typed).ok);
});

test("rows that are read wait until they are shown, and none is lost", () => {
  const growing = createRun(setup);
  const [first, ...others] = run.records;
  const log = new Log(growing, { depth: "story", lanes: ["fetch"] });
  if (first !== undefined) growing.add(first);
  log.read();
  log.show();
  const shown = log.rows.length;
  for (const record of others) growing.add(record);
  log.read();
  assert.equal(log.rows.length, shown);
  assert.equal(log.waiting, log.passed - shown);
  log.show();
  assert.deepEqual(textColumns(log.rows, growing), textColumns(filtered({}).rows, run));
});

test("cleared records have no rows, and blocks are read on as if they had", () => {
  const at = run.records.findIndex(({ kind }) => kind === "dispatch") + 1;
  const log = new Log(run, { depth: "story", lanes: ["fetch"], cleared: at });
  log.read();
  log.show();
  assert.equal(rowCells(log.rows[0] ?? assert.fail(), run)[3], "block 2 · 27 B");
});

test("copied rows stand in columns", () => {
  assert.deepEqual(textColumns(filtered({ kind: "event" }).rows, run).split("\n"), [
    "  8  browser saw  fetch  dispatch  tick · id 1 · 1  A blank line ended the block: our parser dispatches “tick”.",
    "508  browser saw  fetch  dispatch  tick · id 2 · 2  A blank line ended the block: our parser dispatches “tick”.",
  ]);
});
