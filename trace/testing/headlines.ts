/** Tests of the verdict as rows: what is staged, and what the headline says of it at the least. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictSentences } from "../en/verdict.ts";
import type { Setup, TraceRecord } from "../run/records.ts";
import type { Word } from "../verdict/finding.ts";
import { verdict } from "../verdict/verdict.ts";
import { inEveryOrder, runOf } from "./staged.ts";

/** `after`: so long after the last record it is looked at, ms. */
export type HeadlineRow = [
  name: string,
  records: TraceRecord[],
  expected: { word: Word } & Record<string, unknown>,
  setup?: Partial<Setup>,
  after?: number,
];

/** Each row is a test, and holds in whichever order the two sides' records come. */
export function headlinesHold(rows: readonly HeadlineRow[]): void {
  for (const [name, records, expected, setup, after = 0] of rows) {
    test(name, () => {
      for (const [order, ordered] of inEveryOrder(records)) {
        const run = runOf(ordered, setup);
        const { headline } = verdict(run, run.latest + after);
        assert.partialDeepStrictEqual(headline, expected, order);
        assert.notEqual(verdictSentences.measured(headline), "");
      }
    });
  }
}
