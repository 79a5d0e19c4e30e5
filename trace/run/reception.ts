/** One connection as the page saw it: from its ask, or from the end of the one before, to its end. */
import { Body } from "./body.ts";
import type { Head } from "./head.ts";
import type { Asker, BrowserRecord } from "./records.ts";

export type ArrivedEvent = {
  readonly type: string;
  readonly data: string;
  readonly lastEventId: string;
  readonly arrivedAt: number; // ms since the run began
};

export type Chunk = {
  readonly at: number; // ms since the run began
  readonly offset: number; // where its first byte stands in the decoded body
  readonly length: number; // bytes
  readonly eventsBefore: number;
};

/** How the page saw a connection end. `at`: ms since the run began. */
export type Ending = { at: number } /** fetch: the body came to its proper end. */ & (
  | { how: "ended" }
  /** EventSource: an `error` event, and what it left the connection in. */
  | { how: "error"; readyState: 0 | 2 }
  /** fetch: rejected, failed while reading, or was no event stream. */
  | { how: "failure"; name: string; message: string }
  | { how: "closed" }
);

const CLOSED = { how: "closed" };

/** The name of a failure that is ours, not the browser's (records.ts). */
export const NOT_AN_EVENT_STREAM = "NotAnEventStream";

/**
 * Tells whether a client asks no more after an end, whatever its page does in its place. EventSource says so
 * itself; of fetch the standard says that such an answer fails the connection.
 */
export function givesUp(ending: Ending | null): boolean {
  if (ending?.how === "error") return ending.readyState === 2;
  return ending?.how === "failure" && ending.name === NOT_AN_EVENT_STREAM;
}

export class Reception {
  readonly since: number; // ms since the run began
  /** Whether it follows one that ended: the browser came back by itself, or the page's client did. */
  readonly follows: boolean;
  /** When the page asked; `null` where the browser does by itself, and while the page waits. */
  askedAt: number | null = null;
  askedBy: Asker = "browser";
  /** Whether it is the same request once more, without `Accept-Encoding`. */
  isAgain = false;
  /** The event types that an EventSource listens for, beside `message`; `null` where that is not known, or any is heard. */
  listensFor: readonly string[] | null = null;
  /** How long the page waits before it asks; `null` where it does not. ms */
  wait: number | null = null;
  openAt: number | null = null;
  head: (Head & { at: number }) | null = null;
  ending: Ending | null = null;
  size: { encoded: number; decoded: number; protocol: string } | null = null;
  /** Bytes read, after decoding. Only fetch shows them. */
  bytes = 0;
  /** What fetch read; EventSource shows no bytes. */
  readonly body = new Body();
  readonly chunks: Chunk[] = [];
  readonly arrived: ArrivedEvent[] = [];
  /** What our own parser met; EventSource does not show it. ms */
  reconnectionTime: number | null = null;

  constructor(since: number, follows: boolean) {
    this.since = since;
    this.follows = follows;
  }

  /** When the response showed itself: `open`, or fetch's response head. ms since the run began */
  get announcedAt(): number | null {
    return this.openAt ?? this.head?.at ?? null;
  }

  get isWaiting(): boolean {
    return this.wait !== null && this.askedAt === null && this.ending === null;
  }

  get hasShown(): boolean {
    return this.announcedAt !== null || (this.ending ?? CLOSED).how !== "closed";
  }

  /** Whether it is known to have asked: the browser waits before it does so by itself. */
  get isSeen(): boolean {
    return this.askedAt !== null || this.hasShown;
  }

  add(record: BrowserRecord): void {
    switch (record.kind) {
      case "wait":
        this.wait = record.ms;
        return;
      case "ask":
        this.askedAt = record.at;
        this.askedBy = record.by;
        this.isAgain = record.again ?? false;
        this.listensFor = record.listensFor ?? null;
        return;
      case "open":
        this.openAt = record.at;
        return;
      case "head":
        this.head = record;
        return;
      case "chunk": {
        const { at, offset, bytes } = record;
        this.bytes = offset + bytes.length;
        this.body.append(offset, bytes);
        this.chunks.push({ at, offset, length: bytes.length, eventsBefore: this.arrived.length });
        return;
      }
      case "dispatch": {
        const { type, data, lastEventId, at } = record;
        this.arrived.push({ type, data, lastEventId, arrivedAt: at });
        return;
      }
      case "reconnection-time":
        this.reconnectionTime = record.ms;
        return;
      case "error":
        this.ending ??= { how: "error", at: record.at, readyState: record.readyState };
        return;
      case "end":
        this.ending ??= { how: "ended", at: record.at };
        return;
      case "failure": {
        const { at, name, message } = record;
        this.ending ??= { how: "failure", at, name, message };
        return;
      }
      case "close":
        this.ending ??= { how: "closed", at: record.at };
        return;
      case "size": {
        const { encoded, decoded, protocol } = record;
        this.size = { encoded, decoded, protocol };
      }
    }
  }
}
