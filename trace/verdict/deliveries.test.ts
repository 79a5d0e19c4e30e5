/**
 * The verdict on runs that were really played (e2e/recorder/record.spec.ts says how), and on the same runs told a little
 * worse than they were.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { recorded, recordedOf } from "../../dev/testing/recorded.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";
import type { Delivery } from "./finding.ts";
import { verdict } from "./verdict.ts";

type Word = Delivery["word"];

const LANES = ["eventsource", "fetch"] as const;

/** What a timer, a network or a browser may be late by at any time. ms */
const JITTER = 15;

type Expected = [file: string, words: Record<LaneName, Word>];

const both = (word: Word) => ({ eventsource: word, fetch: word });

const expected: readonly Expected[] = [
  ["live-direct", both("live")],
  ["live-through-a-proxy", both("live")],
  ["live-with-no-transform", both("live")],
  ["burst-br", both("burst-at-end")], // even the head waits
  ["burst-gzip", both("burst-at-end")], // the head comes early
  ["burst-br-large", both("burst-at-end")], // 66 kB
  ["burst-gzip-large", both("burst-at-end")],
  ["burst-without-compression", both("burst-at-end")],
  ["pieces-of-4096", both("in-pieces")],
  ["one-behind", both("one-behind")],
  ["busy-page", both("busy")],
  ["cut-live", both("live")], // all that was written had arrived
  ["cut-behind-a-compressor", both("lost")], // Chromium repeats the POST, and that is answered 204
  ["error-page", both("no-stream")],
  ["one-event", both("cant-tell")],
  ["ten-at-once", both("cant-tell")],
  ["fast-on-a-slow-link", both("cant-tell")],
  ["clock-ahead", both("live")],
  ["clock-behind", both("live")],
  ["clock-behind-burst", both("burst-at-end")],
  ["clock-vague", both("live")],
];

const played = expected.map(([file, words]) => ({ file, words, run: recorded(file) }));

test("each delivery that is kept has its row", () => {
  assert.deepEqual(expected.map(([file]) => file).sort(), recordedOf("deliveries"));
});

for (const { file, words, run } of played) {
  test(`${file}: ${words.eventsource}`, () => {
    const { lanes } = verdict(run);
    assert.equal(lanes.eventsource?.first.word, words.eventsource);
    assert.equal(lanes.fetch?.first.word, words.fetch);
  });
}

/** A run told by other records must get the same words, or none: a wrong one is worse. `also`: another that is right then. */
function staysTrue(
  name: string,
  change: (run: Run) => fc.Arbitrary<TraceRecord[]>,
  also: Partial<Record<Word, Word>> = {},
): void {
  for (const { file, words, run } of played) {
    test(`${file}, ${name}`, () => {
      fc.assert(
        fc.property(change(run), (records) => {
          const changed = createRun(run.setup);
          for (const record of records) changed.add(record);
          for (const lane of LANES) {
            const word = verdict(changed).lanes[lane]?.first.word;
            if (word === undefined) continue;
            const right: (Word | undefined)[] = [words[lane], also[words[lane]], "cant-tell"];
            assert.ok(right.includes(word), `${lane}: ${word}`);
          }
        }),
        { numRuns: 20 },
      );
    });
  }
}

/** Moves each record of one side by its own few ms; what was in order stays so. */
function late(run: Run, side: TraceRecord["side"], delays: readonly number[]): TraceRecord[] {
  let latest = 0;
  return run.records.map((record, index) => {
    if (record.side !== side) return record;
    latest = Math.max(latest, record.at + (delays[index % delays.length] ?? 0));
    return { ...record, at: latest };
  });
}

/** A request was cut: all that is known may be the answer to the browser's own repeat of it. */
const byRepeat = { lost: "no-stream" } as const;

const delays = fc.array(fc.nat(JITTER), { minLength: 7, maxLength: 50 });

staysTrue("each arrival a little later", (run) => delays.map((by) => late(run, "browser", by)));

staysTrue("the server's clock off by the whole of its known error", (run) =>
  fc
    .constantFrom(-1, 1)
    .map((way) =>
      run.records.map((record) =>
        record.side === "server"
          ? { ...record, at: record.at + way * run.setup.clockError }
          : record,
      ),
    ),
);

staysTrue(
  "with no tap",
  (run) => fc.constant(run.records.filter(({ side, kind }) => side !== "server" && kind !== "tap")),
  byRepeat,
);

staysTrue(
  "with writes that were not kept",
  (run) =>
    fc.infiniteStream(fc.boolean()).map((keeps) => {
      const kept = run.records.filter(
        ({ kind }) => kind !== "write" || keeps.next().value === true,
      );
      const records = run.records.length - kept.length;
      return [...kept, { side: "page", kind: "forgotten", records, at: run.latest } as const];
    }),
  byRepeat,
);
