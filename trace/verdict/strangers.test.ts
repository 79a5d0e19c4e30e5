/** A stranger's stream of which both ends are known: who is blamed, and who never is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { textColumns } from "../en/row-text.ts";
import { verdictSentences } from "../en/verdict.ts";
import type { Setup } from "../run/records.ts";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { logOf } from "../testing/staged-log.ts";
import {
  at,
  burstFetch,
  closed,
  compressed,
  gaveUp,
  goesOn,
  gzip,
  later,
  live,
  liveFetch,
  unseen,
} from "../testing/staged-ticks.ts";
import { pileAt } from "./pile.ts";
import { verdict } from "./verdict.ts";

const FROM = "localhost:8080";
const theirs: Partial<Setup> = { watched: FROM, script: { name: "GET /events", text: "" } };
const ended = { reason: { why: "target-ended" } } as const;

function judged(one: Staged, setup: Partial<Setup> = {}, now = 5000) {
  const run = runOf(staged({ ...ended, ...one }), { ...theirs, ...setup });
  const { headline, lanes, differ } = verdict(run, now);
  assert.equal(differ, false, "one lane alone differs from no other");
  const said = [
    verdictSentences.headline(headline),
    verdictSentences.measured(headline),
    verdictSentences.inferred(headline),
    verdictSentences.cure(headline),
  ];
  return { lanes, said: said.map((text) => text.replaceAll("\u00a0", " ")) };
}

const NONE = /^$/;
type Row = [
  name: string,
  one: Staged & { setup?: Partial<Setup> },
  headline: RegExp,
  measured: RegExp,
  inferred?: RegExp,
  cure?: RegExp,
];
const rows: Row[] = [
  [
    "it left and came evenly",
    liveFetch,
    /^Live$/,
    /^Five events, which left localhost:8080 over 2\.0 s, arrived as far apart as they had left, each within 3 ms of leaving\.$/,
  ],
  [
    "it left evenly, and our own compressor held it",
    { ...burstFetch, opensWith: gzip, setup: compressed },
    /^Live when it left localhost:8080, held after it$/,
    /^Five events, which left localhost:8080 over 2\.0 s, arrived together at 2\.5 s, when the stream ended\.$/,
    /^The response is `gzip`/,
    /^Cure: `compress: false`/,
  ],
  [
    "it left evenly, and nothing tells what held it",
    burstFetch,
    /^Live when it left/,
    /arrived together/,
    /^No compression is in sight: something between localhost:8080 and page waits/,
    /X-Accel-Buffering/,
  ],
  [
    "it left in one burst, and came as it left",
    { ...burstFetch, writes: at(2500, 5) },
    /^Already one burst when it left localhost:8080$/,
    /^All five events left localhost:8080 in one instant, after 2\.5 s of silence\. It arrived as it left: nothing behind that address is to blame\.$/,
    /^Whether the server itself writes it so/,
  ],
  [
    "a compressed burst, though our own dev server may compress too: the first one decides",
    {
      ...burstFetch,
      writes: at(2500, 5),
      headers: gzip,
      opensWith: gzip,
      setup: compressed,
    },
    /^Already one burst when it left/,
    /It arrived as it left/,
    /^It left compressed \(`gzip`\)/,
  ],
  [
    "in pieces, and kept longer still",
    {
      ...liveFetch,
      writes: [...at(5, 3), ...at(1005, 3)],
      arrives: at(2510, 6),
    },
    /^Already in pieces when it left/,
    /What lies behind that address has kept it longer still\.$/,
    /^Whether/,
  ],
  [
    "one event, kept for long",
    { ...liveFetch, writes: [5], arrives: [2510] },
    /^Held after it left localhost:8080$/,
    /^The only event arrived 2\.5 s after it left localhost:8080\.$/,
    /./,
    /./,
  ],
  [
    "lost on the way",
    { ...liveFetch, arrives: later(3, [5, 505]) },
    /^Lost$/,
    /^Five events left localhost:8080, the connection ended, and the last three of them never arrived\.$/,
  ],
  [
    "the target is down",
    {
      ...liveFetch,
      ...unseen,
      status: 502,
      headers: [],
      writes: [],
      reason: { why: "target-down", code: "ECONNREFUSED" },
      sees: { kind: "failure", name: "NotAnEventStream", message: "", at: 9 },
    },
    /^localhost:8080 is down$/,
    /^Nobody answers at localhost:8080/,
  ],
  [
    "its answer can't be passed on, which is not that it is down",
    {
      ...liveFetch,
      status: 502,
      headers: [],
      writes: [],
      arrives: [],
      opens: undefined,
      reason: { why: "target-down", code: "HPE_HEADER_OVERFLOW" },
      sees: { kind: "failure", name: "NotAnEventStream", message: "", at: 9 },
    },
    /^No answer that can be passed on$/,
    /^What localhost:8080 answers/,
  ],
  [
    "it came evenly until the target broke it off",
    {
      ...liveFetch,
      reason: { why: "target-cut", code: "ECONNRESET" },
      sees: { kind: "failure", name: "TypeError", message: "", at: 2600 },
    },
    /^Live$/,
    /leaving\. localhost:8080 broke the connection off\.$/,
  ],
  [
    "an EventSource that comes back, and is told not to",
    live,
    /^Live$/,
    /each within 3 ms of leaving/,
  ],
];
for (const [name, { setup, ...one }, headline, measured, inferred = NONE, cure = NONE] of rows) {
  test(`both ends: ${name}`, () => {
    const { said } = judged(one, setup);
    [headline, measured, inferred, cure].forEach((pattern, index) => {
      assert.match(said[index] ?? "", pattern);
    });
    for (const text of said)
      assert.doesNotMatch(text, /[Tt]he server wrote|was written|were written/);
  });
}

test("what lies on the way while it runs was live when it left", () => {
  const { said } = judged({ ...liveFetch, arrives: later(3, [5, 505]), ...goesOn }, {}, 4000);
  assert.match(said[0] ?? "", /^Live when it left localhost:8080, held after it$/);
  assert.match(said[1] ?? "", /^Five events left localhost:8080; the last three lie on the way/);
});

function listening(listensFor: string[], one: Staged) {
  return staged(one).map((record) => (record.kind === "ask" ? { ...record, listensFor } : record));
}

const deaf: [name: string, listensFor: string[], one: Staged, headline: RegExp, log: RegExp][] = [
  [
    "none arrives where nobody listens for their type, and nobody lost or held them",
    [],
    { ...live, arrives: [] },
    /^Nobody listens$/,
    /Nobody listens for this type: EventSource drops it/,
  ],
  [
    "nor while it runs",
    ["other"],
    { ...live, arrives: [], ...goesOn },
    /^Nobody listens$/,
    /Nobody listens/,
  ],
  ["whoever listens for it hears it", ["tick"], live, /^Live$/, /^(?!.*Nobody listens)/s],
  [
    "and one of them that is lost is lost",
    ["tick"],
    { ...live, arrives: later(3, [5, 505]) },
    /^Lost$/,
    /never arrived/,
  ],
];
for (const [name, listensFor, one, expected, logged] of deaf) {
  test(`an EventSource hears only types that it listens for: ${name}`, () => {
    const run = runOf(listening(listensFor, { ...ended, ...one }), theirs);
    const { headline, also } = verdict(run, 2600);
    const said = [headline, ...also].map(verdictSentences.measured).join(" ");
    assert.match(verdictSentences.headline(headline), expected);
    if (expected.test("Nobody listens")) {
      assert.match(said, /^Five events came for which nobody listens.*type, `tick`/);
      assert.doesNotMatch(said, /held|lost|never arrived|lie on/);
    }
    assert.equal(pileAt(run, 2600)?.events ?? 0, 0);
    assert.match(textColumns(logOf(run, "story", ["eventsource"]).rows, run), logged);
  });
}

/** A server that writes as it likes: in clumps, after pauses, all at the end. */
const clumps = fc.array(
  fc.record({ pause: fc.nat(3000), events: fc.integer({ min: 1, max: 8 }), gap: fc.nat(4) }),
  { minLength: 1, maxLength: 5 },
);

