/**
 * One answer of the model, as events of our own. It is kept, so that several may read it, and whoever
 * lost the connection reads on after the last event that it got, without the model being asked again.
 * It stops the model when it is told to, and when nobody has read it for a while.
 */
import { randomBytes } from "node:crypto";
import { type EventFields, encodeEvent } from "../../protocol/event-stream/encoder.ts";
import type { ModelFact } from "../../trace/run/records.ts";
import { EVENT_OVERHEAD, MAX_ANSWER_BYTES } from "../limits.ts";
import { ChatError } from "./chat-error.ts";
import { eventId, LAST } from "./event-id.ts";

export type WhyStopped = (ModelFact & { did: "stopped" })["why"];

export type AnswerOptions = {
  /** Whether its events have ids. */
  hasIds: boolean;
  /** The model works on for so long when nobody reads. ms */
  unreadGrace: number;
};

export class Answer {
  /** 128 random bits: who knows it may read the answer, and stop it. */
  readonly id = randomBytes(16).toString("hex");
  /** Settles when there is no more to come. */
  readonly over: Promise<void>;
  readonly #hasIds: boolean;
  readonly #unreadGrace: number;
  readonly #events: Uint8Array[] = [];
  readonly #readers = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #settle: () => void;
  #bytes = 0;
  #overAt: number | null = null;
  #stopped: WhyStopped | null = null;
  #unread: NodeJS.Timeout | undefined;

  constructor({ hasIds, unreadGrace }: AnswerOptions) {
    this.#hasIds = hasIds;
    this.#unreadGrace = unreadGrace;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.over = promise;
    this.#settle = resolve;
    this.#stopSoon();
  }

  /** Aborted when the model is to work no more. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Why the model was stopped; null where it was not. */
  get stopped(): WhyStopped | null {
    return this.#stopped;
  }

  get isOver(): boolean {
    return this.#overAt !== null;
  }

  /** By performance.now(); null while it is being made. */
  get overAt(): number | null {
    return this.#overAt;
  }

  /** What it takes in memory, as EVENT_OVERHEAD has it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many events there are by now. */
  get length(): number {
    return this.#events.length;
  }

  /** The event of that number, from 1, as it goes on the wire. */
  event(number: number): Uint8Array | undefined {
    return this.#events[number - 1];
  }

  /**
   * Adds an event.
   * @throws ChatError where the answer outgrows its bound
   */
  add(type: string, data: object): void {
    if (this.#bytes > MAX_ANSWER_BYTES) {
      const what = `the answer outgrew ${MAX_ANSWER_BYTES} bytes, and no more of it is kept`;
      throw new ChatError("upstream", `${what}; ask for a shorter one`);
    }
    this.#push({ type, data: JSON.stringify(data) }, eventId(this.id, this.length + 1));
  }

  /** Adds the last event. Whoever comes back with its id is told not to. */
  end(event: EventFields): void {
    this.#overAt = performance.now();
    this.#push(event, eventId(this.id, LAST));
    clearTimeout(this.#unread);
    this.#settle();
  }

  /** Has the model stopped; the first reason counts. */
  stop(why: WhyStopped): void {
    if (this.isOver || this.#stopped !== null) return;
    this.#stopped = why;
    this.#stop.abort();
  }

  /**
   * Counts a reader.
   * @param wake is called whenever there is more to read
   * @returns what ends that
   */
  join(wake: () => void): () => void {
    this.#readers.add(wake);
    clearTimeout(this.#unread);
    return () => {
      this.#readers.delete(wake);
      if (this.#readers.size === 0 && !this.isOver) this.#stopSoon();
    };
  }

  #push(event: EventFields, id: string): void {
    const bytes = encodeEvent(this.#hasIds ? { ...event, id } : event);
    this.#events.push(bytes);
    this.#bytes += bytes.length + EVENT_OVERHEAD;
    for (const wake of this.#readers) wake();
  }

  #stopSoon(): void {
    this.#unread = setTimeout(() => this.stop("unread"), this.#unreadGrace).unref();
  }
}
