/**
 * One client of a run: its attempts, each seen from both sides, and the state it is in.
 *
 * Which server connection belongs to which attempt is told by time, never by count: a proxy may
 * answer without the server's hearing of it, and a browser may repeat a request without the page's.
 */

import { AttemptView } from "./attempt.ts";
import { Connection } from "./connection.ts";
import { type LaneState, laneState } from "./lane-state.ts";
import { Reception } from "./reception.ts";
import {
  lastTime,
  packagesReconnectionTime,
  type Retry,
  reconnectionTime,
} from "./reconnection-time.ts";
import type { BrowserRecord, LaneName, ServerRecord, Setup } from "./records.ts";
import { countUntil } from "./search.ts";

export class LaneView {
  readonly name: LaneName;
  readonly #browser: string;
  /** Whether a stranger's server is watched: where the page has not asked, each of its connections is an attempt. */
  readonly #isWatched: boolean;
  readonly #clockError: number; // ± ms
  readonly #isTold: () => boolean;
  readonly #receptions: Reception[] = [];
  readonly #connections = new Map<string, Connection>();
  readonly #attempts: AttemptView[] = [];
  #stale = false;
  isAsked = false; // whether the page's own side is known
  /** What the server itself asked for once more, without `Accept-Encoding`: no attempt of the lane's. */
  again: Connection | null = null;

  constructor(
    name: LaneName,
    { browser, watched, clockError }: Pick<Setup, "browser" | "watched" | "clockError">,
    isTold: () => boolean,
  ) {
    this.name = name;
    this.#browser = browser;
    this.#isWatched = watched !== undefined;
    this.#clockError = clockError;
    this.#isTold = isTold;
  }

