import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded } from "../../dev/testing/recorded.ts";
import { rowCells } from "../en/row-text.ts";
import { chunkOf, lineAt, type Pointing } from "../run/pointing.ts";
import { createRun } from "../run/run.ts";
import { runOf, staged } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";
import { burst, compressed, liveFetch } from "../testing/staged-ticks.ts";
import { indexOfPointed, isRowAt, pointingOf } from "./row-pointing.ts";

const run = runOf(staged(burst), compressed);
const log = logOf(run);

function lit(pointing: Pointing): string[] {
  const rows = log.rows.filter((row) => isRowAt(pointing, row, run));
  return rows.map((row) => (rowCells(row, run)[3] ?? "").replace(/ · .*/, ""));
}

const third = { lane: "eventsource", attempt: 1, first: 3, last: 3 } as const;

test("an event is found where it was written and where it arrived", () => {
  assert.deepEqual(lit({ kind: "events", ...third }), ["block 3", "dispatch ×5"]);
});

test("one goes to where it arrived, where it was written later by a clock that is behind", () => {
  const story = recorded("live-direct");
  const behind = createRun(story.setup);
  for (const record of story.records) {
    behind.add(record.side === "server" ? { ...record, at: record.at + 100 } : record);
  }
  const { rows } = logOf(behind);
  const found = rows[indexOfPointed({ kind: "events", ...third }, rows, behind)];
  assert.equal(found?.subject.kind, "dispatches");
  const written = rows.filter(({ subject }) => subject.kind !== "dispatches");
  const instead = written[indexOfPointed({ kind: "events", ...third }, written, behind)];
  assert.equal(instead?.subject.kind, "block");
  assert.ok(instead.at > found.at, "it stands behind");
});

test("another attempt's event of that number is another event", () => {
  assert.deepEqual(lit({ kind: "events", ...third, attempt: 2 }), []);
});

test("a line of the script finds every event that it was written for", () => {
  const { line = 0 } = run.lane("eventsource").attempts[0]?.written[0] ?? {};
  assert.equal(lit({ kind: "lines", first: line - 1, last: line }).length, 6);
  assert.deepEqual(lit({ kind: "lines", first: line + 1, last: line + 9 }), []);
  assert.equal(lineAt({ kind: "events", ...third }, run), line);
});

test("rows tell which events they are of", () => {
  const pointings = log.rows.map((row) => pointingOf(row, run));
  const spans = pointings.flatMap((one) =>
    one === null || one.kind === "moment" ? [] : [`${one.first}-${one.last}`],
  );
  assert.deepEqual(spans, ["1-1", "2-2", "3-3", "4-4", "5-5", "1-5"]);
});

test("a write and a chunk are found by the events that they complete", () => {
  const fetched = runOf(staged(liveFetch));
  const bytes = logOf(fetched, "bytes");
  const second: Pointing = { ...third, kind: "events", lane: "fetch", first: 2, last: 2 };
  const found = bytes.rows.filter((row) => isRowAt(second, row, fetched));
  const kinds = found.map(({ subject }) => subject.kind === "bytes" && subject.record.kind);
  assert.deepEqual(kinds, ["write", "chunk"]);
  const pointings = found.map((row) => pointingOf(row, fetched));
  assert.deepEqual(pointings, [second, second]);
  const [attempt] = fetched.lane("fetch").attempts;
  assert.equal(attempt && chunkOf(attempt, 1), 2);
});

test("EventSource shows no chunk", () => {
  const [attempt] = run.lane("eventsource").attempts;
  assert.equal(attempt && chunkOf(attempt, 0), null);
});
