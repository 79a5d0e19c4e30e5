/**
 * One connection as the server told it over the tap: what was asked, what it wrote and when, how it
 * ended, and the events that a parser by the standard dispatches out of the bytes written.
 */

import type { PlayNote } from "../../protocol/script/action.ts";
import { headerValue } from "./head.ts";
import { type Line, type PieceRead, Reading } from "./reading.ts";
import { type Retry, withRetry } from "./reconnection-time.ts";
import type { EndReason, ServerRecord } from "./records.ts";
import { countUntil } from "./search.ts";

type Request = Extract<ServerRecord, { kind: "request" }>;
type Pressed = Extract<ServerRecord, { kind: "fault" }>;
type ResponseHead = Extract<ServerRecord, { kind: "head" }>;

export type WrittenEvent = {
  readonly number: number; // from 1, within its connection
  readonly type: string;
  readonly data: string;
  readonly lastEventId: string;
  /** When the write was made that held its blank line. ms since the run began */
  readonly writtenAt: number;
  /** The script line where that write began; 0 for what no line asked for. */
  readonly line: number;
  /** `false` where browsers were seen to leave it out: its block held a NUL, or its write a byte order mark at the start of the body. */
  readonly isPlain: boolean;
  readonly hasNulInId: boolean;
};

export type Write = {
  readonly at: number; // ms since the run began
  readonly offset: number; // where its first byte stands in the body
  readonly length: number; // bytes
  readonly line: number;
  /** How many events were complete before it, and how many more its own bytes completed. */
  readonly eventsBefore: number;
  readonly events: number;
  readonly reconnectionTime: number | null; // ms, by a `retry` field in it
  /** What was read in it; `null` where a write before it was not kept. */
  readonly read: PieceRead | null;
};

const BOM = 0xef; // the first byte of a byte order mark

export class Connection {
  readonly beganAt: number; // its first record's time, ms since the run began
  readonly attempt: number; // the server's number for it, within its lane; from 1
  request: Request | null = null;
  head: ResponseHead | null = null;
  end: { at: number; reason: EndReason; bytes: number; writes: number } | null = null;
  /** Bytes that left compressed, as they passed the target proxy; 0 where they left as they are. */
  packed = 0;
  bytes = 0;
  /** `false` once a write was not kept: what followed it cannot be read. */
  isWhole = true;
  readonly writes: Write[] = [];
  readonly written: WrittenEvent[] = [];
  readonly notes: { at: number; note: PlayNote }[] = [];
  readonly faults: Pressed[] = [];
  /** The `retry` fields that it wrote, as far as they may count. */
  retries: readonly Retry[] = [];
  /** What is read in its body: its lines and blocks. */
  #reading: Reading | null = null;
  /** The lines that the end of the response told: what was left unfinished. */
  unfinished: readonly Line[] = [];

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
        this.#write(record);
        return;
      case "note":
        this.notes.push({ at: record.at, note: record.note });
        return;
      case "packed":
        this.packed += record.length;
        return;
      case "unreadable":
        this.isWhole = false;
        return;
      case "model":
        return;
      case "fault":
        this.faults.push(record); // what it does shows in what follows
        return;
      case "end":
        this.end = record;
        if (record.bytes > this.bytes) this.isWhole = false;
        this.unfinished = this.#reading?.end(record.at) ?? [];
    }
  }

  /** Everything that is read in its body, which whoever asks for lines, blocks or events shares. */
  get reading(): Reading {
    this.#reading ??= new Reading(this.lastEventId);
    return this.#reading;
  }

  /** The last event ID that the request sent, which its first events inherit; "" for none. */
  get lastEventId(): string {
    return headerValue(this.request?.headers ?? [], "Last-Event-ID") ?? "";
  }

  writeAt(offset: number): Write | undefined {
    return this.writes[countUntil(this.writes, offset, (write) => write.offset) - 1];
  }

  #write({ at, offset, bytes, line }: Extract<ServerRecord, { kind: "write" }>): void {
    const read = this.reading.push(at, offset, bytes);
    if (read === null) this.isWhole = false;
    this.bytes = offset + bytes.length;
    const eventsBefore = this.written.length;
    const isMarked = offset === 0 && bytes[0] === BOM;
    const hasNul = bytes.includes(0);
    let reconnectionTime: number | null = null;
    for (const { wire, block } of read?.lines ?? []) {
      if (wire.kind === "dispatch") {
        const { type, data, lastEventId } = wire.event;
        const number = this.written.length + 1;
        // Only a block that began before can hold a NUL that this write does not.
        const lines = hasNul || block.start < offset ? block.lines : [];
        const isPlain = !isMarked && !lines.some((one) => one.bytes.includes(0));
        const hasNulInId = lines.some((one) => one.wire.kind === "id-ignored");
        const event = { number, type, data, lastEventId, writtenAt: at, line };
        this.written.push({ ...event, isPlain, hasNulInId });
      }
      if (wire.kind !== "retry") continue;
      if (wire.ms !== null) reconnectionTime = wire.ms;
      if (wire.ms !== null || wire.value === "") this.retries = withRetry(this.retries, wire.ms);
    }
    this.writes.push({
      at,
      offset,
      length: bytes.length,
      line,
      eventsBefore,
      events: this.written.length - eventsBefore,
      reconnectionTime,
      read,
    });
  }
}

/** Tells whether the server cut the connection, so that the response has no proper end. */
export function isCut(reason: EndReason): boolean {
  if (reason.why === "fault") {
    return reason.fault.kind === "drop" || reason.fault.kind === "close-door";
  }
  return reason.why === "drop" || reason.why === "unread" || reason.why === "target-cut";
}
