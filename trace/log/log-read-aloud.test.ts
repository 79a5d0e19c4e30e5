/** The rows of the log, read aloud: what they say of each thing that can happen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConnectionFact, EndingFault, TraceRecord } from "../run/records.ts";
import { eventStream, hears, runOf, type Staged, staged, waits } from "../testing/staged.ts";
import { asked, ended, logOf, told } from "../testing/staged-log.ts";
import { again, burst, compressed, gaveUp, live, liveFetch } from "../testing/staged-ticks.ts";

/** fetch gets one event, and the connection is cut. */
const ends: Staged = { ends: 506, reason: { why: "drop", how: "fin" } };
const breaks = { kind: "failure", name: "TypeError", message: "", at: 510 } as const;
const first: Staged = { ask: 0, request: 3, head: 4, opens: 7, writes: [5], arrives: [8] };
const cut: Staged = { ...first, ...ends, sees: breaks };
const later: Staged = { ask: 1511, request: 1514, head: 1515, writes: [1516], arrives: [1518] };
const errorPage = { kind: "failure", at: 9, name: "NotAnEventStream", message: "" } as const;

function heard(at: number, attempt: number, fact: ConnectionFact<Uint8Array>): TraceRecord {
  return { side: "server", boot: "boot", lane: "eventsource", attempt, at, ...fact };
}

function endedBy(fault: EndingFault): ConnectionFact<Uint8Array> {
  return { kind: "end", reason: { why: "fault", fault }, bytes: 0, writes: 0 };
}

const asksOn: Staged = { lane: "eventsource", attempt: 2, request: 3511, lastEventId: "5" };
const says204: Staged = { status: 204, headers: [], ends: 3512, sees: { ...gaveUp, at: 3514 } };

