/**
 * Each shipped stream, played by the real server to both clients: the events that they get, and what the log tells of
 * it. What a browser's own EventSource makes of bytes: e2e/specs/conformance.spec.ts.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { EventSource } from "eventsource";
import { readStream, streamNames } from "../../dev/testing/shipped-streams.ts";
import { startServer } from "../../server/testing/test-server.ts";
import { rowCells } from "../../trace/en/row-text.ts";
import type { Depth } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName, TapLine } from "../../trace/run/records.ts";
import { createRun, type Run } from "../../trace/run/run.ts";
import { logOf } from "../../trace/testing/staged-log.ts";
import type { Client, Unstamped } from "./client.ts";
import { now } from "./clock.ts";
import { openEventSource } from "./eventsource-client.ts";
import { openFetch } from "./fetch-client.ts";
import { readScripts } from "./scripts.ts";

type Row = [type: string, id: string, data: string];
/** What the log says about the very thing that a stream is there to show. */
type Told = [about: string, says: string];
const text = (data: string, id = ""): Row => ["message", id, data];
const twice = <T>(make: (n: number) => T[]): T[] => [1, 2].flatMap(make);

const streams: { [name: string]: { rows: Row[]; log: Told[]; depth?: Depth } } = {
  "block-without-data": {
    rows: [text("my type is message")],
    log: [["ends the block", "There is no data, so nothing is dispatched."]],
  },
  bom: {
    rows: [text("I am a data line, with a BOM before me"), text("and nothing is lost")],
    log: [["EF BB BF", "The one byte order mark that may stand at the very start; skipped."]],
  },
  "chinese-and-emoji": {
    rows: [
      ["问候", "一", "你好，世界"],
      ["🎉", "🎈", "👩‍🚀 is several characters, and arrives as one"],
    ],
    log: [
      ["event: 问候", "The event type buffer becomes “问候”."],
      ["id: 🎈", "The last event ID buffer becomes “🎈”."],
    ],
  },
  "chunk-inside-character": {
    rows: [text("é has two bytes"), text("中 has three"), text("😀 has four")],
    depth: "bytes",
    log: [["ends inside a character", "It ends inside a character."]],
  },
  "chunk-inside-event": {
    rows: twice((n) => [text(`event ${n} comes in pieces`, `${n}`)]),
    log: [["in block 2", "The write ends inside a block: no event is complete yet."]],
  },
  comments: {
    rows: [text("before the silence"), text("after the silence")],
    log: [
      [": still here", "A comment: read and forgotten. EventSource never shows this to the page"],
    ],
  },
  cr: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
    log: [["first line of event 3⏎second line", "A blank line ended the block"]],
  },
  crlf: {
    rows: [1, 2, 3].map((n) => text(`first line of event ${n}\nsecond line`, `${n}`)),
    log: [["first line of event 3⏎second line", "A blank line ended the block"]],
  },
  "encoded-name": {
    rows: [
      ["joined", "", "Bob\n\nevent: left\ndata: Ann"],
      ["joined", "", '"Bob\\n\\nevent: left\\ndata: Ann"'],
    ],
    log: [["data: data: Ann", "Appended to the data buffer, after a line feed."]],
  },
  "event-in-four-writes": {
    rows: twice((n) => [["slow", `${n}`, "all four make one event"]]),
    log: [["write · 12 B", "The write ends inside a block: no event is complete yet."]],
  },
  "event-named-error": {
    rows: [["error", "", "sent by the server"], text("the stream goes on")],
    log: [["sent by", "the browser dispatches “error”."]],
  },
  "every-field": {
    rows: [["greeting", "1", "hello"]],
    log: [
      [": a comment", "A comment: read and forgotten."],
      ["retry: 2000", "The reconnection time becomes 2 000 ms."],
      ["id: 1", "The last event ID buffer becomes “1”."],
      ["event: greeting", "The event type buffer becomes “greeting”."],
    ],
  },
  "fields-glued": {
    rows: [text("hello event: greeting"), ["greeting", "", "hello"]],
    log: [
      [
        "greeting data: hello",
        "Meant a line of its own for data? A value goes on to the end of its line.",
      ],
    ],
  },
  hello: {
    rows: [text("hello"), text("world")],
    log: [["data: world", "Appended to the data buffer."]],
  },
  "id-reset": {
    rows: [text("first", "7"), text("second", "7"), text("third")],
    log: [["id", "The last event ID buffer is emptied."]],
  },
  "id-without-data": {
    rows: [text("which id is mine?", "7")],
    log: [
      ["id: 7", "The last event ID buffer becomes “7”."],
      ["ends the block", "There is no data, so nothing is dispatched."],
    ],
  },
  "invalid-bytes": {
    rows: [text("fo\uFFFDo", "1"), text("the next event is as good as ever", "2")],
    log: [["data: fo\uFFFDo", "Appended to the data buffer."]],
  },
  "json-body": {
    rows: [],
    log: [["quotation marks and all", 'Ignored: there is no field “  "data"”.']],
  },
  "last-block-open": {
    rows: [text("one")],
    log: [
      [
        "unfinished",
        "The response ended before the blank line: what the buffers hold is thrown away.",
      ],
    ],
  },
  "misspelt-fields": {
    rows: [text("letter by letter")],
    log: [
      ["Data: a capital", "Meant data? Capitals are other letters."],
      ["date: this", "Meant data? Ignored: there is no field “date”."],
      ["data : a space", "Meant data? A space is part of a field’s name."],
    ],
  },
  "multi-line-data": {
    rows: [text("roses are red\n\nviolets are blue"), text("one line is one line")],
    log: [["violets are blue", "Appended to the data buffer, after a line feed."]],
  },
  "one-space": {
    rows: [text("a"), text("a"), text(" a"), text("")],
    log: [["data:  a", "Appended to the data buffer."]],
  },
  "pasted-name": {
    rows: [
      ["joined", "", "Ann"],
      ["joined", "", "Bob"],
      ["left", "", "Ann"],
    ],
    log: [["event: left", "The event type buffer becomes “left”."]],
  },
  "pasted-type": {
    rows: [["tea", "", "Ann is gone\nhello"]],
    log: [["data: hello", "Appended to the data buffer, after a line feed."]],
  },
  "retry-not-a-number": {
    rows: [text("the first retry"), text("the second"), text("the third")],
    log: [
      ["retry: 1.5s", "Meant retry: 1500? It takes ms: digits and nothing else."],
      ["retry: -1", "Ignored: a reconnection time is digits and nothing else."],
    ],
  },
  silence: {
    rows: [text("before the silence"), text("after the silence")],
    log: [["after the silence", "the browser dispatches “message”."]],
  },
  "silence-with-heartbeat": {
    rows: [text("before the silence"), text("after the silence")],
    log: [[": heartbeat", "A comment: read and forgotten."]],
  },
  "ten-messages": {
    rows: Array.from({ length: 10 }, (_, index) =>
      text(`message ${index + 1} of 10`, `${index + 1}`),
    ),
    log: [["id: 10", "The last event ID buffer becomes “10”."]],
  },
  tokens: {
    rows: ["Server", "-sent", " events", " are", " text."].map((word) => text(word)),
    log: [["-sent", "the browser dispatches “message”."]],
  },
  "tokens-without-data": {
    rows: [text(" are text.")],
    log: [["-sent", "Ignored: there is no field “-sent”."]],
  },
  typewriter: {
    rows: [
      ...["Server", "-sent", " events", " are", " text."].map((word, index) =>
        text(`{"text": "${word}"}`, `${index + 1}`),
      ),
      text("[DONE]", "6"),
    ],
    log: [["[DONE]", "the browser dispatches “message”."]],
  },
  "unnamed-and-named": {
    rows: [1, 2, 3].flatMap((): Row[] => [
      text("a block without a name"),
      ["named", "", "a block with a name"],
    ]),
    log: [["with a name", "the browser dispatches “named”."]],
  },
};