test("a server that bursts by itself is never blamed on what lies behind it", () => {
  fc.assert(
    fc.property(
      clumps,
      fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 3 }),
      fc.boolean(),
      (clumps, jitter, isPacked) => {
        let now = 5;
        const writes = clumps.flatMap(({ pause, events, gap }) => {
          now += pause;
          return Array.from({ length: events }, () => {
            now += gap;
            return now;
          });
        });
        let before = 0;
        const arrives = writes.map((at, index) => {
          before = Math.max(before, at + (jitter[index % jitter.length] ?? 0));
          return before;
        });
        const over = { ends: now + 5, sees: { kind: "end", at: now + 40 } } as const;
        const packed = isPacked ? { headers: gzip, opensWith: gzip } : {};
        const one: Staged = { ...liveFetch, writes, arrives, ...over, ...packed };
        const { said } = judged(one, compressed, now + 100);
        assert.doesNotMatch(
          said.join(" "),
          /Held|held after|[Ll]ost|Cure|keeps small|waits until/,
          said.join(" "),
        );
        const { ask, opens, sees, arrives: _, ...left } = one;
        const alone = judged(left, {}, now + 100);
        assert.doesNotMatch(alone.said.join(" "), /held after|Cure/);
      },
    ),
    { numRuns: 500 },
  );
});

test("of one end alone: no event at an EventSource may be one that nobody listens for", () => {
  const one = { ...live, ...closed(4000), request: undefined, arrives: [] };
  const run = runOf(listening(["tick"], one), { unwatched: "example.test" });
  const { headline } = verdict(run, 5000);
  assert.equal(verdictSentences.headline(headline), "No event");
  assert.match(
    verdictSentences.inferred(headline),
    /EventSource hears only .* here `message`, `tick`/,
  );
  const refused = staged({ lane: "eventsource", ask: 0, sees: { ...gaveUp, at: 9 } });
  const other = verdict(runOf(refused, { unwatched: "example.test" }), 5000).headline;
  assert.equal(verdictSentences.headline(other), "No stream");
});