const stories: [name: string, records: TraceRecord[], ...says: string[]][] = [
  [
    "five ticks through a compressor, and the attempt after them",
    staged(burst, { ...asksOn, ...says204 }),
    "0 browser asks: request | GET / | EventSource can only GET. It accepts gzip, deflate, br, zstd.",
    "4 server wrote: head | 200 text/event-stream | The right type: whoever gets this may start reading an event stream.",
    "5 server wrote: block 1 · 27 B | id: 1 · event: tick · data: 1 | Event 1, “tick”, leaves the server. The browser has nothing yet.",
    "505 server wrote: block 2 · 27 B | id: 2 · event: tick · data: 2 | Event 2, “tick”, leaves the server. The one before it is still under way.",
    "1005 server wrote: block 3 · 27 B | id: 3 · event: tick · data: 3 | Event 3, “tick”, leaves the server. The two before it are still under way.",
    "1505 server wrote: block 4 · 27 B | id: 4 · event: tick · data: 4 | Event 4, “tick”, leaves the server. The three before it are still under way.",
    "2005 server wrote: block 5 · 27 B | id: 5 · event: tick · data: 5 | Event 5, “tick”, leaves the server. The four before it are still under way.",
    "2505 server wrote: end | 135 B in 5 writes | The stream ends. Five events had not arrived: the end of the stream makes the compressor send them.",
    "2509 browser saw: open | readyState 0 → 1 | Only now does the response head arrive: 2.5 s after the server sent it.",
    "2510 browser saw: dispatch ×5 | tick, tick, tick, tick, tick | All five in the same instant. The first is 2 505 ms late.",
    "2510 browser saw: error | readyState 1 → 0 | EventSource reports the end of a stream as an “error”. It will ask again in 3 000 ms.",
    "3511 browser asks: request 2 | GET / · Last-Event-ID: 5 | Attempt 2, with `Last-Event-ID: 5`: the server can go on after it.",
    "3512 server wrote: head | 204 | `204` tells the browser to stop reconnecting.",
    "3512 server wrote: end | no body | The response ends; it had no body.",
    "3514 browser saw: error | readyState 0 → 2 | EventSource gives up for good, and never says why. The answer is `204`: no stream; it tells the browser to stop reconnecting.",
  ],
  [
    "a charset that this browser minds stands in the head's row",
    staged({
      ...cut,
      lane: "eventsource",
      headers: [["Content-Type", "text/event-stream;charset=utf8"]],
      opens: undefined,
      arrives: [],
      ends: 8,
      reason: { why: "played" },
      sees: { ...gaveUp, at: 10 },
    }),
    "0 browser asks: request | GET / | EventSource can only GET. It accepts gzip, deflate, br, zstd.",
    "4 server wrote: head | 200 text/event-stream;charset=utf8 | The right type, but not for Chromium’s EventSource: it takes no charset but `utf-8`, and gives up at `utf8`.",
    "5 server wrote: block 1 · 27 B | id: 1 · event: tick · data: 1 | Event 1, “tick”, leaves the server. The client does not read it: to it this response is no event stream.",
    "8 server wrote: end | 27 B in 1 write | The stream ends.",
    "10 browser saw: error | readyState 0 → 2 | EventSource gives up for good, and never says why. The charset is `utf8`: Chromium’s EventSource refuses any but `utf-8`. Firefox and fetch read on.",
  ],
  [
    "a capture of Chrome's has events, and no chunks that brought them",
    (
      [
        { kind: "ask", method: "GET", by: "browser", url: "/", at: 0 },
        { kind: "head", status: 200, headers: eventStream, at: 7 },
        { kind: "dispatch", type: "message", data: "1", lastEventId: "", at: 8 },
        { kind: "end", at: 9 },
      ] as const
    ).map((fact) => ({ ...fact, side: "browser", lane: "fetch" })),
    "0 browser asks: request | GET / | fetch can ask by any method; here it is `GET`.",
    "7 browser saw: head | 200 text/event-stream | fetch resolves: the response head announces an event stream.",
    "8 browser saw: dispatch | message · 1 | A blank line ended the block: our parser dispatches “message”.",
    "9 browser saw: end | its bytes are not known | The response ended normally. fetch does not reconnect by itself.",
  ],
  [
    "fetch comes back by the page's doing",
    staged(...staged(cut).slice(3), waits("fetch", 511, 1000, "1"), {
      ...later,
      attempt: 2,
      lastEventId: "1",
      from: 2,
    }),
    "0 browser asks: request | POST / | fetch can POST: the body says what to play.",
    "7 browser saw: head | 200 text/event-stream | fetch resolves: the response head announces an event stream.",
    "8 browser saw: dispatch | tick · id 1 · 1 | A blank line ended the block: our parser dispatches “tick”.",
    "506 server wrote: cut | 27 B in 1 write | The server cuts the connection before the body is complete.",
    "510 browser saw: failure | TypeError | fetch failed with `TypeError`. Names of errors are stable, messages are each browser’s own.",
    "511 this page: wait | 1 000 ms · Last-Event-ID: 1 | This page reconnects by its own code: it asks again in 1 000 ms with `Last-Event-ID: 1`.",
    "1511 browser asks: request | POST / | This page asks again; fetch never does by itself.",
    "1514 browser asks: request 2 | GET / · Last-Event-ID: 1 | Attempt 2, with `Last-Event-ID: 1`: the server can go on after it.",
    "1515 server wrote: head | 200 text/event-stream | The right type: whoever gets this may start reading an event stream.",
    "1516 server wrote: block 1 · 27 B | id: 2 · event: tick · data: 2 | Event 1, “tick”, leaves the server.",
    "1518 browser saw: dispatch | tick · id 2 · 2 | A blank line ended the block: our parser dispatches “tick”.",
  ],
  [
    "fetch comes back though the standard fails it",
    staged(
      { ask: 0, opens: 9, opensAs: 504, opensWith: [], sees: errorPage },
      waits("fetch", 10, 1000, "1"),
    ),
    "0 browser asks: request | POST / | fetch can POST: the body says what to play.",
    "9 browser saw: head | 504 | fetch resolves with status `504`: not an error to fetch, but no event stream.",
    "9 browser saw: failure | not an event stream | Something before the server answered for it: the status is `504`; an event stream needs `200`.",
    "10 this page: wait | 1 000 ms · Last-Event-ID: 1 | By the standard that is final, but this page tries again: it asks again in 1 000 ms with `Last-Event-ID: 1`.",
  ],
  [
    "a live stream says nothing of waiting",
    staged({ ...liveFetch, writes: [5, 505], arrives: [8, 508] }).slice(2),
    "0 browser asks: request | POST / | fetch can POST: the body says what to play.",
    "5 server wrote: block 1 · 27 B | id: 1 · event: tick · data: 1 | Event 1, “tick”, leaves the server.",
    "7 browser saw: head | 200 text/event-stream | fetch resolves: the response head announces an event stream.",
    "8 browser saw: dispatch | tick · id 1 · 1 | A blank line ended the block: our parser dispatches “tick”.",
    "505 server wrote: block 2 · 27 B | id: 2 · event: tick · data: 2 | Event 2, “tick”, leaves the server.",
    "508 browser saw: dispatch | tick · id 2 · 2 | A blank line ended the block: our parser dispatches “tick”.",
    "2505 server wrote: end | 54 B in 2 writes | The stream ends.",
    "2508 browser saw: end | 54 B in 2 chunks | The response ended normally. fetch does not reconnect by itself.",
  ],
  [
    "blocks that dispatch nothing, a heartbeat, and a block in several writes",
    [
      ...asked("eventsource", [
        [5, "retry: 1000\n\n"],
        [6, "id: 7\n\n"],
        [7, "event: none\n\n"],
        [8, ": by hand\n\n"],
      ]),
      ...asked("fetch", [
        [9, "data: a"],
        [509, "\n"],
        [1009, "\ndata: never"],
      ]).slice(1),
      ended("fetch", 1010, 3, 21),
    ],
    "0 browser asks: request | GET / | EventSource can only GET.",
    "5 server wrote: block 1 · 13 B | retry: 1000 | A block without data: no event, but the reconnection time becomes 1 000 ms.",
    "6 server wrote: block 2 · 7 B | id: 7 | A block without data: no event, but the last event ID becomes “7”.",
    "7 server wrote: block 3 · 13 B | event: none | A block without data: no event comes of it.",
    "8 server wrote: comment · 11 B | : by hand | A comment reaches no page, and keeps the connection from looking idle.",
    "9 server wrote: block 1 · 9 B | data: a | Event 1, “message”, leaves the server. It left in three writes.",
    "1009 server wrote: block 2 · 11 B | data: never | The blank line never came: no event comes of this block.",
    "1010 server wrote: end | 21 B in 3 writes | The stream ends.",
  ],
  [
    "a heartbeat is no part of the block behind it",
    asked(
      "fetch",
      [
        [5, ": heartbeat\n"],
        [9, "data: a\n\n"],
      ],
      0,
    ),
    "0 browser asks: request | GET / | fetch can ask by any method; here it is `GET`.",
    "5 server wrote: comment · 12 B | : heartbeat | A heartbeat: a comment reaches no page, and keeps the connection from looking idle.",
    "9 server wrote: block 1 · 9 B | data: a | Event 1, “message”, leaves the server.",
  ],
  [
    "an event that was lost, and one still under way",
    staged(
      { ...live, writes: [5, 505], arrives: [8], ends: 506, sees: { ...again, at: 507 } },
      { ...liveFetch, writes: [6, 2006], arrives: [9], ends: undefined, sees: undefined },
      { side: "page", kind: "stop", at: 2600 },
    ),
    "0 browser asks: request | GET / | EventSource can only GET. It accepts gzip, deflate, br, zstd.",
    "0 browser asks: request | POST / | fetch can POST: the body says what to play. It accepts gzip, deflate, br, zstd.",
    "4 server wrote: head | 200 text/event-stream | The right type: whoever gets this may start reading an event stream.",
    "4 server wrote: head | 200 text/event-stream | The right type: whoever gets this may start reading an event stream.",
    "5 server wrote: block 1 · 27 B | id: 1 · event: tick · data: 1 | Event 1, “tick”, leaves the server.",
    "6 server wrote: block 1 · 27 B | id: 1 · event: tick · data: 1 | Event 1, “tick”, leaves the server.",
    "7 browser saw: open | readyState 0 → 1 | The response head announces an event stream: the connection is open.",
    "7 browser saw: head | 200 text/event-stream | fetch resolves: the response head announces an event stream.",
    "8 browser saw: dispatch | tick · id 1 · 1 | A blank line ended the block: the browser dispatches “tick”.",
    "9 browser saw: dispatch | tick · id 1 · 1 | A blank line ended the block: our parser dispatches “tick”.",
    "505 server wrote: block 2 · 27 B | id: 2 · event: tick · data: 2 | Event 2, “tick”, leaves the server. It never arrived.",
    "506 server wrote: end | 54 B in 2 writes | The stream ends.",
    "507 browser saw: error | readyState 1 → 0 | EventSource reports the end of a stream as an “error”. It will ask again in 3 000 ms.",
    "2006 server wrote: block 2 · 27 B | id: 2 · event: tick · data: 2 | Event 2, “tick”, leaves the server. It is still under way.",
    "2600 this page: stop |  | Stopped: every lane is closed.",
  ],
  [
    "a button drops the stream, and puts another address in the place of the next answer",
    [
      ...staged({ lane: "eventsource", ask: 0 }),
      hears("eventsource", 1),
      heard(2, 1, { kind: "head", status: 200, headers: eventStream }),
      { side: "browser", lane: "eventsource", kind: "open", at: 3 },
      heard(500, 1, { kind: "fault", fault: { kind: "stall", ms: 2000 } }),
      heard(600, 1, { kind: "fault", fault: { kind: "next-redirect", status: 307 } }),
      heard(700, 1, { kind: "fault", fault: { kind: "drop", how: "reset" } }),
      heard(701, 1, endedBy({ kind: "drop", how: "reset" })),
      { side: "browser", lane: "eventsource", ...again, at: 703 },
      hears("eventsource", 3704, { attempt: 2 }),
      heard(3705, 2, { kind: "head", status: 307, headers: [["Location", "/?moved=1"]] }),
      heard(3706, 2, endedBy({ kind: "next-redirect", status: 307 })),
      hears("eventsource", 3708, { attempt: 3, url: "/?moved=1" }),
    ],
    "0 browser asks: request | GET / | EventSource can only GET.",
    "2 server wrote: head | 200 text/event-stream | The right type: whoever gets this may start reading an event stream.",
    "3 browser saw: open | readyState 0 → 1 | The response head announces an event stream: the connection is open.",
    "500 this page: fault | stall for 2.0 s | A button was pressed: the server writes nothing more, no heartbeat either, for 2.0 s.",
    "600 this page: fault | redirect by 307 | A button was pressed: the next request of this client is sent to another address, with `307`.",
    "700 this page: fault | cut by RST | A button was pressed: the server resets the connection in the middle of the stream.",
    "701 server wrote: cut | no body | The button resets the connection in the middle of the stream.",
    "703 browser saw: error | readyState 1 → 0 | EventSource reports the cut of a stream as an “error”. It will ask again in 3 000 ms.",
    "3704 browser asks: request 2 | GET / | Attempt 2, without a `Last-Event-ID`.",
    "3705 server wrote: head | 307 | `307` sends the browser to another address. The page is not told.",
    "3706 server wrote: end | no body | The button put this answer in place of the script.",
    "3708 browser asks: request 3 | GET /?moved=1 | The browser follows the redirect by itself.",
  ],
  [
    "the door is closed by somebody else, and opens again",
    [
      ...staged({ ask: 0 }),
      { side: "page", kind: "door-closed", ms: 5000, ours: false, at: 1000 },
      { side: "page", kind: "door-open", at: 6001 },
    ],
    "0 browser asks: request | POST / | fetch can POST: the body says what to play.",
    "1000 this page: door | closed for 5.0 s | Somebody on another page pressed a button: for 5.0 s the server listens to nobody, and cuts what is open.",
    "6001 this page: door | open | The server listens again. Its counts and records are kept.",
  ],
  [
    "the server's side comes another way, is lost, and is told by another process",
    [
      { side: "page", kind: "boot", boot: "a", at: 1 },
      { side: "page", kind: "tap", way: "direct", at: 2 },
      { side: "page", kind: "tap", way: "lost", at: 3 },
      { side: "page", kind: "boot", boot: "a", at: 4 },
      { side: "page", kind: "tap", way: "own-origin", at: 5 },
      { side: "page", kind: "boot", boot: "b", at: 6 },
    ],
    "3 this page: records | no longer | The server’s records no longer come: what it does is unknown until it answers again.",
    "5 this page: records | through the proxy | The server’s records now come through the proxy.",
    "6 this page: new server |  | Another server process answers: what the one before it counted and recorded is lost.",
  ],
];

