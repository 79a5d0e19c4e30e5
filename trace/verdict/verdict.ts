/**
 * The verdict on a run: what it is doing, at the time `now`, and what it has shown, over all attempts
 * of its lanes. Wrong is worse than silent: where the figures don't carry a word, it is "can't tell".
 */
import type { AttemptView } from "../run/attempt.ts";
import type { LaneView } from "../run/lane.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import type { Delivery, Finding, Word } from "./finding.ts";
import { joined } from "./join-deliveries.ts";
import { judgeAttempt } from "./judge-attempt.ts";
import { storyOf } from "./story.ts";

/** `first`: how the lane's first attempt was delivered; `delivery`: all of them; `findings`: the worst first. */
export type LaneVerdict = {
  first: Delivery;
  delivery: Delivery;
  findings: readonly Finding[];
};

/** `headline`: what matters most; `also`: what else is to be said, the worst first. `differ`: whether the lanes' headlines are not the same. */
export type RunVerdict = {
  headline: Finding;
  also: readonly Finding[];
  differ: boolean;
  lanes: Partial<Record<LaneName, LaneVerdict>>;
};

/**
 * From what matters most to what matters least: trouble before delivery, what is held before what is
 * live. What is not known is worse than what is known to be well.
 */
const WORST_FIRST: readonly Word[] = [
  "server-away",
  "no-stream",
  "gave-up",
  "lost",
  "cut",
  "not-back",
  "waiting",
  "silent",
  "stalled",
  "burst-at-end",
  "nothing-yet",
  "held",
  "in-pieces",
  "one-behind",
  "late",
  "busy",
  "reconnecting",
  "foreign-bytes",
  "no-event",
  "came-back",
  "format",
  "cant-tell",
  "connecting",
  "live",
];

/** Where nothing has been asked. */
const NOTHING_ASKED: Finding = { lane: "eventsource", word: "connecting" };

/** So many attempts are judged one by one: the first, and the latest ones. */
const JUDGED = 20;

const known = new WeakMap<Run, { stamp: string; verdict: RunVerdict }>();

/**
 * The verdict as the records stand.
 * @param now ms since the run began: a silence goes on without any record
 */
export function verdict(run: Run, now = run.latest): RunVerdict {
  const stamp = `${run.records.length + run.forgotten} ${Math.max(now, run.latest)}`;
  const before = known.get(run);
  if (before?.stamp === stamp) return before.verdict;
  const verdict = judge(run, Math.max(now, run.latest));
  known.set(run, { stamp, verdict });
  return verdict;
}

function judge(run: Run, now: number): RunVerdict {
  const lanes: RunVerdict["lanes"] = {};
  const all: Finding[] = [];
  for (const lane of run.lanes) {
    const own = judgeLane(run, lane, now);
    if (own === null) continue;
    lanes[lane.name] = own;
    all.push(...own.findings);
  }
  all.sort(byWeight);
  const [headline = NOTHING_ASKED, ...others] = all;
  const also = others.filter((one) => isWorthSaying(one, headline));
  const differ = Object.values(lanes).some(
    ({ findings: [worst] }) => worst?.word !== headline.word,
  );
  return { headline, also, differ, lanes };
}

function judgeLane(run: Run, lane: LaneView, now: number): LaneVerdict | null {
  const [first, ...rest] = lane.attempts;
  if (first === undefined) return null;
  const judged = [first, ...rest.filter(wasStream).slice(1 - JUDGED)];
  const judge = (attempt: AttemptView, index: number) =>
    judgeAttempt(run, lane.name, attempt, judged.slice(index + 1), now);
  const own = judge(first, 0);
  const delivery = joined([own, ...judged.slice(1).map((one, index) => judge(one, index + 1))]);
  const lost = delivery.word === "lost" ? delivery.lost : 0;
  const story = storyOf(run, lane, lost, now);
  const findings = [delivery, ...story].map((one): Finding => ({ lane: lane.name, ...one }));
  return { first: own, delivery, findings: findings.sort(byWeight) };
}

/** What came later and was no stream is told by the lane's story, such as a 204. */
function wasStream({ announcedAt, arrived, written }: AttemptView): boolean {
  return announcedAt !== null || arrived.length > 0 || written.length > 0;
}

function byWeight(one: Finding, other: Finding): number {
  return weight(one) - weight(other);
}

function weight(finding: Finding): number {
  const by = WORST_FIRST.indexOf(finding.word);
  switch (finding.word) {
    case "reconnecting":
      // After a proper end that is nobody's trouble: how it came is what was to be seen.
      return finding.endedBy === "server" || finding.endedBy === "unknown"
        ? WORST_FIRST.length
        : by;
    case "not-back":
      return finding.endedBy === "server" ? WORST_FIRST.indexOf("format") + 0.5 : by;
    case "nothing-yet":
      // Nothing was written, so nothing is held.
      if (finding.events > 0) return by;
      return finding.told ? WORST_FIRST.indexOf("cant-tell") - 0.5 : WORST_FIRST.length - 0.5;
    default:
      return by;
  }
}

function isWorthSaying(one: Finding, headline: Finding): boolean {
  switch (one.word) {
    case "live":
    case "cant-tell":
    case "connecting":
    case "format":
      return false;
    case "came-back":
    case "nothing-yet":
      return one.word !== headline.word;
    default:
      return one.word !== headline.word || one.lane !== headline.lane;
  }
}