/** They end by being closed here; their lanes: in reconnect.spec.ts, delivery.spec.ts, refused.spec.ts and the lesson on `retry`. */
const elsewhere: { [name: string]: Told[] } = {
  "custom-event": [["event: customEvent", "The event type buffer becomes “customEvent”."]],
  "cut-once": [["cut", "The server cuts the connection before the body is complete."]],
  "drop-and-resume": [
    ["cut", "The server cuts the connection before the body is complete."],
    ["Last-Event-ID: 2", "The server goes on after the event with id 2"],
  ],
  "ends-and-comes-back": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "endless-ticker": [["tick 3", "the browser dispatches “message”."]],
  "five-ticks": [["event: tick", "The event type buffer becomes “tick”."]],
  "no-content": [["204", "204 tells the browser to stop reconnecting."]],
  "retry-once": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "retry-zero": [["request 2", "Attempt 2, without a Last-Event-ID."]],
  "server-error": [["500", "the standard wants 200, and EventSource gives up at 500."]],
  "ten-thousand": [], // in a browser: ten-thousand.spec.ts
  ticker: [["id: 2", "The last event ID buffer becomes “2”."]],
  "typewriter-cut": [["Last-Event-ID: 3", "The server goes on after the event with id 3"]],
  "wrong-content-type": [
    ["application/json", "application/json is no event stream: EventSource gives up."],
  ],
};

