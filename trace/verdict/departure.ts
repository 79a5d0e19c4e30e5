/**
 * How a stream left a server that is watched through the target proxy. Of whoever asked for it nothing is known: when it
 * arrived there, and whether it was held on the way, can't be told from this end.
 */
import type { EndReason } from "../run/records.ts";

/** `over`: from the first to the last, `silent`: from the request to the first, ms. `instants`: in which they left. */
type Times = { count: number; over: number; silent: number; instants: number };

/** What left, by the times alone. `unit`: what is counted, where no event is in it reads. */
export type Departure = {
  word: "departed";
  /** The server's address. */
  from: string;
  how: /** No head yet, since so many ms. */
    | { shape: "waiting"; ms: number }
    /** The target could not be asked. */
    | { shape: "down" }
    /** A head, and nothing behind it yet. */
    | { shape: "nothing" }
    | { shape: "one"; silent: number }
    /** All so far in one instant; where it has ended, so soon that nothing is to be told by that. */
    | ({ shape: "at-once" } & Times)
    /** All in one instant, after a silence, and no more came. */
    | ({ shape: "burst" } & Times)
    /** Several instants, each with several. */
    | ({ shape: "pieces" } & Times)
    | ({ shape: "evenly" } & Times);
  unit: "event" | "read";
  /** Why it is no event stream to an EventSource; null where it is one. */
  misfit: { status: number; type: string } | null;
  /** The compression that it left in; null for none. */
  coding: string | null;
  /** `null`: it goes on. */
  end: EndReason["why"] | null;
};