const lines: [name: string, records: TraceRecord[], ...says: string[]][] = [
  [
    "what EventSource keeps to itself is told by the tap, and said once of each",
    asked("eventsource", [
      [5, "retry: 1000\n\n"],
      [6, ": hush\nretry: 2s\n"],
      [7, ": again\n\n"],
    ]),
    "5 server wrote: line | retry: 1000 | The reconnection time becomes 1 000 ms. EventSource never shows this to the page; the server’s records do.",
    "5 server wrote: blank line | ⏎ ends the block | A blank line ends the block. There is no data, so nothing is dispatched.",
    "6 server wrote: comment | : hush | A comment: read and forgotten. EventSource never shows this to the page; the server’s records do.",
    "6 server wrote: ignored line | retry: 2s | Ignored: a reconnection time is digits and nothing else.",
    "6 server wrote: write · 17 B | in block 2 | The write ends inside a block: no event is complete yet.",
    "7 server wrote: comment | : again | A comment: read and forgotten.",
    "7 server wrote: blank line | ⏎ ends the block | A blank line ends the block. There is no data, so nothing is dispatched.",
  ],
  [
    "each line as it stands on the wire, and what the parser did with it",
    asked("fetch", [
      [5, "id\nevent:  x\ndata:a\ndata: b\nData: c\nid: \0\n\n"],
      [6, "event:\ndata\n\n"],
    ]),
    "5 server wrote: line | id | The last event ID buffer is emptied.",
    "5 server wrote: line | event:  x | The event type buffer becomes “ x”.",
    "5 server wrote: line | data:a | Appended to the data buffer.",
    "5 server wrote: line | data: b | Appended to the data buffer, after a line feed.",
    "5 server wrote: ignored line | Data: c | Ignored: there is no field “Data”.",
    "5 server wrote: ignored line | id: \0 | Ignored: the id holds a NUL.",
    "5 server wrote: blank line | ⏎ dispatch | A blank line ends the block: a parser dispatches “ x”.",
    "6 server wrote: line | event: | The event type buffer is empty: the type is “message”.",
    "6 server wrote: line | data | Appended to the data buffer.",
    "6 server wrote: blank line | ⏎ dispatch | A blank line ends the block: a parser dispatches “message”.",
  ],
  [
    "a line in several writes, a CRLF in two, and a block without its blank line",
    [
      ...asked("fetch", [
        [5, "\ufeffdata: één"],
        [6, " en twee\r"],
        [7, "\n\r\ndata: drie"],
      ]),
      ended("fetch", 8, 3),
    ],
    "5 server wrote: write · 14 B | in block 1 | The write ends inside a block: no event is complete yet.",
    "6 server wrote: byte order mark | EF BB BF | The one byte order mark that may stand at the very start; skipped.",
    "6 server wrote: line | data: één en twee | Appended to the data buffer.",
    "6 server wrote: write · 9 B | in block 1 | The write ends inside a block: no event is complete yet.",
    "7 server wrote: line feed | 0A | The other half of a CRLF that lay in two writes; skipped.",
    "7 server wrote: blank line | ⏎ dispatch | A blank line ends the block: a parser dispatches “message”.",
    "7 server wrote: write · 13 B | in block 2 | The write ends inside a block: no event is complete yet.",
    "8 server wrote: unfinished | data: drie | The response ended before the blank line: what the buffers hold is thrown away.",
    "8 server wrote: end | 36 B in 3 writes | The stream ends.",
  ],
];

for (const [name, records, ...says] of stories) {
  test(`story: ${name}`, () => {
    const change = name.includes("compressor") ? compressed : {};
    assert.deepEqual(told(logOf(runOf(records, change))), says);
  });
}

for (const [name, records, ...says] of lines) {
  test(`lines: ${name}`, () => {
    const [, ...rows] = told(logOf(runOf(records), "lines")); // all begin with the ask
    assert.deepEqual(rows, says);
  });
}
