/**
 * The blocks of one connection as the server wrote them: the lines up to a blank line, in however many
 * writes they left. A comment that is alone in its write, such as a heartbeat, is told apart from the
 * block that follows it.
 */
import { createParser, type Parser } from "../../protocol/event-stream/parser.ts";
import type { WireLine } from "../../protocol/event-stream/wire-line.ts";
import { Unread } from "../run/unread.ts";
import type { WriteRecord } from "./row.ts";

/** A line as it was written. */
export type BlockLine = {
  /** When the write was made that ended it. ms since the run began */
  readonly at: number;
  /** Its line end not included. */
  readonly bytes: Uint8Array;
  readonly wire: WireLine;
};

export class Block {
  /** From 1, within its connection; a comment alone has that of the block to come. */
  readonly number: number;
  /** When its first write was made. ms since the run began */
  readonly at: number;
  /** Of its first byte in the body. */
  readonly start: number;
  bytes = 0;
  writes = 0;
  readonly lines: BlockLine[] = [];
  /** The event that its blank line dispatched: its number within the connection, and its type. */
  event: { number: number; type: string } | null = null;
  /** Whether its blank line was written. */
  isEnded = false;

  constructor(number: number, at: number, start: number) {
    this.number = number;
    this.at = at;
    this.start = start;
  }

  /** Whether nothing but comments was written into it. */
  get isComment(): boolean {
    const kinds = this.lines.map(({ wire }) => wire.kind).filter((kind) => kind !== "block-end");
    return kinds.length > 0 && kinds.every((kind) => kind === "comment");
  }
}

/** What one write did to the blocks. */
export type Written = {
  /** The blocks that it began. */
  readonly began: readonly Block[];
  /** The lines that it ended, each with its block. */
  readonly lines: readonly LineOfBlock[];
  /** The block that it left without its blank line. */
  readonly unended: Block | null;
};

export type LineOfBlock = { readonly line: BlockLine; readonly block: Block };

const TERMINATOR_BYTES = { lf: 1, cr: 1, crlf: 2 };

export class BlockReader {
  /** The block of each event, the first event's first. */
  readonly ofEvents: Block[] = [];
  readonly #parser: Parser = createParser({ line: (line) => this.#line(line) });
  /** What was written behind the last line; its first byte is number `#read` of the body. */
  readonly #unread = new Unread();
  #heard = 0; // bytes
  #read = 0; // bytes
  #at = 0;
  #began: Block[] = [];
  #lines: LineOfBlock[] = [];
  /** The block that the last line was of, and the one that goes on. */
  #last: Block | null = null;
  #open: Block | null = null;
  #ended = 0; // blocks

  /** Takes the next write; `null` where one before it is missing: what follows cannot be read. */
  push({ at, offset, bytes }: WriteRecord): Written | null {
    if (offset !== this.#heard) return null;
    this.#heard += bytes.length;
    this.#unread.append(bytes);
    this.#at = at;
    this.#began = [];
    this.#lines = [];
    this.#parser.push(bytes);
    if (this.#heard > this.#read) this.#current();
    if (this.#open !== null) this.#count(this.#open, this.#heard);
    if (this.#open?.isComment && this.#heard === this.#read) this.#open = null;
    return { began: this.#began, lines: this.#lines, unended: this.#open };
  }

  /** Takes the end of the response: what it left unfinished is told as a line too. */
  end(at: number): readonly LineOfBlock[] {
    this.#at = at;
    this.#lines = [];
    this.#parser.end();
    return this.#lines;
  }

  #line(wire: WireLine): void {
    const isSecondHalf = wire.kind === "line-feed" && this.#open === null;
    const block = isSecondHalf ? (this.#last ?? this.#current()) : this.#current();
    const length = wire.end - this.#read;
    const terminator = "terminator" in wire ? TERMINATOR_BYTES[wire.terminator] : 0;
    const bytes = this.#unread.take(length, length - terminator);
    const line = { at: this.#at, bytes, wire };
    this.#lines.push({ line, block });
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
    block.writes++;
    block.bytes = until - block.start;
  }
}
