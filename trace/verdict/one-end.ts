/**
 * What can be told of a stream from one end alone: this end asked, and nobody tells what the server wrote.
 * How it arrives is measured. That something held it is inferred, and from one thing only: the same
 * request without `Accept-Encoding` was live. A burst by itself may be how the server writes.
 */
import type { AttemptView } from "../run/attempt.ts";
import { isEventStream } from "../run/head.ts";
import { NOISE, STALL } from "../run/noise.ts";
import { type Refusal, refusal } from "../run/refusal.ts";
import type { Busy } from "../run/run.ts";
import { type Impression, impressionOf } from "./judge-arrivals.ts";

/** Says how an attempt arrived. It `waited` from the request to its end, or until it was let go; ms. */
export type Arrivals =
  | Impression
  | { like: "nothing"; head: boolean; waited: number }
  /** When each came is not told, only that it was within `over` ms; 0: not even that. */
  | { like: "untimed"; events: number; over: number }
  /** One event, or several of which nothing can be said. */
  | { like: "few"; events: number };

type Spread = Impression & { like: "live" | "in-pieces" };

/** The response head names the `coding`; `null` for none. */
export type OneEnd =
  /** They came one by one, or as good as that. How late each was can't be told. */
  | { word: "evenly"; arrivals: Impression & { like: "live" }; coding: string | null }
  /** They were held with a coding, and not without: `again` is the same request without `Accept-Encoding`. */
  | { word: "not-flushed"; arrivals: Arrivals; again: Spread; coding: string | null }
  /** They came in one instant at the end; by whom can't be told. `again` is the request without `Accept-Encoding`. */
  | {
      word: "one-burst";
      arrivals: Impression & { like: "burst-at-end" };
      again: Arrivals | null;
      coding: string | null;
    }
  /** Nothing of it is known well enough. */
  | {
      word: "unclear";
      arrivals: Arrivals;
      coding: string | null;
      /** The types that an EventSource listens for, beside `message`; `null` where all are heard. */
      listensFor: readonly string[] | null;
    }
  | { word: "no-stream"; refusal: Refusal }
  /** The response began, and was cut before its end; `events`: before that. */
  | { word: "cut-off"; events: number; message: string }
  /** There was no response; `again`: not without `Accept-Encoding`, either. `message`: why; "" where it was waited for in vain. */
  | { word: "no-answer"; message: string; waited: number; again: boolean };

/** Whose opinion of the answer it is: no browser asked, so none minds a charset. */
const ITSELF = "";

/** Fewer events than these are no evidence that a stream without a coding was live. */
export const EVIDENCE = 3;

/**
 * @param again the same request without `Accept-Encoding`, asked after `first` was over
 * @param busy when this end's own machine was blocked
 */
export function oneEnd(
  first: AttemptView,
  again: AttemptView | null,
  busy: readonly Busy[] = [],
): OneEnd {
  const { head } = first.reception;
  const { ending, coding } = first;
  const arrivals = arrivalsOf(first, busy);
  const plain = again === null ? null : arrivalsOf(again, busy);
  if (head !== null && !isEventStream(head)) {
    return { word: "no-stream", refusal: refusal(first, ITSELF) };
  }
  if (plain !== null && isHeldWith(first, arrivals) && isEvidence(plain, first, arrivals)) {
    return { word: "not-flushed", arrivals, again: plain, coding };
  }
  // An EventSource shows no head, and never says why it gave up.
  if (first.announcedAt === null && ending?.how === "error") {
    return { word: "no-stream", refusal: refusal(first, ITSELF) };
  }
  if (first.announcedAt === null) {
    const plainHead = again?.reception.head ?? null;
    if (again !== null && plainHead !== null && !isEventStream(plainHead)) {
      return { word: "no-stream", refusal: refusal(again, ITSELF) };
    }
    const message = ending?.how === "failure" ? ending.message : "";
    return { word: "no-answer", message, waited: waitedOf(first), again: again !== null };
  }
  if (ending?.how === "failure") {
    return { word: "cut-off", events: first.arrived.length, message: ending.message };
  }
  switch (arrivals.like) {
    case "live":
      return { word: "evenly", arrivals, coding };
    case "burst-at-end":
      return { word: "one-burst", arrivals, again: plain, coding };
    default:
      return { word: "unclear", arrivals, coding, listensFor: first.reception.listensFor };
  }
}

/** What `attempt` looks like from this end. */
export function arrivalsOf(attempt: AttemptView, busy: readonly Busy[]): Arrivals {
  const { arrived, announcedAt } = attempt;
  if (arrived.length === 0) {
    return { like: "nothing", head: announcedAt !== null, waited: waitedOf(attempt) };
  }
  return impressionOf(attempt, busy) ?? { like: "few", events: arrived.length };
}

/** A compressor can hold what names a coding, and whatever has shown no head: it may keep that too. */
function isHeldWith({ coding, reception }: AttemptView, { like }: Arrivals): boolean {
  if (coding === null && reception.head !== null) return false;
  return like !== "live" && like !== "untimed" && like !== "few";
}

/** Whether what came without a coding came so soon that the other request would have shown it, too. */
function isEvidence(plain: Arrivals, first: AttemptView, held: Arrivals): plain is Spread {
  if (plain.like !== "live" && plain.like !== "in-pieces") return false;
  if (plain.events < EVIDENCE || plain.arrivedOver <= NOISE) return false;
  // Pieces may be the server's own, and then they are the same without a coding.
  if (held.like === "in-pieces" && plain.like === "in-pieces") return false;
  switch (held.like) {
    case "nothing":
      return held.waited > plain.arrivedOver + STALL;
    case "together": // a history that is sent at once comes so, too; but it does not come so late
      return held.arrivedAt - first.reception.since > plain.arrivedOver + STALL;
    default:
      return true;
  }
}

function waitedOf({ reception, ending }: AttemptView): number {
  return (ending?.at ?? reception.since) - reception.since;
}
