/** Describes what passes through the target proxy: what the server tells of it, what the page shows, and how the page itself asks there. */
import type { Run } from "./run.ts";

/**
 * Under this prefix the page's own servers ask the target. Behind it stands who asks, `lane.trace`, and both are
 * stripped before the target sees the path.
 */
export const ASK_PREFIX = "/target";

/** Returns where a server of ours asks the target for `path`. @param asks who does */
export function askPath(asks: string, path: string): string {
  return `${ASK_PREFIX}/${asks}${path}`;
}

/** What an answer is, or is meant to be. `asked`: no stream, but whoever asked wanted one. */
export type Meant = "event-stream" | "ndjson" | "data-lines" | "json" | "asked";

export type Passing = {
  /** Grows with each request of one server process; of several attempts that of the first. */
  readonly number: number;
  /** How often the client has asked, as far as can be told: the state is the last one's, `beganAt` the first one's. */
  readonly attempts: number;
  /** Under which name the tap tells of it: several requests may share one. */
  readonly trace: string;
  readonly method: string;
  /** Credentials are redacted. */
  readonly url: string;
  /**
   * It waits for the target's answer (`waiting`), the target broke off (`cut`), or the client did (`left`). The proxy
   * answered for a target that nobody reached (`down`), or whose answer can't be passed on (`unfit`).
   */
  readonly state: "waiting" | "open" | "ended" | "cut" | "left" | "down" | "unfit";
  /** What the answer says; null before it. */
  readonly status: number | null;
  readonly meant: Meant | null; // null while that is not known
  /** The compression that it left the target in; "" for none. */
  readonly coding: string;
  /** Complete events, or lines where they are no events; of all attempts. */
  readonly events: number;
  readonly beganAt: number; // epoch ms by the server's clock
  /** When its last read, or its head, or its request came. Epoch ms by the server's clock */
  readonly lastAt: number;
  /** Where its redirect leads, if that is past the proxy; null else. */
  readonly redirect: string | null;
};

/** What a listener of the list is told: all of it each time. `at`: epoch ms by the server's clock; `dropped`: how many are listed no more. */
export type PassingList = {
  readonly at: number;
  readonly boot: string;
  readonly target: string;
  readonly port: number;
  readonly passing: readonly Passing[];
  readonly dropped: number;
};

/** The address of a stranger's server, where a run is of one: nothing of it can be played again here. */
export function strangerOf({ setup }: Run): string | undefined {
  return setup.watched ?? setup.unwatched;
}

/** Whether nobody answered at all, by the system's name of the error; any other is of an answer that can't be passed on. */
export function nobodyAnswered(code: string): boolean {
  return /^(ECONNREF|E(HOST|NET)UN|ENOTFOUND|EAI|EADDR|ETIME|unknown)/.test(code);
}
