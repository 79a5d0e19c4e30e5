/** Says what the parser tells of each line, for a log. */
import type { DispatchedEvent } from "./interpreter.ts";

/** The buffers as the line left them. One object that goes on changing: copy what is to be kept. */
export interface Buffers {
  /** `null` while it is empty: after a `data` line without a value it is "". */
  readonly dataBuffer: string | null;
  readonly eventTypeBuffer: string;
  readonly lastEventIdBuffer: string;
}

/** Where it lies in the body: bytes, from the first one to behind the last one of its line end. */
export type ByteSpan = { start: number; end: number };

/** What a line said and did. */
type EndedLine =
  | { kind: "data"; value: string }
  | { kind: "event"; value: string }
  | { kind: "id"; value: string }
  /** The value holds a NUL. */
  | { kind: "id-ignored"; value: string }
  /** `ms` is null where it was ignored: the value is empty, or not of ASCII digits only. */
  | { kind: "retry"; value: string; ms: number | null }
  | { kind: "comment"; text: string }
  | { kind: "unknown-field"; name: string; value: string }
  | { kind: "dispatch"; event: DispatchedEvent }
  /** A blank line after a block without data: nothing was dispatched. */
  | { kind: "block-end" };

export type Terminator = "lf" | "cr" | "crlf";

/**
 * All of them together cover the body: each starts where the one before ended. A CR at the end of a
 * chunk ends its line at once (`cr`); should an LF come next, it is told as a `line-feed` of its own.
 */
export type WireLine = ByteSpan &
  (
    | (EndedLine & { terminator: Terminator })
    /** The one that may stand at the very start of the body; skipped. */
    | { kind: "byte-order-mark" }
    /** The second half of a CRLF whose CR was the end of a chunk; skipped. */
    | { kind: "line-feed" }
    /** The body ended in the middle of this line or block: `text` and `buffers` are discarded. */
    | { kind: "unfinished"; text: string }
  );
