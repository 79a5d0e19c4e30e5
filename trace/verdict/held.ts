/**
 * The one predicate: whether an event was held on its way, and by whom. Headline, sentence, path,
 * the timeline's colours, the lanes' lags, report and exports all ask here; nobody else compares a
 * lag with a figure. Red is for what `hop` held, and for nothing else.
 *
 *     on time   late by less than the noise, or by no more than the way itself takes each event
 *     page      the page's own thread was blocked meanwhile
 *     machine   a machine that blocks the page, or stalls once, keeps others waiting too
 *     unknown   late, and the figures do not carry a word: a slow link, one clump
 *     hop       none of these explains it
 */
import type { AttemptView } from "../run/attempt.ts";
import type { Passage } from "../run/matching.ts";
import { NOISE, NOISE_WHEN_BUSY, STALL } from "../run/noise.ts";
import type { Busy, Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { type Shaped, shapeOf } from "./shape.ts";
import { isStarved } from "./starved.ts";
import { withoutBusy } from "./without-busy.ts";

type HeldBy = "hop" | "page" | "machine" | "unknown" | "nobody";

/** So many events waited, and the longest of them so many ms. */
export type Waited = { events: number; ms: number };

/** What is known of the passages of one attempt. */
export type Fates = {
  /** How they look, with the page's own waits left out; `null` for fewer than two. */
  readonly shape: Shaped["shape"] | null;
  /** How they look as they came. */
  readonly seen: Shaped["shape"] | null;
  /** The figures as they were measured. */
  readonly figures: Shaped["figures"] | null;
  /** Who held passage `index`. */
  by(index: number): HeldBy;
  /** How many of the first `count` passages a hop held. */
  hopUntil(count: number): number;
  /** All that one of them held together. */
  readonly waited: Readonly<Record<HeldBy, Waited>>;
};

/** What decides beside the passage itself; where it changes, all are judged anew. */
type Rule = {
  /** What the way takes for each event, ms, and what is late by less than noise. */
  base: number;
  noise: number;
  isRegular: boolean;
  isUnclear: boolean;
  busy: number;
  /** What a machine that was seen to be busy is excused for. */
  machine: number;
};

/** Judges a list of passages that only grows. */
class Judged {
  readonly rule: Rule;
  readonly each: HeldBy[] = [];
  readonly hops: number[] = [0];
  readonly waited: Record<HeldBy, Waited> = {
    hop: nobody(),
    page: nobody(),
    machine: nobody(),
    unknown: nobody(),
    nobody: nobody(),
  };

  constructor(rule: Rule) {
    this.rule = rule;
  }

  take(passages: readonly Passage[], excused: readonly Passage[], busy: readonly Busy[]): void {
    for (let index = this.each.length; index < passages.length; index++) {
      const passage = passages[index];
      const free = excused[index] ?? passage;
      if (passage === undefined || free === undefined) return;
      const ms = passage.arrivedAt - passage.writtenAt;
      const by = heldBy(ms, free.arrivedAt - free.writtenAt, blocked(passage, busy), this.rule);
      this.each.push(by);
      this.hops.push((this.hops[index] ?? 0) + (by === "hop" ? 1 : 0));
      const waited = this.waited[by];
      waited.events++;
      waited.ms = Math.max(waited.ms, ms);
    }
  }
}

function nobody(): Waited {
  return { events: 0, ms: 0 };
}

/** For how long the page was blocked while `passage` was under way, ms. */
function blocked({ writtenAt, arrivedAt }: Passage, busy: readonly Busy[]): number {
  return busy.reduce(
    (all, { since, at }) => all + Math.max(0, Math.min(at, arrivedAt) - Math.max(since, writtenAt)),
    0,
  );
}

/**
 * @param ms how long it was under way
 * @param free and how long, had the page not kept it waiting
 * @param blocked how long of `ms` the page was blocked
 */
function heldBy(ms: number, free: number, blocked: number, rule: Rule): HeldBy {
  const { base, noise, machine, isRegular, isUnclear } = rule;
  const own = base + noise;
  if (ms <= own) return "nobody";
  if (free <= own) return "page";
  const excused = (most: number) => Math.max(own, most + Math.min(base, NOISE));
  if (machine > 0 && free <= excused(machine)) return "machine";
  if (isUnclear) return "unknown";
  // One wait that is no longer than a machine's stall, in a stream that is live otherwise.
  return isRegular && free - blocked <= excused(STALL) ? "machine" : "hop";
}

const judgedBefore = new WeakMap<readonly Passage[], Judged>();
const readBefore = new WeakMap<readonly Passage[], { stamp: string; fates: Fates }>();

/** Who held the passages of `attempt`; reading it again costs by what has come since. */
export function fates(run: Run, attempt: AttemptView): Fates {
  const { passages, writes, connection } = attempt;
  const stamp = `${passages.length} ${writes.length} ${run.busy.length} ${connection?.end?.at}`;
  const before = readBefore.get(passages);
  if (before?.stamp === stamp) return before.fates;
  const fates = read(run, attempt);
  readBefore.set(passages, { stamp, fates });
  return fates;
}

function read(run: Run, { passages, writes, connection }: AttemptView): Fates {
  const { clockError } = run.setup;
  const around = { writes, endAt: connection?.end?.at ?? null, clockError };
  const excused = withoutBusy(passages, run.busy);
  const raw = shapeOf(passages, around);
  const shaped = excused === passages ? raw : shapeOf(excused, around);
  const rule = ruleFor(run, shaped, around.endAt);
  let judged = judgedBefore.get(passages);
  if (judged === undefined || !isSame(judged.rule, rule)) {
    judged = new Judged(rule);
    judgedBefore.set(passages, judged);
  }
  judged.take(passages, excused, run.busy);
  const { each, hops, waited } = judged;
  return {
    shape: shaped?.shape ?? null,
    seen: raw?.shape ?? null,
    figures: raw?.figures ?? null,
    by: (index) => each[index] ?? "nobody",
    hopUntil: (count) => hops[count] ?? hops.at(-1) ?? 0,
    waited,
  };
}

function ruleFor({ busy, setup }: Run, shaped: Shaped | null, endAt: number | null): Rule {
  const shape = shaped?.shape ?? null;
  const isUnclear =
    shape === "slow-link" ||
    shape === "one-clump" ||
    (shape === "in-pieces" && shaped?.figures.instants === 1 && endAt === null) ||
    (shape === "too-close" && isPrompt(shaped?.figures.first));
  // What every event takes is the way's own, not held: as far as a network may be slow.
  const isLive = shape === "live";
  const own = shaped?.figures.lagLeast ?? 0;
  return {
    base: isLive ? Math.min(own, STALL) : 0,
    noise: isLive ? NOISE : NOISE + setup.clockError,
    isRegular: isLive || shape === "too-close" || shape === null,
    isUnclear,
    busy: busy.length,
    machine: busy.length === 0 ? 0 : isStarved(busy) ? STALL : NOISE_WHEN_BUSY,
  };
}

/** Whether the first of what was written at once came at once; a browser takes its time over the others. */
function isPrompt(first: Passage | undefined): boolean {
  return first !== undefined && first.arrivedAt - first.writtenAt <= NOISE;
}

function isSame(one: Rule, other: Rule): boolean {
  return (
    one.base === other.base &&
    one.noise === other.noise &&
    one.isRegular === other.isRegular &&
    one.isUnclear === other.isUnclear &&
    one.busy === other.busy &&
    one.machine === other.machine
  );
}

/** Who held arrival `index` of `attempt`; nobody while, or because, its write is not known. */
export function heldByOfArrival(run: Run, attempt: AttemptView, index: number): HeldBy {
  const number = attempt.writtenFor(index)?.number;
  if (number === undefined) return "nobody";
  return fates(run, attempt).by(countUntil(attempt.passages, number, (one) => one.number) - 1);
}

/** What is late by less is not called held, of something that lies on its way still. ms */
export function patience(run: Run, attempt: AttemptView): number {
  const { shape } = fates(run, attempt);
  const isHeld = shape === "in-pieces" || shape === "one-behind" || shape === "burst-at-end";
  return attempt.arrived.length === 0 || isHeld ? NOISE + run.setup.clockError : STALL;
}
