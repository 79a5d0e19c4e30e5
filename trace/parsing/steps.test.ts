/** Every state that the parser goes through, line by line, and that the last one is what the parser gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byteByByte, cutAt, play } from "../../protocol/event-stream/testing/played.ts";
import { vectors } from "../../protocol/event-stream/vectors.ts";
import { Reading } from "../run/reading.ts";
import { type Legacy, type ParserStep, Steps } from "./steps.ts";

const none: Legacy = { lastEventId: "", reconnectionTime: null };

function stepsOf(chunks: readonly Uint8Array[], legacy = none): Steps {
  const steps = new Steps(legacy);
  const reading = new Reading(legacy.lastEventId);
  for (const chunk of chunks) {
    reading.push(0, reading.body.length, chunk);
    steps.take(reading);
  }
  reading.end(0);
  steps.take(reading);
  return steps;
}

function encode(...chunks: string[]): Uint8Array[] {
  return chunks.map((chunk) => new TextEncoder().encode(chunk));
}

/** kind, read up to, data buffer, event type buffer, last event ID buffer, last event ID string, time, events */
type Row = [string, number, string | null, string, string, string, number | null, number];

function row({ did, read, state }: ParserStep): Row {
  const { dataBuffer, eventTypeBuffer, lastEventIdBuffer } = state;
  const { lastEventId, reconnectionTime, dispatched } = state;
  const buffers = [dataBuffer, eventTypeBuffer, lastEventIdBuffer] as const;
  return [did.kind, read, ...buffers, lastEventId, reconnectionTime, dispatched];
}

const cases: [name: string, chunks: string[], ...rows: Row[]][] = [
  [
    "each field has its buffer, and the blank line empties two of them",
    ["retry: 9\nid: 7\nevent: tick\ndata: a\ndata: b\n\n"],
    ["retry", 9, null, "", "", "", 9, 0],
    ["id", 15, null, "", "7", "", 9, 0],
    ["event", 27, null, "tick", "7", "", 9, 0],
    ["data", 35, "a", "tick", "7", "", 9, 0],
    ["data", 43, "a\nb", "tick", "7", "", 9, 0],
    ["dispatch", 44, null, "", "7", "7", 9, 1],
  ],
  [
    "a block without data forgets its type and keeps its id",
    ["event: tick\nid: 7\n\n"],
    ["event", 12, null, "tick", "", "", null, 0],
    ["id", 18, null, "tick", "7", "", null, 0],
    ["block-end", 19, null, "", "7", "7", null, 0],
  ],
  [
    "what is ignored changes nothing",
    [": hi\nData: x\nretry: 1s\n"],
    ["comment", 5, null, "", "", "", null, 0],
    ["unknown-field", 13, null, "", "", "", null, 0],
    ["retry", 23, null, "", "", "", null, 0],
  ],
  [
    "a chunk that ends inside a line is a step",
    ["data: a\nda", "ta: ", "b\n\n"],
    ["data", 8, "a", "", "", "", null, 0],
    ["chunk-end", 10, "a", "", "", "", null, 0],
    ["chunk-end", 14, "a", "", "", "", null, 0],
    ["data", 16, "a\nb", "", "", "", null, 0],
    ["dispatch", 17, null, "", "", "", null, 1],
  ],
  [
    "a chunk that ends between two lines is none",
    ["data: a\n", "\n"],
    ["data", 8, "a", "", "", "", null, 0],
    ["dispatch", 9, null, "", "", "", null, 1],
  ],
  [
    "a CRLF in two chunks",
    ["data: a\r", "\n\n"],
    ["data", 8, "a", "", "", "", null, 0],
    ["line-feed", 9, "a", "", "", "", null, 0],
    ["dispatch", 10, null, "", "", "", null, 1],
  ],
  [
    "the end discards what has no blank line behind it",
    ["id: 7\nevent: tick\ndata: a"],
    ["id", 6, null, "", "7", "", null, 0],
    ["event", 18, null, "tick", "7", "", null, 0],
    ["chunk-end", 25, null, "tick", "7", "", null, 0],
    ["unfinished", 25, null, "", "", "", null, 0],
  ],
  ["nothing", [""]],
];

for (const [name, chunks, ...rows] of cases) {
  test(`steps: ${name}`, () => {
    assert.deepEqual(stepsOf(encode(...chunks)).all.map(row), rows);
  });
}

test("what the connection before left is there before the first step", () => {
  const { before, all } = stepsOf(encode("data: a\n\n"), { lastEventId: "7", reconnectionTime: 9 });
  assert.equal(before.lastEventIdBuffer, "7");
  assert.equal(before.reconnectionTime, 9);
  assert.deepEqual(all.map(row).at(-1), ["dispatch", 9, null, "", "7", "7", 9, 1]);
});

for (const { rule, wire } of vectors) {
  test(`the steps lead where the parser does: ${rule}`, () => {
    const halves = Array.from(wire, (_, cut) => cutAt(wire, [cut]));
    for (const chunks of [[wire], byteByByte(wire), ...halves]) {
      const outcome = play(chunks);
      const { all, before } = stepsOf(chunks);
      const { state, read } = all.at(-1) ?? { state: before, read: 0 };
      const events = all.flatMap(({ did }) => (did.kind === "dispatch" ? [did.event] : []));
      const rows = events.map(({ type, data, lastEventId }) => [type, data, lastEventId]);
      assert.deepEqual(rows, outcome.events);
      assert.equal(state.dispatched, outcome.events.length);
      assert.equal(state.lastEventId, outcome.lastEventId);
      assert.equal(state.lastEventIdBuffer, outcome.lastEventId);
      assert.equal(state.reconnectionTime, outcome.reconnectionTime);
      assert.equal(state.dataBuffer, null);
      assert.equal(read, wire.length);
      all.forEach(({ read }, index) => {
        assert.ok(read >= (all[index - 1]?.read ?? 0), "no step goes back");
      });
    }
  });
}
