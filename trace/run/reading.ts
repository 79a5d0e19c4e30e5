/**
 * One reading of one body, shared by whoever asks for its lines, its blocks or its events: the verdict, the
 * log, the parser step by step. A body is parsed here and nowhere else, while it grows.
 */
import { BufferLimitError, createParser, type Parser } from "../../protocol/event-stream/parser.ts";
import type { Buffers, WireLine } from "../../protocol/event-stream/wire-line.ts";
import { Body } from "./body.ts";

const TERMINATOR_BYTES = { lf: 1, cr: 1, crlf: 2 };

/** A line of the body, and what it left the parser with. */
export class Line {
  /** When the piece came that ended it. ms since the run began */
  readonly at: number;
  readonly wire: WireLine;
  readonly block: Block;
  /** What the parser's buffers hold behind it. */
  readonly buffers: Buffers;
  readonly #body: Body;

  constructor(at: number, wire: WireLine, block: Block, buffers: Buffers, body: Body) {
    this.at = at;
    this.wire = wire;
    this.block = block;
    this.buffers = buffers;
    this.#body = body;
  }

  get bytes(): Uint8Array {
    const terminator = "terminator" in this.wire ? TERMINATOR_BYTES[this.wire.terminator] : 0;
    return this.#body.slice(this.wire.start, this.wire.end - terminator);
  }
}

/**
 * The lines up to a blank line, in however many pieces they came. A comment that is alone in its piece, such
 * as a heartbeat, is told apart from the block that follows it.
 */
export class Block {
  /** Counts from 1 within its body; a comment alone has the number of the block to come. */
  readonly number: number;
  /** When its first piece came. ms since the run began */
  readonly at: number;
  /** Where its first byte stands in the body. */
  readonly start: number;
  bytes = 0;
  pieces = 0;
  readonly lines: Line[] = [];
  /** The event that its blank line dispatched: its number within the body, and its type. */
  event: { number: number; type: string } | null = null;
  isEnded = false;

  constructor(number: number, at: number, start: number) {
    this.number = number;
    this.at = at;
    this.start = start;
  }

  get isComment(): boolean {
    const kinds = this.lines.map(({ wire }) => wire.kind).filter((kind) => kind !== "block-end");
    return kinds.length > 0 && kinds.every((kind) => kind === "comment");
  }
}

/** What one piece brought: the first of its lines and of the blocks that it began, and the block that it left open. */
export type PieceRead = {
  readonly lines: readonly Line[];
  readonly began: readonly Block[];
  readonly unended: Block | null;
};

export class Reading {
  readonly body = new Body();
  readonly lines: Line[] = [];
  /** The block that dispatched each event, the first event's first. */
  readonly ofEvents: Block[] = [];
  #parser: Parser | null;
  #read = 0; // bytes: where the last line ended
  #at = 0;
  #began: Block[] = [];
  /** The block that the last line was of, and the one that goes on. */
  #last: Block | null = null;
  #open: Block | null = null;
  #ended = 0; // blocks

  /** @param lastEventId what the request said, which the stream goes on from */
  constructor(lastEventId: string) {
    this.#parser = createParser(
      { line: (wire, buffers) => this.#line(wire, buffers) },
      { lastEventId },
    );
  }

  /** Whether more can still be read: no piece is missing, and the body is not over. */
  get goesOn(): boolean {
    return this.body.isWhole && this.#parser !== null;
  }

  /** Takes the next piece; `null` where it cannot be read, as one before it is missing. */
  push(at: number, offset: number, bytes: Uint8Array): PieceRead | null {
    this.body.append(offset, bytes);
    if (!this.body.isWhole || this.#parser === null) return null;
    this.#at = at;
    this.#began = [];
    const before = this.lines.length;
    try {
      this.#parser.push(bytes);
    } catch (error) {
      if (!(error instanceof BufferLimitError)) throw error;
      this.#parser = null;
      return null;
    }
    const heard = this.body.length;
    if (heard > this.#read) this.#current();
    if (this.#open !== null) this.#count(this.#open, heard);
    if (this.#open?.isComment && heard === this.#read) this.#open = null;
    return { lines: this.lines.slice(before), began: this.#began, unended: this.#open };
  }

  /** The body is over: what it left unfinished is a line too. The parser's buffers are let go. */
  end(at: number): readonly Line[] {
    this.#at = at;
    const before = this.lines.length;
    if (this.goesOn) this.#parser?.end();
    this.#parser = null;
    return this.lines.slice(before);
  }

  #line(wire: WireLine, buffers: Buffers): void {
    const isSecondHalf = wire.kind === "line-feed" && this.#open === null;
    const block = isSecondHalf ? (this.#last ?? this.#current()) : this.#current();
    const { dataBuffer, eventTypeBuffer, lastEventIdBuffer } = buffers;
    const kept = { dataBuffer, eventTypeBuffer, lastEventIdBuffer };
    const line = new Line(this.#at, wire, block, kept, this.body);
    this.lines.push(line);
    this.#read = wire.end;
    this.#last = block;
    if (isSecondHalf) return;
    block.lines.push(line);
    if (wire.kind === "dispatch") {
      this.ofEvents.push(block);
      block.event = { number: this.ofEvents.length, type: wire.event.type };
    }
    if (wire.kind !== "dispatch" && wire.kind !== "block-end") return;
    block.isEnded = true;
    this.#count(block, wire.end);
    this.#ended++;
    this.#open = null;
  }

  #current(): Block {
    if (this.#open === null) {
      this.#open = new Block(this.#ended + 1, this.#at, this.#read);
      this.#began.push(this.#open);
    }
    return this.#open;
  }

  #count(block: Block, until: number): void {
    block.pieces++;
    block.bytes = until - block.start;
  }
}
