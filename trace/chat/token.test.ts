import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceRecord } from "../run/records.ts";
import { runOf } from "../testing/staged.ts";
import { Answer } from "./answer.ts";
import { cameAs, isTokenAt, pointingAt } from "./token.ts";

const wire = ["One", " line"].map((text, index) => ({
  id: `a:${index + 1}`,
  data: JSON.stringify({ text }),
}));
const bytes = wire.map(({ id, data }) =>
  new TextEncoder().encode(`id: ${id}\nevent: token\ndata: ${data}\n\n`),
);
const browser = { side: "browser", lane: "fetch" } as const;
const server = { side: "server", boot: "b", lane: "fetch", attempt: 1 } as const;

const seen: TraceRecord[] = [
  { ...browser, kind: "ask", at: 0, method: "POST", by: "browser", url: "/api/chat" },
  ...wire.flatMap(({ id, data }, index): TraceRecord[] => [
    { ...browser, kind: "chunk", at: 10, offset: index * 50, bytes: new Uint8Array(50) },
    { ...browser, kind: "dispatch", at: 10, type: "token", data, lastEventId: id },
  ]),
];
let offset = 0;
const told = bytes.map((bytes): TraceRecord => {
  const write = { ...server, kind: "write", at: 5, offset, bytes, line: 0 } as const;
  offset += bytes.length;
  return write;
});

test("a token is an event that was written, and the chunk that brought it", () => {
  const lane = runOf([...seen, ...told]).lane("fetch");
  const [first, second] = new Answer(lane).read().tokens;
  assert.ok(first && second);
  const pointing = pointingAt(lane, second);
  assert.deepEqual(pointing, { kind: "events", lane: "fetch", attempt: 1, first: 2, last: 2 });
  const found = [first, second].map((one) => isTokenAt(pointing, lane, one));
  assert.deepEqual(found, [false, true]);
  assert.deepEqual(cameAs(lane, second), { id: "a:2", chunk: 2 });
});

test("while the tap has not told of it, it points at nothing", () => {
  const lane = runOf(seen).lane("fetch");
  const [first] = new Answer(lane).read().tokens;
  assert.ok(first);
  assert.equal(pointingAt(lane, first), null);
  assert.equal(isTokenAt(null, lane, first), false);
});
