import assert from "node:assert/strict";
import { test } from "node:test";
import { toolNames } from "../cures/where.ts";
import { textColumns } from "../en/row-text.ts";
import { verdictSentences } from "../en/verdict.ts";
import { whereDeparted } from "../en/where.ts";
import type { Run } from "../run/run.ts";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";
import { br, gzip, later } from "../testing/staged-ticks.ts";
import { verdict } from "./verdict.ts";

/**
 * `isServer`: somebody said that nothing stands before the server. `again`: when each event left that was asked for
 * once more, 10 s later, without `Accept-Encoding`. `forgotten`: how many of the first writes were not kept.
 */
type Left = Staged & { isServer?: boolean; again?: readonly number[]; forgotten?: number };

/** A stream of events that left at those times, and ended then. */
function left(writes: readonly number[], more: Left = {}): Left {
  const ends = (writes.at(-1) ?? 0) + 1;
  return { request: 0, head: 5, writes, ends, reason: { why: "target-ended" }, ...more };
}

function watched({ isServer = false, again, forgotten = 0, ...one }: Left): Run {
  const once = { attempt: 2, request: 10_000, head: 10_005, ends: 12_500 };
  const plain = again === undefined ? [] : staged(left(later(10_000, again), once));
  const asked = plain.map((one) => (one.kind === "request" ? { ...one, again: true } : one));
  let missing = forgotten;
  const kept = staged(one, ...asked).filter(({ kind }) => kind !== "write" || missing-- <= 0);
  return runOf(kept, {
    script: { name: "GET /events", text: "" },
    path: { proxy: false, port: 3334 },
    browser: "",
    clockError: 0,
    watched: "localhost:8080",
    isServer,
  });
}

const goesOn: Staged = { ends: undefined };
const isServer = true;
const pair = [2000, 2001];
const burst = [2000, 2001, 2002];
const evenly = [500, 1000, 1500];

