import assert from "node:assert/strict";
import { test } from "node:test";
import type { LaneName, TraceRecord } from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";
import { asks, hears, runOf, setup } from "../testing/staged.ts";
import { type Move, moved } from "./moves.ts";
import { type Parsing, parsingOf, recordedStreams } from "./parsing.ts";

const encoder = new TextEncoder();

function chunks(...texts: string[]): TraceRecord[] {
  let offset = 0;
  return texts.map((text, index): TraceRecord => {
    const chunk = { at: index + 5, offset, bytes: encoder.encode(text) };
    offset += chunk.bytes.length;
    return { side: "browser", lane: "fetch", kind: "chunk", ...chunk };
  });
}

const server = { side: "server", boot: "boot", lane: "eventsource" } as const;

function asked(attempt: number, at: number, lastEventId: string): TraceRecord {
  return hears("eventsource", at, { attempt, headers: [["last-event-id", lastEventId]] });
}

function wrote(attempt: number, at: number, offset: number, text: string): TraceRecord {
  return { ...server, attempt, kind: "write", at, offset, bytes: encoder.encode(text), line: 1 };
}

function parsed(run: Run, lane: LaneName, attempt = 1): Parsing {
  const parsing = parsingOf(run, { lane, attempt });
  assert.ok(parsing);
  parsing.read();
  return parsing;
}

function kinds(parsing: Parsing): string[] {
  const { length } = parsing;
  return Array.from({ length }, (_, index) => parsing.step(index + 1)?.did.kind ?? "");
}

const fetched = runOf([
  asks("fetch"),
  ...chunks("data: a\n\nda", "ta: b\n", "\nid: 7\n\n"),
  { side: "browser", lane: "fetch", kind: "end", at: 90 },
]);
// 1 data, 2 dispatch, 3 chunk-end, 4 data, 5 dispatch, 6 id, 7 block-end

const moves: [move: Move, from: number, to: number][] = [
  ["start", 5, 0],
  ["back", 5, 4],
  ["back", 0, 0],
  ["forward", 0, 1],
  ["forward", 7, 7],
  ["end", 0, 7],
  ["next-dispatch", 0, 2],
  ["next-dispatch", 2, 5],
  ["next-dispatch", 5, 5],
  ["previous-dispatch", 7, 5],
  ["previous-dispatch", 5, 2],
  ["previous-dispatch", 2, 0],
  ["next-edge", 0, 3],
  ["next-edge", 3, 4],
  ["next-edge", 4, 7],
  ["next-edge", 7, 7],
  ["previous-edge", 7, 4],
  ["previous-edge", 4, 3],
  ["previous-edge", 3, 0],
  ["previous-edge", 0, 0],
];
for (const [move, from, to] of moves) {
  test(`${move} from step ${from} is step ${to}`, () => {
    assert.equal(moved(parsed(fetched, "fetch"), from, move), to);
  });
}

test("a fetch stream is read as its chunks came", () => {
  const parsing = parsed(fetched, "fetch");
  const steps = ["data", "dispatch", "chunk-end", "data", "dispatch", "id", "block-end"];
  assert.deepEqual(kinds(parsing), steps);
  assert.equal(parsing.isGrowing, false);
  assert.equal(parsing.state(7).lastEventId, "7");
  assert.equal(new TextDecoder().decode(parsing.body.slice(9, 17)), "data: b\n");
  assert.deepEqual(recordedStreams(fetched), [{ lane: "fetch", attempt: 1 }]);
});

test("a stream goes on while its run goes on, and ends with it", () => {
  const run = createRun(setup);
  const [first, second] = chunks("data: a\n\n", "data: b\n");
  assert.ok(first && second);
  run.add(asks("fetch"));
  run.add(first);
  const parsing = parsed(run, "fetch");
  assert.equal(parsing.length, 2);
  assert.ok(parsing.isGrowing);
  run.add(second);
  run.add({ side: "browser", lane: "fetch", kind: "end", at: 90 });
  parsing.read();
  assert.deepEqual(kinds(parsing), ["data", "dispatch", "data", "unfinished"]);
  assert.equal(parsing.isGrowing, false);
  parsing.read();
  assert.equal(parsing.length, 4);
});

test("an EventSource's stream is the server's writes, and goes on from the attempt before", () => {
  const run = runOf([
    asks("eventsource"),
    asked(1, 2, ""),
    wrote(1, 5, 0, "retry: 9\n"),
    wrote(1, 6, 9, "id: 7\ndata: a\n\n"),
    { ...server, attempt: 1, kind: "end", at: 7, reason: { why: "played" }, bytes: 24, writes: 2 },
    { side: "browser", lane: "eventsource", kind: "error", at: 8, readyState: 0 },
    asked(2, 20, "7"),
    wrote(2, 21, 0, "data: b\n\n"),
  ]);
  const [first, second] = [parsed(run, "eventsource"), parsed(run, "eventsource", 2)];
  assert.deepEqual(kinds(first), ["retry", "id", "data", "dispatch"]);
  assert.deepEqual([first.isGrowing, second.isGrowing], [false, true]);
  assert.deepEqual(kinds(second), ["data", "dispatch"]);
  assert.equal(second.state(0).lastEventIdBuffer, "7");
  assert.equal(second.state(0).reconnectionTime, 9);
});

test("behind bytes that were not recorded nothing is read", () => {
  const run = runOf([
    asks("eventsource"),
    asked(1, 2, ""),
    wrote(1, 5, 0, "data: a\n\n"),
    wrote(1, 6, 20, "data: c\n\n"),
  ]);
  const parsing = parsed(run, "eventsource");
  assert.deepEqual(kinds(parsing), ["data", "dispatch"]);
  assert.ok(parsing.isBroken);
});

test("any step of ten thousand events is a look-up", () => {
  const block = (number: number) => `id: ${number}\nevent: tick\ndata: ${number}\n\n`;
  const many = Array.from({ length: 10_000 }, (_, index) => block(index + 1));
  const parsing = parsed(runOf([asks("fetch"), ...chunks(...many)]), "fetch");
  assert.equal(parsing.length, 40_000);
  assert.equal(parsing.dispatches.length, 10_000);
  assert.equal(parsing.state(20_000).lastEventId, "5000");
  assert.equal(parsing.state(20_003).dataBuffer, "5001");
  assert.equal(moved(parsing, 20_001, "next-edge"), 20_004);
});
