/** Whatever happens on the way, the headline never says that all is well where it is not, nor blames whom the staging left alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NOISE, SILENCE, STALL } from "../run/noise.ts";
import type { LaneName } from "../run/records.ts";
import { runOf } from "../testing/staged.ts";
import {
  ARRIVES,
  type Became,
  becameOf,
  type Meddling,
  NOTHING,
  recordsOf,
  type Way,
} from "../testing/staged-way.ts";
import type { Finding, Word } from "./finding.ts";
import { fates, heldByOfArrival } from "./held.ts";
import { pileAt, pileMost } from "./pile.ts";
import { GLANCE, verdict } from "./verdict.ts";

/** Runs in `npm test`; more find the same, only later. */
const RUNS = 1000;

/** What blames something between server and browser. */
const BLAMES: readonly Word[] = [
  "lost",
  "cut",
  "held",
  "late",
  "in-pieces",
  "one-behind",
  "burst-at-end",
];

const GREEN: readonly Word[] = ["live", "came-back"];

const number = fc.integer({ min: 1, max: 12 });

/** Makes that value in so many of `weight` + 1 cases. */
function mostly<T>(weight: number, value: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: fc.constant(value) }, { arbitrary: other, weight: 1 });
}
const meddling: fc.Arbitrary<Meddling> = fc.record({
  drops: mostly(3, [], fc.array(number, { maxLength: 2 })),
  repeats: mostly(4, [], fc.array(number, { maxLength: 2 })),
  holds: fc.option(
    fc
      .record({ first: number, more: fc.nat(5), ms: fc.integer({ min: 0, max: 3000 }) })
      .map(({ first, more, ms }) => ({ first, last: first + more, ms })),
    { freq: 2, nil: null },
  ),
  delays: mostly(3, 0, fc.nat(2000)),
  cuts: fc.option(fc.integer({ min: 50, max: 6000 }), { freq: 3, nil: null }),
});

function ways(does: fc.Arbitrary<Meddling>, lane: LaneName): fc.Arbitrary<Way> {
  return fc.record({
    lane: fc.constant(lane),
    gaps: fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 1, maxLength: 11 }),
    does,
    jitter: fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 3, maxLength: 6 }),
    busy: fc.option(
      fc
        .record({ since: fc.nat(3000), ms: fc.integer({ min: 160, max: 2500 }) })
        .map(({ since, ms }) => ({ since, at: since + ms })),
      { freq: 5, nil: null },
    ),
    ends: fc.boolean(),
  });
}

/** Both lanes share the page, so they are kept waiting together. */
function staging(does: fc.Arbitrary<Meddling>) {
  return fc
    .record({
      eventsource: ways(does, "eventsource"),
      fetch: ways(does, "fetch"),
      until: fc.integer({ min: 100, max: 9000 }),
      quiet: fc.nat(6000),
    })
    .map(({ eventsource, fetch, until, quiet }) => {
      const { busy } = eventsource;
      const ways: Staging["ways"] = [eventsource, { ...fetch, busy }];
      // A page that is blocked reads no verdict.
      if (busy === null || until + quiet < busy.since) return { ways, until, quiet };
      return { ways, until: Math.max(until, busy.at + 50), quiet };
    });
}

type Staging = { ways: readonly [Way, Way]; until: number; quiet: number };

function played({ ways, until, quiet }: Staging) {
  const [{ busy }] = ways;
  const records = ways.flatMap((way) => recordsOf(way, until)).sort((a, b) => a.at - b.at);
  if (busy !== null && busy.at <= until) records.push({ side: "page", kind: "busy", ...busy });
  const run = runOf(records);
  const now = Math.max(run.latest, Math.floor((run.latest + quiet) / GLANCE) * GLANCE);
  return { run, now, verdict: verdict(run, now) };
}

