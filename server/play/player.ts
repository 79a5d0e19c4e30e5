/**
 * Plays a performed script onto one connection: what `perform` asks for, one thing after the other, in
 * real time. It knows timers, backpressure and limits, and none of the script's rules. Whatever ends
 * the play — the script, a limit, the client, the server — ends here, once, and is told.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import type { Action } from "../../protocol/script/action.ts";
import { MAX_PLAYING_MS, MAX_WIRE_BYTES, MAX_WRITES } from "../../protocol/script/limits.ts";
import type { EndReason } from "../../trace/run/records.ts";
import { now } from "../http/clock.ts";
import type { Tell } from "../tap/tap.ts";
import { Wire } from "../wire/wire.ts";

/** Other connections, and the client's leaving, get a turn after so many actions without a pause. */
const ACTIONS_A_TURN = 256;

export type PlayLimits = { duration: number; bytes: number; writes: number };

const LIMITS: PlayLimits = { duration: MAX_PLAYING_MS, bytes: MAX_WIRE_BYTES, writes: MAX_WRITES };

/** `status` is null where no response head left. */
export type Played = { reason: EndReason; status: number | null; bytes: number; writes: number };

export class Player {
  readonly #wire: Wire;
  readonly #tell: Tell;
  readonly #flushHeaders: boolean;
  readonly #limits: PlayLimits;
  #reason: EndReason | null = null;
  #status: number | null = null;
  #bytes = 0;
  #writes = 0;
  #actions = 0;
  #heartbeat: Action & { kind: "heartbeat" } = { kind: "heartbeat", ms: null };
  /** Nothing was written since then, by performance.now(). */
  #quietSince = 0;
  #insideLine = false;
  #isHeldBack = false;
  /** Nothing is done before then, by performance.now(). */
  #stalledUntil = 0;
  /** A hang is over, or will be as soon as it begins. */
  #goesOn = false;
  /** Ends the pause that the play is in. */
  #wake: () => void = () => {};

  constructor(
    reply: FastifyReply,
    tell: Tell,
    { flushHeaders, patience }: { flushHeaders: boolean; patience?: number | undefined },
    limits = LIMITS,
  ) {
    this.#tell = tell;
    this.#flushHeaders = flushHeaders;
    this.#limits = limits;
    const on = {
      drain: () => {
        this.#isHeldBack = false;
        this.#wake();
      },
      leave: () => this.stop({ why: "left" }),
      unread: (waiting: number) => this.stop({ why: "unread", waiting }),
    };
    this.#wire = new Wire(reply, on, patience);
  }

  /** Settles when the client has all of the response, or is gone. */
  get closed(): Promise<void> {
    return this.#wire.closed;
  }

  get isPlaying(): boolean {
    return this.#reason === null;
  }

  get isStalled(): boolean {
    return performance.now() < this.#stalledUntil;
  }

  /** Ends the play from outside; the first reason counts. */
  stop(reason: EndReason): void {
    this.#reason ??= reason;
    this.#wake();
  }

  /** Ends the hang that the play is in, or comes to: whoever makes the actions has more of them. */
  goOn(): void {
    this.#goesOn = true;
    this.#wake();
  }

  /**
   * Does nothing from now on, no heartbeat either. A wait that goes on meanwhile ends in its time; what
   * comes behind it follows when the stall is over.
   * @param ms Infinity: until it is released, by `stall(0)`
   */
  stall(ms: number): void {
    this.#stalledUntil = performance.now() + ms;
    this.#wake();
  }

  /**
   * Plays to whichever end comes first.
   * @param ending what is told where that is the end of `actions`
   */
  async play(actions: Iterable<Action>, ending: EndReason = { why: "played" }): Promise<Played> {
    const limit = setTimeout(() => this.#stopAt("duration"), this.#limits.duration);
    try {
      for (const action of actions) {
        await this.#sitOutStall();
        if (this.#reason === null) await this.#act(action);
        if (this.#reason !== null) break;
      }
      await this.#sitOutStall();
      return this.#end(this.#reason ?? ending);
    } catch (error) {
      this.#wire.cut("reset");
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  async #act(action: Action): Promise<void> {
    if (++this.#actions % ACTIONS_A_TURN === 0) await nextTurn();
    switch (action.kind) {
      case "head": {
        const { status } = action;
        const at = now();
        const headers = this.#wire.head(status, action.headers, this.#flushHeaders);
        this.#status = status;
        this.#quietSince = performance.now();
        return this.#tell({ kind: "head", status, headers }, at);
      }
      case "write":
        return this.#write(action);
      case "wait":
        return this.#pause(action.ms);
      case "hang":
        await this.#pause(Infinity);
        this.#goesOn = false;
        return;
      case "heartbeat":
        this.#heartbeat = action;
        this.#quietSince = performance.now();
        return;
      case "note":
        return this.#tell({ kind: "note", note: action.note }, now());
      case "drop":
        return this.stop({ why: "drop", how: action.how });
      case "close":
        return this.stop({ why: "close" });
    }
  }

  async #write({ bytes, line, insideLine }: Action & { kind: "write" }): Promise<void> {
    if (this.#wire.isGone) return this.stop({ why: "left" });
    if (this.#writes >= this.#limits.writes) return this.#stopAt("writes");
    if (this.#bytes + bytes.length > this.#limits.bytes) return this.#stopAt("bytes");
    const at = now();
    this.#isHeldBack = !this.#wire.write(bytes);
    this.#tell({ kind: "write", offset: this.#bytes, bytes, line }, at);
    this.#bytes += bytes.length;
    this.#writes++;
    this.#insideLine = insideLine;
    this.#quietSince = performance.now();
    while (this.#isHeldBack && this.#reason === null) await this.#sleep(Infinity);
  }

  /** Waits, with a heartbeat where one is due. A play that goes on has no waits of a length of their own. */
  async #pause(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (this.#reason === null && performance.now() < until && !this.#goesOn) {
      const beat = this.#heartbeat;
      const isDue = beat.ms !== null && !this.#insideLine;
      const due = isDue ? Math.max(this.#quietSince + beat.ms, this.#stalledUntil) : Infinity;
      if (beat.ms !== null && due <= performance.now()) {
        await this.#write({ kind: "write", bytes: beat.comment, line: 0, insideLine: false });
      } else {
        await this.#sleep(Math.min(until, due) - performance.now());
      }
    }
  }

  async #sitOutStall(): Promise<void> {
    while (this.isStalled && this.#reason === null) {
      await this.#sleep(this.#stalledUntil - performance.now());
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === Infinity ? undefined : setTimeout(resolve, Math.max(0, Math.ceil(ms)));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #stopAt(limit: keyof PlayLimits): void {
    this.stop({ why: "limit", limit, most: this.#limits[limit] });
  }

  #end(reason: EndReason): Played {
    const at = now();
    const cut = cutBy(reason);
    if (cut !== null) this.#wire.cut(cut);
    else if (reason.why !== "left" && reason.why !== "unread") this.#wire.end();
    const [status, bytes, writes] = [this.#status, this.#bytes, this.#writes];
    this.#tell({ kind: "end", reason, bytes, writes }, at);
    return { reason, status, bytes, writes };
  }
}

/** Returns how the connection is cut; null where the response ends properly. */
function cutBy(reason: EndReason): "fin" | "reset" | null {
  if (reason.why === "drop") return reason.how;
  if (reason.why !== "fault") return null;
  switch (reason.fault.kind) {
    case "drop":
      return reason.fault.how;
    case "close-door":
      return "fin";
    default:
      return null;
  }
}
