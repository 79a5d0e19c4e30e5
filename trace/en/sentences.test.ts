import assert from "node:assert/strict";
import { test } from "node:test";
import { meaning } from "../log/meaning.ts";
import type { ModelFact, Setup, TraceRecord } from "../run/records.ts";
import { eventStream, runOf, type Staged, staged, waits } from "../testing/staged.ts";
import {
  br,
  burst,
  burstFetch,
  compressed,
  gaveUp,
  goesOn,
  live,
  unseen,
} from "../testing/staged-ticks.ts";
import { verdict } from "../verdict/verdict.ts";
import { recordSentence } from "./record.ts";
import { standardStep } from "./standard.ts";
import { verdictSentences } from "./verdict.ts";

const plain = (sentence: string) => sentence.replaceAll("\u00a0", " ");

const connection = { side: "server", boot: "b", lane: "eventsource", attempt: 1, at: 9 } as const;
const burstInFetch: Staged = { ...burstFetch, opensWith: br };
const readByFetch = staged(burstInFetch).filter(({ side }) => side === "browser");
const refused = { kind: "failure", name: "NotAnEventStream", message: "", at: 5 } as const;
const growing: Staged = { ...live, ...goesOn };

const verdicts: [says: string, records: TraceRecord[], setup?: Partial<Setup>][] = [
  [
    "One burst at the end | Five events, written over 2.0 s, arrived together at 2.5 s, when the stream ended. | The response is `br`, and even the response head waited: the compressor kept everything. | Cure: `compress: false`, or `no-transform`.",
    staged(burstInFetch),
    compressed,
  ],
  [
    "One burst at the end | Five events, written over 2.0 s, arrived together at 2.5 s, when the stream ended. | The response of fetch on the same path is `br`, and even `open` waited: the compressor kept everything. | Cure: `compress: false`, or `no-transform`.",
    staged(burst, burstInFetch),
    compressed,
  ],
  [
    "One burst at the end | Five events, written over 2.0 s, arrived together at 2.5 s, when the stream ended. | This path’s dev server runs with `compress: true`; `open` came at 12 ms, but the compressor kept the events. | Cure: `compress: false`, or `no-transform`.",
    staged({ ...burst, opens: 12 }),
    compressed,
  ],
  [
    "One burst at the end | Five events, written over 2.0 s, arrived together at 2.5 s, when the stream ended. | No compression is in sight: something between server and page waits until it has enough. | Cure: the response header `X-Accel-Buffering: no`, which nginx obeys.",
    staged({ ...burstInFetch, opensWith: eventStream }),
  ],
  [
    "Live | Five events, written over 2.0 s, arrived as far apart as they were written, each within 3 ms of being written. |  | ",
    staged(live),
  ],
  [
    "Nothing yet | The server wrote two events; none has arrived, 500 ms after the first. | This path’s dev server runs with `compress: true`: a compressor keeps small events until it has enough, or the stream ends. | Cure: `compress: false`, or `no-transform`.",
    staged({ ...growing, ...unseen, writes: [5, 505] }),
    compressed,
  ],
  [
    "Connecting | The page has asked; nothing has come yet. |  | ",
    staged({ lane: "fetch", ask: 0 }),
  ],
  [
    "Nothing yet | The server has not written an event yet. |  | ",
    staged({ lane: "fetch", ask: 0, request: 3 }),
  ],
  [
    "Lost | The server wrote five events, the connection ended, and the last two of them never arrived. |  | ",
    staged({ ...live, arrives: [8, 508, 1008] }),
  ],
  [
    "No stream | The answer is `204`: no stream; it tells the browser to stop reconnecting. |  | ",
    staged({ ...growing, ...unseen, status: 204, writes: [], sees: { ...gaveUp, at: 9 } }),
  ],
  [
    "No stream | Something before the server answered for it: the status is `504`; an event stream needs `200`. |  | ",
    staged({ ask: 0, opens: 4, opensAs: 504, opensWith: [], sees: refused }),
  ],
  [
    "Can’t tell yet | One event has arrived, 3 ms after it was written: one alone does not show whether a stream is live. |  | ",
    staged({ ...growing, writes: [5], arrives: [8] }),
  ],
];

