/** Says what the headline is for runs in which something really went wrong. Path, timeline and lanes have no other word. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { verdictSentences } from "../en/verdict.ts";
import { readTrace } from "../file/read-trace.ts";
import { NOISE } from "../run/noise.ts";
import { fates } from "../verdict/held.ts";
import { verdict } from "../verdict/verdict.ts";
import { troubles } from "./troubles.ts";

for (const [file, later, says] of troubles) {
  test(`${file}, ${later} ms later: ${says.word}`, () => {
    const run = readTrace(readFileSync(`${import.meta.dirname}/${file}.json`, "utf8"));
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
