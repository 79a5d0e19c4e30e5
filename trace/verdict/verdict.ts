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
import { judgeUnwatched, judgeWatched } from "./strangers.ts";

/** `first`: how the lane's first attempt was delivered; `delivery`: all of them; `findings`: the worst first. */
type LaneVerdict = {
  first: Delivery;
  delivery: Delivery;
  findings: readonly Finding[];
};

/** `headline`: what matters most; `also`: what else is to be said, the worst first. `differ`: whether the lanes' headlines are not the same. */
type RunVerdict = {
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
  "departed",
  "one-end",
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
  "unheard",
  "came-back",
  "format",
  "cant-tell",
  "connecting",
  "live",
];

const NOTHING_ASKED: Finding = { lane: "eventsource", word: "connecting" };

const JUDGED = 20; // attempts that are judged one by one: the first, and the latest ones

export const GLANCE = 100; // ms; whoever looks within one such span is told the same

const known = new WeakMap<Run, { stamp: string; verdict: RunVerdict }>();

/**
 * The verdict as the records stand.
 * @param now ms since the run began: a silence goes on without any record
 */
export function verdict(run: Run, now = run.latest): RunVerdict {
  const at = Math.max(Math.floor(now / GLANCE) * GLANCE, run.latest);
  const stamp = `${run.records.length + run.forgotten} ${at} ${run.setup.isServer}`;
  const before = known.get(run);
  if (before?.stamp === stamp) return before.verdict;
  const verdict = judge(run, at);
  known.set(run, { stamp, verdict });
  return verdict;
}

function judge(run: Run, now: number): RunVerdict {
  const { watched, unwatched } = run.setup;
  const lanes: RunVerdict["lanes"] = {};
  const all: Finding[] = [];
  for (const lane of run.lanes) {
    const isShown = unwatched === undefined && (watched === undefined || lane.isAsked);
    const own = isShown ? judgeLane(run, lane, now) : null;
    if (own !== null) lanes[lane.name] = own;
    if (unwatched !== undefined) all.push(...judgeUnwatched(run, lane));
    else if (watched !== undefined) all.push(...judgeWatched(run, lane, own?.findings ?? [], now));
    else all.push(...(own?.findings ?? []));
  }
  const [headline = NOTHING_ASKED, ...others] = inOrder(all);
  const also = others.filter((one, index) =>
    isWorthSaying(one, [headline, ...others.slice(0, index)]),
  );
  const own = Object.values(lanes);
  const differ =
    own.length > 1 && own.some(({ findings: [worst] }) => worst?.word !== headline.word);
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
  return { first: own, delivery, findings: inOrder(findings) };
}

/** What came later and was no stream is told by the lane's story, such as a 204. */
function wasStream({ announcedAt, arrived, written }: AttemptView): boolean {
  return announcedAt !== null || arrived.length > 0 || written.length > 0;
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const cut = new Set(findings.flatMap(({ word, lane }) => (word === "cut" ? [lane] : [])));
  const weigh = (one: Finding) => weight(one, cut.has(one.lane));
  return findings.toSorted((one, other) => weigh(one) - weigh(other));
}

/** @param isCut whether its lane was cut on the way */
function weight(finding: Finding, isCut: boolean): number {
  const by = WORST_FIRST.indexOf(finding.word);
  switch (finding.word) {
    case "reconnecting":
      // After a proper end that is nobody's trouble: how it came is what was to be seen.
      return finding.endedBy === "server" || finding.endedBy === "unknown"
        ? WORST_FIRST.length
        : by;
    case "lost":
      // An end explains what it lost, so the loss ranks right behind the cut.
      return finding.ended && isCut ? WORST_FIRST.indexOf("cut") + 0.5 : by;
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

/** Whether it adds anything to what was said `before` it, in one lane or the other. */
function isWorthSaying(one: Finding, before: readonly Finding[]): boolean {
  if (before.some(({ word }) => word === one.word)) return false;
  switch (one.word) {
    case "live":
    case "cant-tell":
    case "connecting":
    case "format":
      return false;
    case "nothing-yet":
      return one.events > 0;
    case "reconnecting":
      return one.endedBy !== "server" || one.in === Number.POSITIVE_INFINITY;
    case "lost":
      // A cut says so itself.
      return !before.some(({ word, lane }) => word === "cut" && lane === one.lane);
    default:
      return true;
  }
}
