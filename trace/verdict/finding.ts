/**
 * What can be found out about one lane of a run: how an attempt was delivered, and what else befell
 * the lane. One `word` a variant; a finding is what the headline, or a sentence behind it, says.
 */
import type { LaneName } from "../run/records.ts";
import type { Refusal } from "../run/refusal.ts";
import type { Cause } from "./cause.ts";
import type { Departure } from "./departure.ts";
import type { FormatFact } from "./format.ts";
import type { Waited } from "./held.ts";
import type { Impression } from "./judge-arrivals.ts";
import type { OneEnd } from "./one-end.ts";

/**
 * What the events of one attempt went through. `…Over` lasts from the first to the last, ms, `…At` is ms since the
 * run began, and while it is `running` more may come.
 */
export type Delivery =
  /** `usual`: the longest wait of those that nobody held; `excused`: those that a machine's stall kept, which proves nothing, and for how long at the most. */
  | {
      word: "live";
      events: number;
      writtenOver: number;
      lagMost: number;
      running: boolean;
      usual: number;
      excused: Waited | null;
    }
  | {
      word: "in-pieces";
      events: number;
      pieces: number;
      writtenOver: number;
      lagMost: number;
      running: boolean;
      cause: Cause;
    }
  | { word: "one-behind"; events: number; lagMean: number; running: boolean; cause: Cause }
  | {
      word: "burst-at-end";
      events: number;
      writtenOver: number;
      arrivedAt: number; // the first
      arrivedOver: number;
      /** When `open` fired, or fetch's head came; `waited`: no sooner than the stream ended. */
      announced: { at: number; waited: boolean } | null;
      cause: Cause;
    }
  /** Some were held, of a stream that was live otherwise. `lies`: they lie there still, or lay there when it was stopped. */
  | { word: "held"; events: number; held: Waited; lies: boolean; running: boolean; cause: Cause }
  /** As far apart as they were written, and all of them this late at the least, ms. */
  | { word: "late"; events: number; lagLeast: number; running: boolean; cause: Cause }
  /** `waited`: since the first event was written, or else since the request was heard, ms. `told`: whether the server is known to have the request. */
  | {
      word: "nothing-yet";
      events: number;
      bytes: number;
      told: boolean;
      waited: number;
      stopped: boolean;
      cause: Cause | null;
    }
  /** `events`: that were written; `lost`: of them; `which`: the first of their numbers; `ended`: the last ones, by the connection's end; `several`: they were written on several attempts. */
  | {
      word: "lost";
      events: number;
      lost: number;
      which: readonly number[];
      ended: boolean;
      several: boolean;
      cause: Cause | null;
    }
  /** `again`: the browser goes on asking by itself. */
  | { word: "no-stream"; refusal: Refusal; again: boolean }
  /** Bytes came, and no event was in them. */
  | {
      word: "no-event";
      bytes: number;
      writes: number;
      because: EmptyBecause;
      late: number;
      running: boolean;
    }
  | { word: "busy"; events: number; late: Waited }
  | { word: "cant-tell"; because: Doubt; running: boolean };

export type EmptyBecause =
  /** No blank line ended a block. */
  | "no-blank-line"
  /** Blank lines came, and no block had a `data` line. */
  | "no-data"
  /** There is nothing but comments. */
  | "comments";

export type Doubt =
  /** `lag` is the only one's, ms. */
  | { kind: "few-events"; events: number; lag: number | null }
  /** An EventSource was sent them, and listens for none of their types. */
  | { kind: "unheard"; events: number }
  /** All were written within a time in which nothing can be told apart. ms */
  | { kind: "too-close"; events: number; of: number; writtenOver: number }
  /** They trickled in over much longer than they were written. ms */
  | { kind: "slow-link"; events: number; writtenOver: number; arrivedOver: number }
  /** Events came together once; `squeezed`: the time between their writes that is missing, ms. */
  | { kind: "one-clump"; events: number; squeezed: number }
  /** All arrived together, and whether the stream had ended by then is not known. */
  | { kind: "one-instant"; events: number }
  /** The server's side is not known, and the arrivals by themselves look like something. */
  | { kind: "arrivals-alone"; impression: Impression }
  /** What the server wrote is not known, or not all of it. */
  | { kind: "not-told" };

/** Who ended an attempt, by the records of both sides. `cut`: without a proper end. */
export type EndedBy = "server" | "server-cut" | "way" | "unknown";

/** Why something between server and browser most likely cut a connection. ms */
export type CutBecause =
  /** Nothing had been written for so long. */
  | { kind: "silence"; ms: number }
  /** Bytes flowed, and another attempt was cut at the same age. */
  | { kind: "whole-time"; ms: number }
  /** Bytes flowed, the last of them `quiet` ms before. */
  | { kind: "flowing"; quiet: number };

/** What befell a lane, over its attempts. Times are in ms. */
export type Story =
  | { word: "connecting" }
  /** The server has no such request; `waited`: since the page asked. */
  | { word: "waiting"; waited: number }
  /** Nothing was written or heard since `ms` ago, and it is open; `away`: the server's side channel is silent, too. */
  | { word: "silent"; ms: number; since: number; away: boolean; stopped: boolean }
  /** Somebody pressed Stall. */
  | { word: "stalled"; ms: number }
  /** `in`: `null` where nobody knows. */
  | { word: "reconnecting"; in: number | null; endedBy: EndedBy }
  | { word: "server-away"; ms: number }
  | { word: "gave-up"; refusal: Refusal; attempts: number }
  /** Neither end did it. `cuts`: so many attempts; `proper`: it looked like a proper end; `lost`: events, by it. */
  | { word: "cut"; cuts: number; because: CutBecause; proper: boolean; lost: number }
  /** The other lane came back, and got `missed` events that this one never did. */
  | { word: "not-back"; endedBy: EndedBy; missed: number; events: number }
  | { word: "came-back"; attempts: number; events: number; lost: number; repeated: number }
  /** An EventSource was sent events of types that nobody listens for; `types`: the first of them. */
  | { word: "unheard"; events: number; types: readonly string[] }
  /** fetch read more than the server wrote. */
  | { word: "foreign-bytes"; read: number; written: number }
  /** What a stream about the format did. */
  | { word: "format"; events: number; facts: readonly FormatFact[] };

/** A stranger's stream of which one end alone is known: its arrivals. */
export type ByOneEnd = { word: "one-end"; one: OneEnd };

/** Where a stranger's stream left that is known from both ends. `evenly`: each event by itself; `cut`: the server broke it off. */
export type Left = { from: string; evenly: boolean; cut: boolean };

/** A finding with `left` is about none of the playground's own streams. */
export type Finding = { lane: LaneName; left?: Left } & (Delivery | Story | Departure | ByOneEnd);

export type Word = Finding["word"];
