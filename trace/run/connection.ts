/**
 * One connection as the server told it over the tap: what was asked, what it wrote and when, how it
 * ended, and the events that a parser by the standard dispatches out of the bytes written.
 */
import { createParser, type Parser } from "../../protocol/event-stream/parser.ts";
import type { PlayNote } from "../../protocol/script/action.ts";
import { headerValue } from "./head.ts";
import type { EndReason, ServerRecord } from "./records.ts";

type Request = Extract<ServerRecord, { kind: "request" }>;
type Pressed = Extract<ServerRecord, { kind: "fault" }>;
type ResponseHead = Extract<ServerRecord, { kind: "head" }>;

/** An event that left the server. */
export type WrittenEvent = {
  readonly number: number; // from 1, within its connection
  readonly type: string;
  readonly data: string;
  readonly lastEventId: string;
  /** When the write was made that held its blank line. ms since the run began */
  readonly writtenAt: number;
  /** The script line where that write began; 0 for what no line asked for. */
  readonly line: number;
  /** `false` where browsers were seen to leave it out: its write held a NUL, or a byte order mark at the start of the body. */
  readonly isPlain: boolean;
};

/** One call that handed bytes to the socket. */
export type Write = {
  readonly at: number; // ms since the run began
  readonly offset: number; // of its first byte in the body
  readonly length: number; // bytes
  readonly line: number;
  /** How many events were complete before it, and how many more its own bytes completed. */
  readonly eventsBefore: number;
  readonly events: number;
  /** What a `retry` field in it set. ms */
  readonly reconnectionTime: number | null;
};

/** The first byte of a byte order mark. */
const BOM = 0xef;

export class Connection {
  /** When its first record was made. ms since the run began */
  readonly beganAt: number;
  /** The server's number for it, within its lane; from 1. */
  readonly attempt: number;
  request: Request | null = null;
  head: ResponseHead | null = null;
  end: { at: number; reason: EndReason; bytes: number; writes: number } | null = null;
  /** Bytes written, as far as is known. */
  bytes = 0;
  readonly writes: Write[] = [];
  readonly written: WrittenEvent[] = [];
  readonly notes: { at: number; note: PlayNote }[] = [];
  /** What was pressed while it ran. */
  readonly faults: Pressed[] = [];
  /** The last `retry` that it wrote. ms */
  reconnectionTime: number | null = null;
  /** `false` once a write was not kept: what followed it cannot be parsed. */
  isWhole = true;
  #parser: Parser | undefined;
  #write = { at: 0, line: 0, isPlain: true };
  #retry: number | null = null;

  constructor(first: ServerRecord) {
    this.beganAt = first.at;
    this.attempt = first.attempt;
  }

  add(record: ServerRecord): void {
    switch (record.kind) {
      case "request":
        this.request = record;
        return;
      case "head":
        this.head = record;
        return;
      case "write":
        this.#read(record);
        return;
      case "note":
        this.notes.push({ at: record.at, note: record.note });
        return;
      case "model":
        return;
      case "fault":
        this.faults.push(record); // what it does shows in what follows
        return;
      case "end":
        this.end = record;
        if (record.bytes > this.bytes) this.isWhole = false;
        this.#parser = undefined; // thousands of reconnects would each keep its buffer
    }
  }

  #read({ at, offset, bytes, line }: Extract<ServerRecord, { kind: "write" }>): void {
    if (offset !== this.bytes) this.isWhole = false;
    this.bytes = offset + bytes.length;
    const eventsBefore = this.written.length;
    this.#write = { at, line, isPlain: !bytes.includes(0) && !(offset === 0 && bytes[0] === BOM) };
    this.#retry = null;
    if (this.isWhole) {
      this.#parser ??= this.#createParser();
      this.#parser.push(bytes);
    }
    this.writes.push({
      at,
      offset,
      length: bytes.length,
      line,
      eventsBefore,
      events: this.written.length - eventsBefore,
      reconnectionTime: this.#retry,
    });
  }

  #createParser(): Parser {
    return createParser(
      {
        dispatch: ({ type, data, lastEventId }) => {
          const number = this.written.length + 1;
          const { at, line, isPlain } = this.#write;
          this.written.push({ number, type, data, lastEventId, writtenAt: at, line, isPlain });
        },
        reconnectionTime: (ms) => {
          this.#retry = ms;
          this.reconnectionTime = ms;
        },
      },
      { lastEventId: headerValue(this.request?.headers ?? [], "Last-Event-ID") ?? "" },
    );
  }
}