const rows: [name: string, left: Left, headline: RegExp, measured: RegExp, inferred: RegExp][] = [
  [
    "a burst after a silence is the server's own",
    left(burst),
    /^Already one burst when it left localhost:8080$/,
    /^All three events left localhost:8080 in one instant, after 2\.0 s of silence\. Nothing behind/,
    /^Whether the server itself writes it so, or something between it and localhost:8080/,
  ],
  [
    "what was not kept is not said to be all, and makes no burst",
    left([500, 1000, 2000, 2001], { forgotten: 2 }),
    /^All at once$/,
    /^Of what was kept, two reads left localhost:8080 in one instant, 2\.0 s after the request/,
    /^$/,
  ],
  [
    "it is the server's where nothing is said to stand before it",
    left(pair, { isServer }),
    /^Already one burst/,
    /Nothing behind/,
    /^You said that nothing stands before your server there: so it writes it so\.$/,
  ],
  [
    "compressed, and even without a coding: not flushed",
    left(burst, { headers: gzip, again: evenly }),
    /^Compressed there and not flushed$/,
    /^All three events left localhost:8080 in one instant, after 2\.0 s of silence, compressed\. Asked again without `Accept-Encoding`, three events left over 1\.0 s, each by itself\.$/,
    /^So whoever compresses it there \(`gzip`\) keeps it/,
  ],
  [
    "compressed, a burst, and a burst without a coding: the compressor is not it",
    left(pair, { headers: gzip, again: pair }),
    /^Already one burst when it left localhost:8080$/,
    /Asked again without `Accept-Encoding`, two events left in one instant\.$/,
    /^So it is no compressor that holds it\. Whether the server itself/,
  ],
  [
    "nothing came of a compressed one, though it was waited for, and all of it without a coding",
    left([], { headers: br, ends: 4000, reason: { why: "left" }, again: evenly }),
    /^Compressed there and not flushed$/,
    /^localhost:8080 sent the response head, and no event behind it\. Asked again/,
    /\(`br`\)/,
  ],
  [
    "two events are no evidence",
    left(pair, { headers: br, again: [500, 1000] }),
    /^Already one burst/,
    /Asked again/,
    /^That does not show/,
  ],
  [
    "of one that left compressed, the compressor is suspected, and how to tell is said",
    left(pair, { headers: gzip }),
    /^Already one burst/,
    /^Both events/,
    /^It left compressed \(`gzip`\).*without `Accept-Encoding`/,
  ],
  [
    "an even stream is not said to be live: its other end is not known",
    left([300, 600, 900]),
    /^Left localhost:8080 evenly$/,
    /over 600 ms, each by itself\. Whether it arrives late can’t be told from here/,
    /^$/,
  ],
  [
    "pieces",
    left([300, 301, 302, 900, 901, 902], goesOn),
    /^Already in pieces when it left localhost:8080$/,
    /^All six events left localhost:8080 in two instants, over 602 ms/,
    /^Whether the server itself/,
  ],
  [
    "what is there at once has no rhythm",
    left([6, 7]),
    /^All at once$/,
    /6 ms after the request: there is no rhythm/,
    /^$/,
  ],
  [
    "the first instant of a stream that goes on is no burst",
    left(pair, goesOn),
    /^All at once$/,
    /^Both events so far left/,
    /^$/,
  ],
  [
    "one event",
    left([2000], goesOn),
    /^One event$/,
    /^It left localhost:8080 2\.0 s after the request/,
    /^$/,
  ],
  [
    "no answer",
    left([], { ...goesOn, head: undefined }),
    /^No answer yet$/,
    /^localhost:8080 has had the request for \d+\.0 s/,
    /^$/,
  ],
  ["a head alone", left([], goesOn), /^No event yet$/, /and no event behind it/, /^$/],
  [
    "a cut is told",
    left([300, 600], { reason: { why: "target-cut", code: "X" } }),
    /^Left localhost:8080 evenly$/,
    /localhost:8080 broke the connection off\.$/,
    /^$/,
  ],
  [
    "so is a client that left",
    left([300, 600], { reason: { why: "left" } }),
    /evenly$/,
    /Whoever asked has gone\.$/,
    /^$/,
  ],
  [
    "a target that is down",
    left([], { status: 502, ends: 6, reason: { why: "target-down", code: "ECONNREFUSED" } }),
    /^localhost:8080 is down$/,
    /^Nobody answers at localhost:8080/,
    /^$/,
  ],
  [
    "where there are no events, reads are judged",
    left([], {
      headers: [["Content-Type", "application/x-ndjson"]],
      comments: [300, 600],
      ends: 600,
    }),
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
    left(pair, { headers: gzip }),
    /^If what answers at localhost:8080, or before it, is one of these, and does not write it so itself/,
    /webpack-dev-server/,
  ],
  [
    "a burst as it is: what collects at that address, and no compressor",
    left(pair),
    /^If what answers at localhost:8080/,
    /nginx/,
  ],
  [
    "nothing before the server: no proxy is named",
    left(pair, { isServer }),
    /^If your server is one of these/,
    /^(?!.*nginx).*PHP/s,
  ],
  [
    "not flushed: what compresses, and no if about it",
    left(burst, { headers: gzip, again: evenly }),
    /one of these, this is the line to change/,
    /webpack-dev-server/,
  ],
  [
    "a burst with and without a coding: what collects",
    left(pair, { headers: gzip, again: pair }),
    /^If what answers/,
    /^(?!.*webpack-dev-server).*nginx/s,
  ],
  [
    "one that left well: what stands between, whichever way it holds",
    left([300, 600, 900]),
    /^Your browser shows one burst all the same\? Then what stands between localhost:8080 and the browser/,
    /webpack-dev-server.*nginx/s,
  ],
  ["one that goes on: nothing yet", left([300, 600, 900], goesOn), null, null],
  ["one that was there at once: nothing", left([6, 7]), null, null],
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
  const run = watched(left([300, 600], { ends: 900, reason: { why: "left" } }));
  const text = textColumns(logOf(run).rows, run);
  assert.match(text, /client asks .*GET \//);
  assert.match(text, /left localhost:8080 .*block 1/);
  assert.match(text, /target proxy saw/);
  assert.doesNotMatch(text, /browser|never arrived|had not arrived|under way/);
});
