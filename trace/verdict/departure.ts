/**
 * How a stream left a server that is watched through the target proxy. What became of it on its way to whoever asked is
 * no part of it: that is known only where the page asked, and then the verdict tells it beside.
 */
import type { EndReason } from "../run/records.ts";

/** They left in so many `instants`: `over` ms from the first to the last, the first `silent` ms after the request. */
type Times = { count: number; over: number; silent: number; instants: number };

/** Only the times tell this. */
export type How =
  /** No head has come since so many ms. */
  | { shape: "waiting"; ms: number }
  /** The target could not be asked, or what it answers can't be passed on; `code`: as the proxy's system calls it. */
  | { shape: "down" | "unfit"; code: string }
  /** A head came, and nothing behind it for so many ms. */
  | { shape: "nothing"; ms: number }
  | { shape: "one"; silent: number }
  /** All so far in one instant; where it has ended, so soon that nothing is to be told by that. */
  | ({ shape: "at-once" } & Times)
  /** All in one instant, after a silence, and no more came. */
  | ({ shape: "burst" } & Times)
  /** They left in several instants, each with several. */
  | ({ shape: "pieces" } & Times)
  | ({ shape: "evenly" } & Times);

/** What the same request without `Accept-Encoding` tells of a compressor. */
export type Again = {
  how: How;
  /** `not-flushed`: it left well then, so the compressor holds it. `same`: it left as before, so that does not. */
  shows: "not-flushed" | "same" | "nothing";
};

/** `unit` says what is counted, where no event is in it reads. */
export type Departure = {
  word: "departed";
  from: string; // the server's address
  /** Whether somebody said that the server itself answers there. */
  isServer: boolean;
  how: How;
  unit: "event" | "read";
  /** Whether all that left was kept: it was told in more records than there is room for, or came too fast for its copy. */
  isWhole: boolean;
  /** Why it is no event stream to an EventSource; null where it is one. */
  misfit: { status: number; type: string } | null;
  coding: string | null; // the compression that it left in
  /** `null`: nobody asked once more. */
  again: Again | null;
  /** Whether the page asked, and got it as it had left; null where the page did not ask. */
  arrived: "as-it-left" | "later" | null;
  end: EndReason["why"] | null; // `null`: it goes on
};
