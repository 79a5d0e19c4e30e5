/**
 * The runs that stand beside this file in which something went wrong, and what the headline must say
 * of each. They were played in the product and written down by `npm run record`
 * (e2e/recorder/trouble.spec.ts says how).
 */
import type { Finding } from "../verdict/finding.ts";

/** `later`: so long after its last record it is looked at, ms. `says`: what the finding must have, at the least. */
export type Trouble = {
  file: string;
  later: number;
  says: { word: Finding["word"]; lane?: Finding["lane"] } & Record<string, unknown>;
};

/** A time, as near as a machine keeps it, ms. */
const about = (ms: number) => ({ about: ms });

export const troubles: readonly Trouble[] = [
  {
    file: "drop-and-resume",
    later: 0,
    says: { word: "not-back", lane: "fetch", endedBy: "server-cut", events: 2, missed: 2 },
  },
  {
    file: "second-of-four-dropped",
    later: 0,
    says: { word: "lost", events: 4, lost: 1, which: [2], ended: false },
  },
  {
    file: "cut-after-a-silence",
    later: 0,
    says: { word: "cut", because: { kind: "silence", ms: about(3000) }, lost: 0 },
  },
  {
    file: "ended-after-two-of-four",
    later: 0,
    says: { word: "cut", because: { kind: "flowing" } },
  },
  {
    file: "cut-at-an-age",
    later: 0,
    says: { word: "cut", cuts: 2, because: { kind: "whole-time", ms: about(2000) } },
  },
  {
    file: "held-from-the-first",
    later: 5500,
    says: {
      word: "nothing-yet",
      events: 1,
      waited: about(5500),
      cause: { kind: "compressor", cures: ["compress-false", "no-transform"] },
    },
  },
  {
    file: "held-from-the-first",
    later: 11_500,
    says: { word: "nothing-yet", events: 1, waited: about(11_500) },
  },
  {
    file: "get-held-post-live",
    later: 0,
    says: {
      word: "burst-at-end",
      lane: "eventsource",
      cause: { kind: "one-lane", method: "GET", otherMethod: "POST", cures: [] },
    },
  },
  {
    file: "no-blank-line",
    later: 0,
    says: { word: "no-event", bytes: 18, because: "no-blank-line" },
  },
  {
    file: "foreign-bytes",
    later: 0,
    says: { word: "foreign-bytes", lane: "fetch", read: 133, written: 22 },
  },
  {
    file: "misspelt-fields",
    later: 0,
    says: { word: "format", events: 1, facts: [{ kind: "no-field", lines: 3 }] },
  },
  {
    file: "id-reset",
    later: 0,
    says: { word: "format", events: 3, facts: [{ kind: "id-reset", ids: ["7", "7", ""] }] },
  },
  {
    file: "wrong-content-type",
    later: 0,
    says: { word: "no-stream", refusal: { kind: "type", type: "application/json" } },
  },
  {
    file: "ends-and-comes-back",
    later: 0,
    says: { word: "came-back", lane: "eventsource", attempts: 2, events: 2, lost: 0 },
  },
  { file: "frozen-page", later: 0, says: { word: "busy", events: 30, late: { events: 9 } } },
  { file: "cut-ended-and-stalled", later: 5000, says: { word: "stalled", ms: about(5000) } },
  { file: "starved-machine", later: 0, says: { word: "live", events: 20 } },
  {
    file: "server-frozen",
    later: 16_000,
    says: { word: "silent", ms: about(18_000), away: true, stopped: false },
  },
  { file: "server-killed", later: 1000, says: { word: "server-away", ms: about(1000) } },
];
