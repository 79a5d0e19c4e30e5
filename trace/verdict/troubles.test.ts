/**
 * Says what the headline is for runs in which something really went wrong, as e2e/recorder/trouble.spec.ts played them.
 * Path, timeline and lanes have no other word.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recorded, recordedOf } from "../../dev/testing/recorded.ts";
import { verdictSentences } from "../en/verdict.ts";
import { NOISE } from "../run/noise.ts";
import type { Finding } from "./finding.ts";
import { fates } from "./held.ts";
import { verdict } from "./verdict.ts";

/** `later`: so long after its last record it is looked at, ms. `says`: what the finding must have, at the least. */
type Trouble = [
  file: string,
  later: number,
  says: { word: Finding["word"]; lane?: Finding["lane"] } & Record<string, unknown>,
];

/** A time, as near as a machine keeps it, ms. */
const about = (ms: number) => ({ about: ms });

const troubles: readonly Trouble[] = [
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

for (const [file, later, says] of troubles) {
  test(`${file}, ${later} ms later: ${says.word}`, () => {
    const run = recorded(file);
    const { headline, also } = verdict(run, run.latest + later);
    assert.partialDeepStrictEqual(near(headline, says), says);
    for (const finding of [headline, ...also]) {
      assert.notEqual(verdictSentences.headline(finding), "");
      assert.notEqual(verdictSentences.also(finding), "");
    }
    const red = run.lanes.some(({ attempts }) =>
      attempts.some((attempt) => fates(run, attempt).waited.hop.events > 0),
    );
    assert.ok(!red || !["live", "came-back"].includes(headline.word), "a green word over red");
  });
}

test("each trouble that is kept has its row", () => {
  assert.deepEqual([...new Set(troubles.map(([file]) => file))].sort(), recordedOf("troubles"));
});

/** `value`, with each time that is near enough to what is expected written as that. */
function near(value: unknown, expected: unknown): unknown {
  if (typeof value === "number" && isAbout(expected)) {
    return Math.abs(value - expected.about) <= 5 * NOISE ? expected : value;
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => near(one, Array.isArray(expected) ? expected[index] : null));
  }
  if (typeof value !== "object" || value === null) return value;
  const wanted = new Map(Object.entries(expected ?? {}));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, near(one, wanted.get(key))]),
  );
}

function isAbout(expected: unknown): expected is { about: number } {
  return typeof expected === "object" && expected !== null && "about" in expected;
}
