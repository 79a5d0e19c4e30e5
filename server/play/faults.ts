/**
 * Faults at the press of a button, done to one client (a trace and its lane): at once to the play that
 * runs, or to the answer that the client gets next. No other client is touched.
 */
import type { AnswerFault, PlayFault } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import { Problem } from "../http/problem.ts";
import { MAX_FAULTED_CLIENTS, MAX_NEXT_FAULTS } from "../limits.ts";
import type { Tap } from "../tap/tap.ts";
import type { Attempts } from "./attempts.ts";
import type { Player } from "./player.ts";

export class Faults {
  readonly #attempts: Attempts;
  readonly #tap: Tap;
  /** The play that began last, by trace and lane. */
  readonly #running = new Map<string, Player>();
  /** What the next answers meet, in this order, by trace and lane. */
  readonly #waiting = new Map<string, AnswerFault[]>();

  constructor(attempts: Attempts, tap: Tap) {
    this.#attempts = attempts;
    this.#tap = tap;
  }

  /**
   * Does it, and tells the tap.
   * @throws Problem 404 for a client that never asked, 409 where there is nothing to do it to, 429
   * where too many faults wait for the client's next answers
   */
  press(trace: string, lane: string, fault: PlayFault | AnswerFault): void {
    const attempt = this.#attempts.of(trace, lane);
    if (attempt === 0) throw noSuchClient(lane, this.#attempts.lanesOf(trace));
    const client = `${trace} ${lane}`;
    switch (fault.kind) {
      case "drop":
      case "end":
        this.#runningPlay(client, lane).stop({ why: "fault", fault });
        break;
      case "stall":
        this.#runningPlay(client, lane).stall(fault.ms ?? Infinity);
        break;
      case "release":
        this.#stalledPlay(client, lane).stall(0);
        break;
      case "next-status":
      case "next-type":
      case "next-redirect":
        this.#letWait(client, fault);
    }
    this.#tap.connection(trace, lane, attempt)({ kind: "fault", fault }, now());
  }

  /**
   * Counts a client's play as the one that runs, for as long as it is open.
   * @returns the fault that its answer meets; null for none
   */
  meet(trace: string, lane: string, player: Player): AnswerFault | null {
    const client = `${trace} ${lane}`;
    this.#running.set(client, player);
    player.closed.then(() => {
      if (this.#running.get(client) === player) this.#running.delete(client);
    });
    const waiting = this.#waiting.get(client);
    const fault = waiting?.shift() ?? null;
    if (waiting?.length === 0) this.#waiting.delete(client);
    return fault;
  }

  #runningPlay(client: string, lane: string): Player {
    const player = this.#running.get(client);
    if (player?.isPlaying) return player;
    const what = `no stream of "${lane}" runs now`;
    throw new Problem(409, "nothing-runs", `${what}; wait until it asks again, or connect it`);
  }

  #stalledPlay(client: string, lane: string): Player {
    const player = this.#runningPlay(client, lane);
    if (player.isStalled) return player;
    throw new Problem(409, "not-stalled", `the stream of "${lane}" is not stalled; stall it first`);
  }

  #letWait(client: string, fault: AnswerFault): void {
    const waiting = this.#waiting.get(client) ?? [];
    if (waiting.length >= MAX_NEXT_FAULTS) {
      const what = `${waiting.length} faults wait for this client's next answers, and no more may`;
      throw new Problem(429, "too-many-faults", `${what}; let it ask first`);
    }
    this.#waiting.delete(client);
    this.#waiting.set(client, [...waiting, fault]);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= MAX_FAULTED_CLIENTS) break;
      this.#waiting.delete(oldest);
    }
  }
}

function noSuchClient(lane: string, known: readonly string[]): Problem {
  const has =
    known.length === 0
      ? "this trace has no lane that did"
      : `of this trace ${known.map((name) => `"${name}"`).join(" and ")} did`;
  const detail = `"${lane}" has not asked for a stream since the server started; ${has}`;
  return new Problem(404, "no-client", detail);
}
