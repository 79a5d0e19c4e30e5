import assert from "node:assert/strict";
import { test } from "node:test";
import { toolNames } from "../cures/where.ts";
import { textColumns } from "../en/row-text.ts";
import { verdictSentences } from "../en/verdict.ts";
import { whereDeparted } from "../en/where.ts";
import { Log } from "../log/log.ts";
import type { EndReason, ServerRecord } from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";
import { verdict } from "./verdict.ts";

const STREAM = "text/event-stream";
const ENDED: EndReason = { why: "target-ended" };

/** `at`: when each event left, ms; `end`: when, and why. */
type Left = {
  head?: { at: number; status?: number; type?: string; coding?: string };
  at: readonly number[];
  end?: { at: number; reason: EndReason };
  text?: string;
  /** So many of the first were not kept. */
  forgotten?: number;
  /** Whether somebody said that nothing stands before the server. */
  isServer?: boolean;
  /** The same once more, without `Accept-Encoding`, and then with no coding; 10 s later. */
  again?: readonly number[];
};

function watched({
  head,
  at,
  end,
  text = "data: x\n\n",
  isServer = false,
  again,
  forgotten = 0,
}: Left): Run {
  const run = createRun({
    trace: "7",
    script: { name: "GET /events", text: "" },
    path: { proxy: false, port: 3334 },
    noTransform: false,
    browser: "",
    beganAt: 0,
    clockError: 0,
    watched: "localhost:8080",
    isServer,
  });
  const on = { side: "server", boot: "b", lane: "fetch", attempt: 1 } as const;
  const asked = { kind: "request", method: "GET", url: "/events", httpVersion: "1.1" } as const;
  const records: ServerRecord[] = [{ ...on, at: 0, ...asked, headers: [] }];
  if (head !== undefined) {
    const { type = STREAM, status = 200, coding } = head;
    const packed: [string, string][] = coding === undefined ? [] : [["Content-Encoding", coding]];
    const headers: [string, string][] = [["Content-Type", type], ...packed];
    records.push({ ...on, at: head.at, kind: "head", status, headers });
  }
  const bytes = new TextEncoder().encode(text);
  at.forEach((one, index) => {
    if (index < forgotten) return;
    records.push({ ...on, at: one, kind: "write", offset: index * bytes.length, bytes, line: 0 });
  });
  if (end !== undefined) {
    const body = { bytes: at.length * bytes.length, writes: at.length };
    records.push({ ...on, at: end.at, kind: "end", reason: end.reason, ...body });
  }
  if (again !== undefined) {
    const plain = { ...on, attempt: 2 };
    const headers: [string, string][] = [["Content-Type", STREAM]];
    records.push({ ...plain, ...asked, at: 10_000, again: true, headers: [] });
    records.push({ ...plain, at: 10_005, kind: "head", status: 200, headers });
    again.forEach((one, index) => {
      const offset = index * bytes.length;
      records.push({ ...plain, at: 10_000 + one, kind: "write", offset, bytes, line: 0 });
    });
    const body = { bytes: again.length * bytes.length, writes: again.length };
    records.push({ ...plain, at: 12_500, kind: "end", reason: ENDED, ...body });
  }
  for (const record of records) run.add(record);
  return run;
}