/** What of a way's events had happened by `until`. */
function truth(way: Way, until: number, now: number) {
  const { events, endAt } = becameOf(way);
  const written = events.filter(({ writtenAt }) => writtenAt <= until);
  const came = written.filter(
    ({ arrivedAt }) => arrivedAt !== null && arrivedAt <= until + ARRIVES,
  );
  const last = came.at(-1)?.number ?? 0;
  const isOver = endAt !== null && endAt + 2 <= until;
  const lost = written.filter((one) => one.arrivedAt === null && (isOver || one.number < last));
  const late = Math.max(0, ...came.map((one) => lateness(one, way)));
  const heardAt = Math.max(
    6,
    ...written.map(({ writtenAt }) => writtenAt),
    ...came.map(({ arrivedAt }) => arrivedAt ?? 0),
  );
  const isSeenOver = endAt !== null && endAt + 1 <= until + ARRIVES;
  return { lost, late, silent: isSeenOver ? 0 : now - heardAt, habit: habit(written) };
}

/** Without the time in which the page was blocked, ms. */
function lateness({ writtenAt, arrivedAt }: Became, { busy }: Way): number {
  const at = arrivedAt ?? writtenAt;
  const blocked =
    busy === null ? 0 : Math.max(0, Math.min(busy.at, at) - Math.max(busy.since, writtenAt));
  return at - writtenAt - blocked;
}

function habit(written: readonly Became[]): number {
  return Math.max(
    0,
    ...written.slice(1).map(({ writtenAt }, index) => writtenAt - (written[index]?.writtenAt ?? 0)),
  );
}

test("the headline is never green over a loss, a wait or a silence", () => {
  fc.assert(
    fc.property(staging(meddling), (staged) => {
      const { verdict, now } = played(staged);
      const { headline } = verdict;
      for (const way of staged.ways) {
        const { lost, late, silent, habit } = truth(way, staged.until, now);
        if (lost.length > 0) assert.match(headline.word, /^(lost|cut)$/);
        if (!GREEN.includes(headline.word)) continue;
        assert.ok(late <= STALL + NOISE + 50, `${way.lane}: ${late} ms late`);
        assert.ok(silent <= Math.max(SILENCE, 2 * habit), `${way.lane}: silent for ${silent} ms`);
      }
    }),
    { numRuns: RUNS },
  );
});

test("path, timeline, lanes and headline agree", () => {
  fc.assert(
    fc.property(staging(meddling), (staged) => {
      const { run, now, verdict } = played(staged);
      let red = false;
      for (const { name, attempts } of run.lanes) {
        for (const attempt of attempts) {
          const { by, hopUntil, waited } = fates(run, attempt);
          const hops = attempt.passages.filter((_, index) => by(index) === "hop").length;
          assert.equal(waited.hop.events, hops);
          assert.equal(hopUntil(attempt.passages.length), hops);
          assert.equal(pileMost(attempt, run) !== null, hops > 0);
          const lags = attempt.arrived.filter(
            (_, index) => heldByOfArrival(run, attempt, index) === "hop",
          );
          assert.equal(lags.length, hops, name);
          red ||= hops > 0;
        }
      }
      const pile = pileAt(run, now);
      if (red || pile !== null)
        assert.ok(!GREEN.includes(verdict.headline.word), verdict.headline.word);
      const { headline } = verdict;
      if (headline.word === "held" || headline.word === "late") {
        assert.ok(red || pile !== null, headline.word);
      }
    }),
    { numRuns: RUNS },
  );
});

function everyFinding(does: fc.Arbitrary<Meddling>, holds: (finding: Finding) => void): void {
  const property = fc.property(staging(does), (staged) => {
    const { verdict } = played(staged);
    for (const finding of [verdict.headline, ...verdict.also]) holds(finding);
  });
  fc.assert(property, { numRuns: RUNS });
}

test("whoever was left alone is not blamed", () => {
  everyFinding(fc.constant(NOTHING), (finding) => {
    assert.ok(!BLAMES.includes(finding.word), finding.word);
    assert.ok(!("cause" in finding) || finding.cause === null, finding.word);
  });
});

test("a compressor is never named where none is on the path", () => {
  everyFinding(meddling, (finding) => {
    const cause = "cause" in finding ? finding.cause : null;
    assert.notEqual(cause?.kind, "compressor");
  });
});
