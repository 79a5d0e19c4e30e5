/**
 * Keeps one answer of the model, as events of our own, so that several clients may read it, and one that lost its
 * connection reads on after its last event: the model is not asked again. An answer stops the model when it is told
 * to, and when nobody has read it for a while.
 */
import { randomBytes } from "node:crypto";
import { type EventFields, encodeEvent } from "../../protocol/event-stream/encoder.ts";
import { EVENT_OVERHEAD, MAX_ANSWER_BYTES } from "../limits.ts";
import { ChatError, type WhyStopped } from "./chat-error.ts";

/** The last event has this in the place of a number: nothing follows. */
export const LAST = "end";

/** The event after which a client wants to read on. `answer` is "" where no answer of ours has such an id. */
type ResumePoint = { answer: string; after: number | typeof LAST };

type AnswerOptions = {
  hasIds: boolean; // its events have ids
  unreadGrace: number; // ms for which the model works on when nobody reads
};

export class Answer {
  /** 128 random bits: whoever knows them may read the answer, and stop it. */
  readonly id = randomBytes(16).toString("hex");
  /** Settles when no more is to come. */
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

  get stopped(): WhyStopped | null {
    return this.#stopped;
  }

  get isOver(): boolean {
    return this.#overAt !== null;
  }

  /** The time of its end by performance.now(); null while it is being made. */
  get overAt(): number | null {
    return this.#overAt;
  }

  /** What it takes in memory, with EVENT_OVERHEAD for each event. */
  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#events.length;
  }

  /** The event of that number, counted from 1, as it goes on the wire. */
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

  /** Adds the last event. A client that comes back with its id is told not to. */
  end(event: EventFields): void {
    this.#overAt = performance.now();
    this.#push(event, eventId(this.id, LAST));
    clearTimeout(this.#unread);
    this.#settle();
  }

  /** Stops the model; the first reason counts. */
  stop(why: WhyStopped): void {
    if (this.isOver || this.#stopped !== null) return;
    this.#stopped = why;
    this.#stop.abort();
  }

  /**
   * Counts a reader until it leaves.
   * @param wake is called whenever there is more to read
   * @returns the function that the reader calls when it leaves
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

/** The id of an event says which answer it is of, and which event of it. It means the same after a restart. */
export function eventId(answer: string, number: number | typeof LAST): string {
  return `${answer}:${number}`;
}

/** Reads a last event ID; null for a client that has read nothing yet. */
export function resumePoint(lastEventId: string): ResumePoint | null {
  if (lastEventId === "") return null;
  const [, answer = "", after = "0"] = /^([0-9a-f]{32})?:(\d{1,9}|end)$/.exec(lastEventId) ?? [];
  return { answer, after: after === LAST ? LAST : Number(after) };
}