const rows: [name: string, left: Left, headline: RegExp, measured: RegExp, inferred: RegExp][] = [
  [
    "a burst after a silence is the server's own",
    { head: { at: 5 }, at: [2000, 2001, 2002], end: { at: 2003, reason: ENDED } },
    /^Already one burst when it left localhost:8080$/,
    /^All three events left localhost:8080 in one instant, after 2\.0 s of silence\. Nothing behind/,
    /^Whether the server itself writes it so, or something between it and localhost:8080/,
  ],
  [
    "what was not kept is not said to be all, and makes no burst",
    {
      head: { at: 5 },
      at: [500, 1000, 2000, 2001],
      forgotten: 2,
      end: { at: 2003, reason: ENDED },
    },
    /^All at once$/,
    /^Of what was kept, two reads left localhost:8080 in one instant, 2\.0 s after the request/,
    /^$/,
  ],
  [
    "it is the server's where nothing is said to stand before it",
    { head: { at: 5 }, at: [2000, 2001], end: { at: 2003, reason: ENDED }, isServer: true },
    /^Already one burst/,
    /Nothing behind/,
    /^You said that nothing stands before your server there: so it writes it so\.$/,
  ],
  [
    "compressed, and even without a coding: not flushed",
    {
      head: { at: 5, coding: "gzip" },
      at: [2000, 2001, 2002],
      end: { at: 2003, reason: ENDED },
      again: [500, 1000, 1500],
    },
    /^Compressed there and not flushed$/,
    /^All three events left localhost:8080 in one instant, after 2\.0 s of silence, compressed\. Asked again without `Accept-Encoding`, three events left over 1\.0 s, each by itself\.$/,
    /^So whoever compresses it there \(`gzip`\) keeps it/,
  ],
  [
    "compressed, a burst, and a burst without a coding: the compressor is not it",
    {
      head: { at: 5, coding: "gzip" },
      at: [2000, 2001],
      end: { at: 2003, reason: ENDED },
      again: [2000, 2001],
    },
    /^Already one burst when it left localhost:8080$/,
    /Asked again without `Accept-Encoding`, two events left in one instant\.$/,
    /^So it is no compressor that holds it\. Whether the server itself/,
  ],
  [
    "nothing came of a compressed one, though it was waited for, and all of it without a coding",
    {
      head: { at: 5, coding: "br" },
      at: [],
      end: { at: 4000, reason: { why: "left" } },
      again: [500, 1000, 1500],
    },
    /^Compressed there and not flushed$/,
    /^localhost:8080 sent the response head, and no event behind it\. Asked again/,
    /\(`br`\)/,
  ],
  [
    "two events are no evidence",
    {
      head: { at: 5, coding: "br" },
      at: [2000, 2001],
      end: { at: 2003, reason: ENDED },
      again: [500, 1000],
    },
    /^Already one burst/,
    /Asked again/,
    /^That does not show/,
  ],
  [
    "of one that left compressed, the compressor is suspected, and how to tell is said",
    { head: { at: 5, coding: "gzip" }, at: [2000, 2001], end: { at: 2003, reason: ENDED } },
    /^Already one burst/,
    /^Both events/,
    /^It left compressed \(`gzip`\).*without `Accept-Encoding`/,
  ],
  [
    "an even stream is not said to be live: its other end is not known",
    { head: { at: 5 }, at: [300, 600, 900], end: { at: 900, reason: ENDED } },
    /^Left localhost:8080 evenly$/,
    /over 600 ms, each by itself\. Whether it arrives late can’t be told from here/,
    /^$/,
  ],
  [
    "pieces",
    { head: { at: 5 }, at: [300, 301, 302, 900, 901, 902] },
    /^Already in pieces when it left localhost:8080$/,
    /^All six events left localhost:8080 in two instants, over 602 ms/,
    /^Whether the server itself/,
  ],
  [
    "what is there at once has no rhythm",
    { head: { at: 5 }, at: [6, 7], end: { at: 8, reason: ENDED } },
    /^All at once$/,
    /6 ms after the request: there is no rhythm/,
    /^$/,
  ],
  [
    "the first instant of a stream that goes on is no burst",
    { head: { at: 5 }, at: [2000, 2001] },
    /^All at once$/,
    /^Both events so far left/,
    /^$/,
  ],
  [
    "one event",
    { head: { at: 5 }, at: [2000] },
    /^One event$/,
    /^It left localhost:8080 2\.0 s after the request/,
    /^$/,
  ],
  [
    "no answer",
    { at: [] },
    /^No answer yet$/,
    /^localhost:8080 has had the request for \d+\.0 s/,
    /^$/,
  ],
  ["a head alone", { head: { at: 5 }, at: [] }, /^No event yet$/, /and no event behind it/, /^$/],
  [
    "a cut is told",
    { head: { at: 5 }, at: [300, 600], end: { at: 700, reason: { why: "target-cut", code: "X" } } },
    /^Left localhost:8080 evenly$/,
    /localhost:8080 broke the connection off\.$/,
    /^$/,
  ],
  [
    "so is a client that left",
    { head: { at: 5 }, at: [300, 600], end: { at: 700, reason: { why: "left" } } },
    /evenly$/,
    /Whoever asked has gone\.$/,
    /^$/,
  ],
  [
    "a target that is down",
    {
      head: { at: 5, status: 502 },
      at: [],
      end: { at: 6, reason: { why: "target-down", code: "ECONNREFUSED" } },
    },
    /^localhost:8080 is down$/,
    /^Nobody answers at localhost:8080/,
    /^$/,
  ],
  [
    "where there are no events, reads are judged",
    {
      head: { at: 5, type: "application/x-ndjson" },
      at: [300, 600],
      text: '{"a":1}\n',
      end: { at: 600, reason: ENDED },
    },
    /^Left localhost:8080 evenly$/,
    /^Both reads left.*To an EventSource `application\/x-ndjson` is no event stream\./,
    /^$/,
  ],
];
for (const [name, left, headline, measured, inferred] of rows) {
  test(name, () => {
    const { headline: found, also, lanes } = verdict(watched(left), 13_000);
    assert.match(verdictSentences.headline(found).replaceAll("\u00a0", " "), headline);
    assert.match(verdictSentences.measured(found).replaceAll("\u00a0", " "), measured);
    assert.match(verdictSentences.inferred(found), inferred);
    assert.equal(verdictSentences.cure(found), "");
    assert.deepEqual([also, lanes], [[], {}]);
  });
}

