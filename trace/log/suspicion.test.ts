import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, Reading } from "../run/reading.ts";
import { suspicionOfStream } from "./stream-suspicion.ts";
import { type Suspicion, suspicionsOfBlock } from "./suspicion.ts";

/** The blocks of a body that was written in one piece. */
function blocksOf(body: string, isOver = true): Block[] {
  const reading = new Reading("");
  const read = reading.push(0, 0, new TextEncoder().encode(body));
  if (isOver) reading.end(1);
  return [...new Set([...(read?.began ?? []), ...reading.lines.map(({ block }) => block)])];
}

const misspelt = (meant: string, slip: "case" | "space" | "letters"): Suspicion => {
  return { kind: "misspelt", meant, slip };
};
const lonely = (type: string): Suspicion => ({ kind: "type-without-data", type });
const retry = (meant: number | null): Suspicion => ({ kind: "retry-not-digits", meant });

const cases: [body: string, suspicions: Suspicion[]][] = [
  ["data: x\n\n", []],
  [": a comment\n\nid: 1\n\nretry: 5\n\n", []],
  ["Data: x\n\n", [misspelt("data", "case")]],
  ["ID: 1\ndata\n\n", [misspelt("id", "case")]],
  ["DATA\n\n", [misspelt("data", "case")]],
  [" data: x\n\n", [misspelt("data", "space")]],
  ["data : x\n\n", [misspelt("data", "space")]],
  ["date: x\n\n", [misspelt("data", "letters")]],
  ["evnet: x\ndata\n\n", [misspelt("event", "letters")]],
  ["Retyr: 5\n\n", [misspelt("retry", "letters")]],
  // a word alone is no slip of `id`
  ["is\n\n", [{ kind: "no-field" }]],
  ["message: x\n\n", [{ kind: "no-field" }]],
  ["\u{feff}\u{feff}data: x\n\n", [{ kind: "second-byte-order-mark" }]],
  ["\u{feff}data: x\n\n", []],
  ["event: a data: x\n\n", [{ kind: "two-in-one-line", field: "data" }, lonely("a data: x")]],
  // data may say anything
  ["data: say id: 7 or event: x\n\n", []],
  ["retry: 1.5s\n\n", [retry(1500)]],
  ["retry: +500\n\n", [retry(500)]],
  ["retry: 1e3\n\n", [retry(1000)]],
  ["retry: 500 \n\n", [retry(500)]],
  ["retry: -1\n\n", [retry(null)]],
  ["retry: 0.5\n\n", [retry(null)]],
  ["retry\n\n", [retry(null)]],
  ["event: success \ndata\n\n", [{ kind: "type-with-blanks", meant: "success" }]],
  ["event:  success\ndata\n\n", [{ kind: "type-with-blanks", meant: "success" }]],
  ["id: 7 \ndata\n\n", [{ kind: "id-with-blanks", meant: "7" }]],
  ["id: \ndata: x \n\n", []],
  ["id: a\0b\ndata\n\n", [{ kind: "id-with-nul" }]],
  ["event: lonely\n\n", [lonely("lonely")]],
  ["event\n\n", []],
  ["data: x\n", [{ kind: "no-blank-line" }]],
  ["data: x", [{ kind: "no-blank-line" }]],
];
for (const [body, suspicions] of cases) {
  test(`suspected of ${JSON.stringify(body)}`, () => {
    const found = blocksOf(body).flatMap((block) => suspicionsOfBlock(block, true));
    assert.deepEqual(found, suspicions);
  });
}

test("a block that may still get its blank line is not suspected", () => {
  for (const block of blocksOf("data: x\n", false)) {
    assert.deepEqual(suspicionsOfBlock(block, false), []);
  }
});

const streams: [body: string, suspicion: ReturnType<typeof suspicionOfStream>][] = [
  ["", null],
  ["\n\n", null],
  ["data: x\n\n", null],
  ["{}\ndata: x\n\n", null],
  [": heartbeat\n", null],
  ["data: x", null], // cut in its first line
  ['{"error": "not found"}', "json"],
  ['\n{\n  "error": "not found"\n}\n', "json"],
  ['[\n  {"a": 1},\n  {"a": 2}\n]', "json"],
  ['{"a": 1}\n{"a": 2}\n', "no-field"],
  ["<!DOCTYPE html>\n<title>502 Bad Gateway</title>\n", "html"],
  ["\r\n <HTML>", "html"],
  ["Server-sent events\n\nare text.\n\n", "no-field"],
  ["Data: x\n\n", "no-field"],
];
for (const [body, suspicion] of streams) {
  test(`the whole of ${JSON.stringify(body)} is ${suspicion ?? "not suspected"}`, () => {
    const lines = blocksOf(body).flatMap((block) => block.lines.map(({ wire }) => wire));
    assert.equal(suspicionOfStream(lines), suspicion);
  });
}