for (const [says, records, setup] of verdicts) {
  test(says, () => {
    const { headline } = verdict(runOf(records, setup));
    const { headline: word, measured, inferred, cure } = verdictSentences;
    const said = [word(headline), measured(headline), inferred(headline), cure(headline)];
    assert.equal(plain(said.join(" | ")), says);
  });
}

/** What log-read-aloud.test.ts does not tell. */
const run = staged(burst, burstInFetch);
const records: [says: string, record: TraceRecord | undefined, setup?: Partial<Setup>][] = [
  [
    "Only now does it open: 2.5 s after the server sent the response head. Firefox waits for the first byte of the body.",
    pick("open"),
    { browser: "Firefox 153" },
  ],
  [
    "fetch resolves: the response head announces an event stream. The body is compressed: `br`. It comes 2.5 s after the server sent it.",
    pick("head", readByFetch),
  ],
  ["One read returned 27 B: one event ended in it.", pick("chunk")],
  [
    "A blank line ended the block: the browser dispatches “tick”. It is 2 505 ms late.",
    pick("dispatch"),
  ],
  ["The server has the request.", pick("request")],
  [
    "The relay asks the model again: for this client it was asked three times. This relay is wrong on purpose: its events have no ids, so whoever reconnects starts it all over.",
    model({ did: "asked", times: 3, model: "m", relay: "no-ids" }),
  ],
  [
    "The answer is kept: this connection goes on after event 7. The model is not asked again.",
    model({ did: "resumed", after: 7 }),
  ],
  [
    "Somebody pressed Stop. The request to the model is cut after one token: it works no more, and costs no more.",
    model({ did: "stopped", why: "asked", tokens: 1 }),
  ],
  [
    "The model’s service says that it was asked too often. A `failure` event tells the page.",
    model({ did: "failed", failure: "rate-limited", tokens: 0 }),
  ],
  [
    "The script has no event with id `5` on this attempt, so it starts from its first line.",
    { ...connection, attempt: 2, kind: "note", note: { note: "unknown-id", lastEventId: "5" } },
  ],
  ["This page reconnects by its own code: it asks again in 50 ms.", waits("fetch", 2511, 50, "")],
  [
    "This page makes a new EventSource in 1 000 ms. The last id goes into its URL, because a new one sends no `Last-Event-ID`.",
    waits("eventsource", 2511, 1000, "5"),
  ],
  ["This page makes a new EventSource in 2 000 ms.", waits("eventsource", 2511, 2000, "")],
  [
    "This page’s own thread was blocked for 2.0 s: what came meanwhile had to wait.",
    { side: "page", kind: "busy", since: 0, at: 2000 },
  ],
];

function model(fact: ModelFact): TraceRecord {
  return { ...connection, kind: "model", answer: "a", fact };
}

function pick(kind: TraceRecord["kind"], from = run): TraceRecord | undefined {
  return from.find((record) => record.kind === kind);
}

for (const [says, record, setup] of records) {
  test(says, () => {
    assert.ok(record);
    const all = run.includes(record) ? run : [...run, record];
    assert.equal(plain(recordSentence(meaning(record, runOf(all, setup)))), says);
  });
}

test("only the end of an event stream makes the standard's client reestablish it", () => {
  for (const [status, quotes] of [
    [200, true],
    [204, false],
    [500, false],
  ] as const) {
    const run = runOf(staged({ ...live, status }));
    const end = run.records.find((one) => one.side === "server" && one.kind === "end");
    const step = end && standardStep(meaning(end, run), "eventsource");
    assert.equal(step?.quote.includes("reestablish") ?? false, quotes, `${status}`);
  }
});