const wheres: [name: string, left: Left, lead: RegExp | null, tool: RegExp | null][] = [
  [
    "a compressed burst: what compresses at that address",
    { head: { at: 5, coding: "gzip" }, at: [2000, 2001], end: { at: 2003, reason: ENDED } },
    /^If what answers at localhost:8080, or before it, is one of these, and does not write it so itself/,
    /webpack-dev-server/,
  ],
  [
    "a burst as it is: what collects at that address, and no compressor",
    { head: { at: 5 }, at: [2000, 2001], end: { at: 2003, reason: ENDED } },
    /^If what answers at localhost:8080/,
    /nginx/,
  ],
  [
    "nothing before the server: no proxy is named",
    { head: { at: 5 }, at: [2000, 2001], end: { at: 2003, reason: ENDED }, isServer: true },
    /^If your server is one of these/,
    /^(?!.*nginx).*PHP/s,
  ],
  [
    "not flushed: what compresses, and no if about it",
    {
      head: { at: 5, coding: "gzip" },
      at: [2000, 2001, 2002],
      end: { at: 2003, reason: ENDED },
      again: [500, 1000, 1500],
    },
    /one of these, this is the line to change/,
    /webpack-dev-server/,
  ],
  [
    "a burst with and without a coding: what collects",
    {
      head: { at: 5, coding: "gzip" },
      at: [2000, 2001],
      end: { at: 2003, reason: ENDED },
      again: [2000, 2001],
    },
    /^If what answers/,
    /^(?!.*webpack-dev-server).*nginx/s,
  ],
  [
    "one that left well: what stands between, whichever way it holds",
    { head: { at: 5 }, at: [300, 600, 900], end: { at: 900, reason: ENDED } },
    /^Your browser shows one burst all the same\? Then what stands between localhost:8080 and the browser/,
    /webpack-dev-server.*nginx/s,
  ],
  ["one that goes on: nothing yet", { head: { at: 5 }, at: [300, 600, 900] }, null, null],
  [
    "one that was there at once: nothing",
    { head: { at: 5 }, at: [6, 7], end: { at: 8, reason: ENDED } },
    null,
    null,
  ],
];
for (const [name, left, lead, tool] of wheres) {
  test(`where to change: ${name}`, () => {
    const { headline } = verdict(watched(left), 3000);
    assert.ok(headline.word === "departed");
    const found = whereDeparted(headline, []);
    if (lead === null || tool === null) return assert.equal(found, null);
    assert.match(found?.lead ?? "", lead);
    assert.match(found?.all.map(({ tools }) => toolNames(tools)).join("\n") ?? "", tool);
  });
}

test("the log tells the request, and of no event that it never arrived", () => {
  const run = watched({
    head: { at: 5 },
    at: [300, 600],
    end: { at: 900, reason: { why: "left" } },
  });
  const log = new Log(run, { depth: "story", lanes: ["eventsource", "fetch"] });
  log.read(1000);
  log.show();
  const text = textColumns(log.rows, run);
  assert.match(text, /client asks .*GET \/events/);
  assert.match(text, /left localhost:8080 .*block 1/);
  assert.match(text, /target proxy saw/);
  assert.doesNotMatch(text, /browser|never arrived|had not arrived|under way/);
});
