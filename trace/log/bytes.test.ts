/** The log's third depth: what the rows of writes and chunks say, and what is marked in them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { rowTitle } from "../en/row.ts";
import { rowSentence } from "../en/row-sentence.ts";
import { suspicionSentence } from "../en/suspicion.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import { asks, gets, runOf } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";
import { rowMeaning } from "./row-meaning.ts";
import { rowSuspicions } from "./row-suspicions.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** Cuts a text at these bytes; each piece has its offset. */
function pieces(text: string, cuts: readonly number[]) {
  const bytes = encode(text);
  return [0, ...cuts].map((offset, index) => ({
    offset,
    bytes: bytes.subarray(offset, cuts[index] ?? bytes.length),
  }));
}

/** A body as the server wrote it and as fetch read it. */
function body(lane: LaneName, text: string, writes: number[], chunks: number[]): TraceRecord[] {
  const server = { side: "server", boot: "boot", lane, attempt: 1 } as const;
  const browser = { side: "browser", lane } as const;
  const written = { ...server, kind: "write", at: 1, line: 1 } as const;
  const read = { ...browser, kind: "chunk", at: 2 } as const;
  const opened: TraceRecord = { ...browser, kind: "open", at: 2 };
  return [
    asks(lane),
    ...pieces(text, writes).map((piece) => ({ ...written, ...piece })),
    ...(lane === "fetch" ? pieces(text, chunks).map((piece) => ({ ...read, ...piece })) : [opened]),
    gets(lane, 3, { data: "é" }),
  ];
}

function told(records: readonly TraceRecord[]): string[] {
  const log = logOf(runOf(records), "bytes");
  return log.rows.slice(1).map((row) => {
    const meaning = rowMeaning(row, log.run);
    const marks = rowSuspicions(row, log.run).map(suspicionSentence);
    const said = [rowTitle(meaning), ...marks, rowSentence(meaning)];
    return said.join(" | ").replaceAll("\u00a0", " ");
  });
}

const cases: [name: string, records: TraceRecord[], ...says: string[]][] = [
  [
    "a chunk that is a write",
    body("fetch", "data: a\n\n", [], []),
    "write 1 · 9 B | Bytes 0 to 8. It came as chunk 1.",
    "chunk 1 · 9 B | Bytes 0 to 8. It is write 1, as it left the server.",
  ],
  [
    "a chunk that holds several writes",
    body("fetch", "data: a\n\ndata: b\n\n", [9], []),
    "write 1 · 9 B | Bytes 0 to 8. It came in chunk 1, with other bytes.",
    "write 2 · 9 B | Bytes 9 to 17. It came in chunk 1, with other bytes.",
    "chunk 1 · 18 B | Bytes 0 to 17. It holds writes 1 to 2: an edge lies before byte 9.",
  ],
  [
    "a write that came in several chunks, cut inside a character",
    body("fetch", "data: é\n\n", [], [3, 7]),
    "write 1 · 10 B | Bytes 0 to 9. It came in chunks 1 to 3: an edge lies before byte 3, 7.",
    "chunk 1 · 3 B | Bytes 0 to 2. It is a piece of write 1.",
    "chunk 2 · 4 B | Bytes 3 to 6. It is a piece of write 1. It ends inside a character.",
    "chunk 3 · 3 B | Bytes 7 to 9. It is a piece of write 1. It begins inside a character.",
  ],
  [
    "edges that lie across each other",
    body("fetch", "data: a\n\ndata: b\n\n", [9], [4]),
    "write 1 · 9 B | Bytes 0 to 8. It came in chunks 1 to 2: an edge lies before byte 4.",
    "write 2 · 9 B | Bytes 9 to 17. It came in chunk 2, with other bytes.",
    "chunk 1 · 4 B | Bytes 0 to 3. It is a piece of write 1.",
    "chunk 2 · 14 B | Bytes 4 to 17. It holds bytes of writes 1 to 2: an edge lies before byte 9.",
  ],
  [
    "what has not arrived, and what the tap has not told",
    body("fetch", "data: a\n\n", [], []).filter(({ kind }) => kind !== "chunk"),
    "write 1 · 9 B | Bytes 0 to 8. No chunk has brought it.",
  ],
  [
    "EventSource shows no chunks, and is told so once",
    body("eventsource", "data: é\n\n", [7], []),
    "write 1 · 7 B | Bytes 0 to 6. It ends inside a character.",
    "write 2 · 3 B | Bytes 7 to 9. It begins inside a character.",
    "open | The response head announces an event stream: the connection is open.",
    "no chunks | EventSource shows no bytes and no chunks to a page, only events: what it reads is known by what the server wrote.",
  ],
  [
    "a write is marked for the lines that it ended",
    body("eventsource", "Data: a\n\n", [4], []).slice(0, 3),
    "write 1 · 4 B | Bytes 0 to 3.",
    "write 2 · 5 B | Meant `data`? Capitals are other letters. | Bytes 4 to 8.",
  ],
];
for (const [name, records, ...says] of cases) {
  test(name, () => assert.deepEqual(told(records), says));
}
