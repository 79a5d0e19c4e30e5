import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictSentences } from "../en/verdict.ts";
import type { TraceRecord } from "../run/records.ts";
import { runOf, type Staged, staged } from "../testing/staged.ts";
import { at, burst, burstFetch, every, later, live, liveFetch } from "../testing/staged-ticks.ts";
import type { Impression } from "./judge-arrivals.ts";
import { verdict } from "./verdict.ts";

/** Returns the page's side alone: no tap has told anything. */
function unheard(one: Staged): TraceRecord[] {
  return staged({ ...one, request: undefined });
}

const busy: TraceRecord = { side: "page", kind: "busy", since: 900, at: 2515 };

const rows: [name: string, records: TraceRecord[], headline: string, like: Impression | null][] = [
  ["one by one", unheard(live), "Perhaps live", { like: "live", events: 5, arrivedOver: 2000 }],
  [
    "one by one, with two that a stall made one",
    unheard({ ...liveFetch, arrives: [8, 508, 1508, 1508, 2008] }),
    "Perhaps live",
    { like: "live", events: 5, arrivedOver: 2000 },
  ],
  [
    "so densely that an eye sees one long instant",
    unheard({ ...live, arrives: every(5, 400) }),
    "Perhaps live",
    { like: "live", events: 400, arrivedOver: 1995 },
  ],
  [
    "as a model’s words come: in haste, and never two at once",
    unheard({ ...live, arrives: [8, 20, 55, 140, 152, 230, 240, 275, 390, 401, 470, 481] }),
    "Perhaps live",
    { like: "live", events: 12, arrivedOver: 473 },
  ],
  [
    "together, when the response ended",
    unheard(burst),
    "Perhaps one burst at the end",
    { like: "burst-at-end", events: 5, arrivedAt: 2510 },
  ],
  [
    "together and at once: the server may have had it all",
    unheard({ ...burstFetch, arrives: at(8, 5), sees: { kind: "end", at: 9 } }),
    "Can’t tell",
    { like: "together", events: 5, arrivedAt: 8 },
  ],
  [
    "together, and the stream goes on",
    unheard({ ...burst, sees: undefined }),
    "Can’t tell",
    { like: "together", events: 5, arrivedAt: 2510 },
  ],
  [
    "four by four",
    unheard({ ...live, arrives: [...at(500, 4), ...at(1000, 4), ...at(1500, 4)] }),
    "Perhaps in pieces",
    { like: "in-pieces", events: 12, pieces: 3, arrivedOver: 1000 },
  ],
  [
    "half alone, half in company",
    unheard({ ...live, arrives: [8, 508, 1008, 1008, 1508, 1508] }),
    "Can’t tell",
    null,
  ],
  ["a burst, while the page was busy", [...unheard(burst), busy], "Can’t tell", null],
  ["one event", unheard({ ...live, arrives: [8] }), "Can’t tell", null],
  [
    "a live stream, of which the server's records were not kept",
    [
      ...staged({ ...live, arrives: later(3, every(500, 5)) }).filter(
        ({ side, kind }) => side !== "server" || kind !== "write",
      ),
      { side: "page", kind: "forgotten", records: 5, at: 1 },
    ],
    "Perhaps live",
    { like: "live", events: 5, arrivedOver: 2000 },
  ],
];

for (const [name, records, says, impression] of rows) {
  test(`from arrivals alone: ${name}`, () => {
    const { headline } = verdict(runOf(records));
    assert.ok(headline.word === "cant-tell");
    const { because } = headline;
    assert.deepEqual(because.kind === "arrivals-alone" ? because.impression : null, impression);
    const { headline: words, measured } = verdictSentences;
    assert.ok([says, `${says} yet`].includes(words(headline)), words(headline));
    assert.match(measured(headline), /not known|isn’t known/);
  });
}
