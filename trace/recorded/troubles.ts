/**
 * The runs that stand beside this file in which something went wrong, and what the headline must say
 * of each. They were played in the product and written down by `npm run record`
 * (e2e/recorder/trouble.spec.ts says how).
 */
import type { Finding } from "../verdict/finding.ts";

/** `later`: so long after its last record it is looked at, ms. `says`: what the finding must have, at the least. */
type Trouble = [
  file: string,
  later: number,
  says: { word: Finding["word"]; lane?: Finding["lane"] } & Record<string, unknown>,
];

/** A time, as near as a machine keeps it, ms. */
const about = (ms: number) => ({ about: ms });

export const troubles: readonly Trouble[] = [
  [
    "drop-and-resume",
    0,
    { word: "not-back", lane: "fetch", endedBy: "server-cut", events: 2, missed: 2 },
  ],
  ["second-of-four-dropped", 0, { word: "lost", events: 4, lost: 1, which: [2], ended: false }],
  [
    "cut-after-a-silence",
    0,
    { word: "cut", because: { kind: "silence", ms: about(3000) }, lost: 0 },
  ],
  ["ended-after-two-of-four", 0, { word: "cut", because: { kind: "flowing" } }],
  ["cut-at-an-age", 0, { word: "cut", cuts: 2, because: { kind: "whole-time", ms: about(2000) } }],
  [
    "held-from-the-first",
    5500,
    {
      word: "nothing-yet",
      events: 1,
      waited: about(5500),
      cause: { kind: "compressor", cures: ["compress-false", "no-transform"] },
    },
  ],
  ["held-from-the-first", 11_500, { word: "nothing-yet", events: 1, waited: about(11_500) }],
  [
    "get-held-post-live",
    0,
    {
      word: "burst-at-end",
      lane: "eventsource",
      cause: { kind: "one-lane", method: "GET", otherMethod: "POST", cures: [] },
    },
  ],
  ["no-blank-line", 0, { word: "no-event", bytes: 18, because: "no-blank-line" }],
  ["foreign-bytes", 0, { word: "foreign-bytes", lane: "fetch", read: 133, written: 22 }],
  ["misspelt-fields", 0, { word: "format", events: 1, facts: [{ kind: "no-field", lines: 3 }] }],
  [
    "id-reset",
    0,
    { word: "format", events: 3, facts: [{ kind: "id-reset", ids: ["7", "7", ""] }] },
  ],
  [
    "wrong-content-type",
    0,
    { word: "no-stream", refusal: { kind: "type", type: "application/json" } },
  ],
  [
    "ends-and-comes-back",
    0,
    { word: "came-back", lane: "eventsource", attempts: 2, events: 2, lost: 0 },
  ],
  ["frozen-page", 0, { word: "busy", events: 30, late: { events: 9 } }],
  ["cut-ended-and-stalled", 5000, { word: "stalled", ms: about(5000) }],
  ["starved-machine", 0, { word: "live", events: 20 }],
  ["server-frozen", 16_000, { word: "silent", ms: about(18_000), away: true, stopped: false }],
  ["server-killed", 1000, { word: "server-away", ms: about(1000) }],
];
