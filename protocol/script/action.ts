/**
 * Says what a stream script asks of whoever plays it, one thing after the other. The vocabulary between
 * `perform` (which knows the script's rules and no I/O) and the player (which knows sockets and
 * timers and no rules).
 */

export type Header = readonly [name: string, value: string];

export type Action =
  /** The response head leaves now. Comes once, before any write. */
  | { kind: "head"; status: number; headers: readonly Header[] }
  /**
   * Hand these bytes to the socket as one write.
   * `line`: the script line where it began, from 1; 0 for the comment that no line asked for.
   * `insideLine`: they stop in the middle of a line, so no heartbeat may follow them.
   */
  | { kind: "write"; bytes: Uint8Array; line: number; insideLine: boolean }
  | { kind: "wait"; ms: number }
  /** From here `comment` whenever nothing was written for `ms`, through waits and `hang`. */
  | { kind: "heartbeat"; ms: number; comment: Uint8Array }
  | { kind: "heartbeat"; ms: null }
  | { kind: "hang" }
  /** Cut the connection without a proper end of the response body. Nothing comes after it. */
  | { kind: "drop"; how: "fin" | "reset" }
  /** End the response properly by `@close`. Nothing comes after it. The script's end is no action. */
  | { kind: "close" }
  /** Nothing to do; the tap tells it. */
  | { kind: "note"; note: PlayNote };

/** What playing a script came upon that whoever watches ought to know. */
export type PlayNote =
  /** A `@status` or `@header` where the head had left: `directive` as it stands in the script. */
  | { note: "head-has-left"; directive: string; line: number }
  /** Playing goes on after the block whose id is the request's last event ID. */
  | { note: "resumed"; lastEventId: string; line: number }
  /** This attempt's lines never send that id: played from the top. */
  | { note: "unknown-id"; lastEventId: string };