const LOOK = 500; // ms between two looks at what has come
const HANGS = 60_000; // ms

const shipped = Object.fromEntries(streamNames.map((name) => [name, readStream(name)]));

/** Plays a stream to both clients, until it is told to `stop`. */
function play(api: string, name: string, types: readonly string[]) {
  const beganAt = now();
  const script = { name, text: readStream(name) };
  const path = { proxy: false, port: 0 } as const;
  const setup = { trace: name, script, path, noTransform: false, browser: "none" };
  const run = createRun({ ...setup, beganAt, clockError: 0 });
  const see = (lane: LaneName) => (seen: Unstamped) =>
    run.add({ ...seen, side: "browser", lane, at: now() - beganAt });
  const tap = new EventSource(`${api}/tap?trace=${name}`);
  tap.addEventListener("message", ({ data }: MessageEvent<string>) => {
    for (const line of data.split("\n")) {
      const { record }: TapLine = JSON.parse(line);
      if (!("lane" in record)) continue;
      const told = { side: "server", boot: "boot", at: record.at - beganAt } as const;
      if (record.kind !== "write") run.add({ ...record, ...told });
      else run.add({ ...record, ...told, bytes: Buffer.from(record.bytes, "base64") });
    }
  });
  const options = (lane: LaneName) => `trace=${name}&lane=${lane}`;
  const maker = { by: "package", create: (url: string) => new EventSource(url) } as const;
  const never = { withCredentials: false, reconnect: "never" } as const;
  const clients: Client[] = [
    openEventSource(
      `${api}/sse/${name}?${options("eventsource")}`,
      types,
      maker,
      see("eventsource"),
    ),
    openFetch(`${api}/sse?${options("fetch")}`, { name }, never, see("fetch")),
  ];
  const stop = () => {
    for (const open of [tap, ...clients]) open.close();
  };
  return { name, run, stop };
}

/** Returns what a lane's client got. */
function got(run: Run, lane: LaneName): Row[] {
  const { attempts } = run.lane(lane);
  return attempts.flatMap(({ arrived }) =>
    arrived.map(({ type, lastEventId, data }): Row => [type, lastEventId, data]),
  );
}

function holds(run: Run, [about, says]: Told, depth: Depth): boolean {
  const rows = logOf(run, depth).rows.map((row) =>
    rowCells(row, run).join("  ").replaceAll("`", ""),
  );
  return rows.some((row) => row.includes(about) && row.includes(says));
}

/** Tells whether all has come that is looked for. */
function isComplete(run: Run, name: string): boolean {
  const { rows, log, depth = "lines" } = streams[name] ?? { log: elsewhere[name] ?? [] };
  return (
    LANES.every((lane) => rows === undefined || got(run, lane).length >= rows.length) &&
    log.every((told) => holds(run, told, depth))
  );
}

test("each shipped stream reaches both clients as the table says, and the log tells it", async (t) => {
  const late = AbortSignal.timeout(HANGS);
  const former = globalThis.EventSource;
  Object.assign(globalThis, { EventSource });
  t.after(() => Object.assign(globalThis, { EventSource: former }));
  const server = await startServer(t, shipped);
  const api = server.url("/api");
  const entries = await readScripts(api);
  assert.deepEqual(
    entries.map(({ name }) => name).toSorted(),
    Object.keys({ ...streams, ...elsewhere }).toSorted(),
  );
  const plays = entries.map(({ name, eventTypes }) => play(api, name, eventTypes));
  let missing = plays;
  while (missing.length > 0 && !late.aborted) {
    await wait(LOOK);
    missing = missing.filter(({ run, name }) => !isComplete(run, name));
  }
  for (const { stop } of plays) stop();
  for (const { name, run } of plays) {
    const { rows } = streams[name] ?? {};
    if (rows) for (const lane of LANES) assert.deepEqual(got(run, lane), rows, `${name}, ${lane}`);
  }
  const names = missing.map(({ name }) => name);
  assert.deepEqual(names, [], "what the log does not tell");
});