  see(record: BrowserRecord): void {
    if (record.kind === "ask") this.isAsked = true;
    const isNext = record.kind === "wait" || (record.kind === "ask" && !this.#last?.isWaiting);
    if (isNext) this.#begin(record.at, record.kind === "wait");
    const reception = record.kind === "size" ? this.#completed() : this.#last;
    reception?.add(record);
    if (record.kind === "error" && record.readyState === 0) this.#begin(record.at, true);
    // Only these come in great numbers, and they never change which attempts there are.
    if (record.kind !== "dispatch" && record.kind !== "chunk") this.#stale = true;
  }

  hear(record: ServerRecord): void {
    // A CORS preflight is a row in the log; it never reaches the player.
    if (record.kind === "request" && record.method === "OPTIONS") return;
    let connection = this.connectionOf(record);
    if (connection === undefined) {
      connection = new Connection(record);
      this.#connections.set(keyOf(record), connection);
      if (record.kind === "request" && record.again) this.again = connection;
      else if (this.#isWatched && !this.isAsked) this.#begin(record.at, false);
      this.#stale = true;
    }
    connection.add(record);
  }

  connectionOf(record: ServerRecord): Connection | undefined {
    return this.#connections.get(keyOf(record));
  }

  /** Whether the page made it ask in this run. */
  get hasAsked(): boolean {
    return this.#receptions.length > 0;
  }

  get attempts(): readonly AttemptView[] {
    if (this.#stale) this.#pair();
    return this.#attempts;
  }

  attemptOf(record: BrowserRecord): AttemptView | undefined {
    const { attempts } = this;
    const begun = countUntil(attempts, record.at, ({ reception }) => reception.since);
    let found = attempts[begun - 1];
    // At the border it is the one that ended then.
    for (let index = begun - 1; index >= 0; index--) {
      const attempt = attempts[index];
      const endedAt = attempt?.ending?.at ?? Number.POSITIVE_INFINITY;
      if (endedAt < record.at) break;
      if (endedAt === record.at) found = attempt;
    }
    return found;
  }

  attemptOn(connection: Connection): AttemptView | undefined {
    const { attempts } = this;
    const begun = countUntil(attempts, connection.beganAt, ({ reception }) => reception.since);
    // Or the one before, if the clocks differ by more than that took.
    const near = attempts.slice(Math.max(0, begun - 2), Math.max(1, begun));
    return near.find(({ connections }) => connections.includes(connection));
  }

  /** Whether it may still receive, or ask again by itself. */
  get isConnected(): boolean {
    return this.#last?.ending === null;
  }

  /** Whether one that followed another opened or failed. */
  get hasReconnected(): boolean {
    return this.#receptions.some(({ follows, hasShown }) => follows && hasShown);
  }

  get cameBack(): boolean {
    return this.#receptions.some(({ wait }) => wait !== null);
  }

  get state(): LaneState {
    const last = this.attempts.at(-1);
    if (last === undefined) return { name: "idle" };
    // Between two attempts the last one has ended by itself, and what comes next is not one yet.
    const client = { lane: this.name, browser: this.#browser, ms: this.reconnectionTime };
    return laneState(client, last, this.#last ?? last.reception);
  }

  /** The state in which one attempt left it, whatever came after. */
  stateAfter(attempt: AttemptView): LaneState {
    const client = { lane: this.name, browser: this.#browser, ms: null };
    return laneState(client, attempt, attempt.reception);
  }

  /** The `lastEventId` of the event that arrived last; "" before any. */
  get lastEventId(): string {
    for (let index = this.#receptions.length - 1; index >= 0; index--) {
      const last = this.#receptions[index]?.arrived.at(-1);
      if (last !== undefined) return last.lastEventId;
    }
    return "";
  }

  /** EventSource: what the browser keeps to, or the npm package. fetch: what the stream asked for; a bare one does not reconnect. ms; `null`: not known, or none. */
  get reconnectionTime(): number | null {
    const retries = this.#retries();
    if (this.name === "fetch") return lastTime(retries);
    if (this.#receptions[0]?.askedBy === "package") {
      return packagesReconnectionTime(lastTime(retries));
    }
    return reconnectionTime(this.#browser, retries);
  }

  /** The last `retry` that reached the client. A stream that was never announced has brought none. */
  #retries(): readonly Retry[] {
    const isEventSource = this.name === "eventsource";
    for (let index = this.attempts.length - 1; index >= 0; index--) {
      const attempt = this.attempts[index];
      if (attempt === undefined) continue;
      const { announcedAt, reception, connection } = attempt;
      const { reconnectionTime } = reception;
      const ofFetch = reconnectionTime === null ? [] : [reconnectionTime];
      const retries = isEventSource ? (connection?.retries ?? []) : ofFetch;
      if (announcedAt !== null && retries.length > 0) return retries;
      if (isEventSource && reception.askedAt !== null) return []; // a new one knows of none before
    }
    return [];
  }

  get #last(): Reception | undefined {
    return this.#receptions.at(-1);
  }

  #begin(at: number, follows: boolean): void {
    const next = new Reception(at, follows);
    if (follows) next.listensFor = this.#last?.listensFor ?? null;
    this.#receptions.push(next);
    this.#stale = true;
  }

  /** The last response that has come to its end: Resource Timing tells its size a moment later. */
  #completed(): Reception | undefined {
    return this.#receptions.findLast(({ ending }) => ending !== null) ?? this.#last;
  }

  /**
   * Gives each connection to the reception in whose span its request fell. The clocks' error does little
   * harm at the border, an `error` event: what was asked before it needed a round trip to fail, which is mostly
   * twice the error; what is asked after it needs half a round trip to be heard. Where the error was found on a busy
   * machine, and a round trip was shorter, one that opened has the request that came just after its end.
   */
  #pair(): void {
    this.#stale = false;
    const connections = [...this.#connections.values()]
      .filter((one) => one !== this.again)
      .sort((a, b) => a.beganAt - b.beganAt);
    let heard = 0;
    let count = 0;
    this.#receptions.forEach((reception, index) => {
      const until = this.#receptions[index + 1]?.since ?? Number.POSITIVE_INFINITY;
      const own: Connection[] = [];
      const isOwn = ({ beganAt }: Connection) =>
        beganAt < until ||
        (own.length === 0 && reception.announcedAt !== null && beganAt < until + this.#clockError);
      for (let next = connections[heard]; next && isOwn(next); next = connections[heard]) {
        own.push(next);
        heard++;
      }
      if (!reception.isSeen && own.length === 0) return;
      const attempt = this.#attempts[count] ?? new AttemptView(count + 1, reception, this.#isTold);
      this.#attempts[count] = attempt;
      attempt.connections = own;
      count++;
    });
  }
}

function keyOf({ boot, attempt }: ServerRecord): string {
  return `${attempt} ${boot}`;
}
