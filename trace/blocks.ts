/**
 * The blocks of one connection as the server wrote them: the lines up to a blank line, in however many
 * writes they left. A comment that stands alone in its write, such as a heartbeat, is told apart from
 * the block that follows it.
 */
import { createParser, type Parser, type WireLine } from "../protocol/event-stream/parser.ts";
import type { ServerRecord } from "./records.ts";

type WriteRecord = Extract<ServerRecord, { kind: "write" }>;

/** A line, and when the write was made that ended it; ms since the run began. */
export type BlockLine = WireLine & { readonly at: number };

export class Block {
  /** From 1, within its connection; that of a comment alone is the next block's. */
  readonly number: number;
  /** When its first write was made. ms since the run began */
  readonly at: number;
  /** Of its first byte in the body. */
  readonly offset: number;
  bytes = 0;
  writes = 0;
  readonly lines: BlockLine[] = [];
  /** The event that its blank line dispatches: its number within the connection, and its type. */
  event: { number: number; type: string } | null = null;
  /** What its last `retry` field set. ms */
  reconnectionTime: number | null = null;
  /** Whether its blank line was written. */
  isEnded = false;

  constructor(number: number, at: number, offset: number) {
    this.number = number;
    this.at = at;
    this.offset = offset;
  }

  get isComment(): boolean {
    return this.lines.length > 0 && this.lines.every(({ effect }) => effect === "comment");
  }
}

/** What one write did to the blocks. */
export type Written = {
  /** The blocks that it began. */
  readonly began: readonly Block[];
  /** The lines that it ended, each with its block. */
  readonly lines: readonly { readonly line: BlockLine; readonly block: Block }[];
  /** The block that it left without its blank line. */
  readonly unended: Block | null;
};

const LF = 0x0a;
const CR = 0x0d;

export class BlockReader {
  /** The block of each event, the first event's first. */
  readonly ofEvents: Block[] = [];
  readonly #parser: Parser;
  #began: Block[] = [];
  #lines: { line: BlockLine; block: Block }[] = [];
  #open: Block | null = null;
  #at = 0;
  #ended = 0; // blocks
  #read = 0; // bytes, up to the end of the last line
  #heard = 0; // bytes
  #endsInCr = false;

  constructor() {
    this.#parser = createParser({
      line: (line) => this.#line(line),
      dispatch: ({ type }) => {
        const block = this.#current();
        this.ofEvents.push(block);
        block.event = { number: this.ofEvents.length, type };
      },
      reconnectionTime: (ms) => {
        this.#current().reconnectionTime = ms;
      },
    });
  }

  /** Takes the next write; `null` where one before it is missing: what follows cannot be read. */
  push({ at, offset, bytes }: WriteRecord): Written | null {
    if (offset !== this.#heard) return null;
    this.#at = at;
    this.#began = [];
    this.#lines = [];
    this.#heard += bytes.length;
    // The other half of a CRLF that was cut: the line had ended before it.
    if (this.#endsInCr && bytes[0] === LF) this.#read++;
    this.#endsInCr = bytes.at(-1) === CR;
    this.#parser.push(bytes);
    if (this.#heard > this.#read) this.#current();
    const unended = this.#open;
    if (unended !== null) this.#count(unended, this.#heard);
    if (unended?.isComment && this.#read === this.#heard) this.#open = null;
    return { began: this.#began, lines: this.#lines, unended: this.#open };
  }

  #line(line: WireLine): void {
    const block = this.#current();
    const ended = { ...line, at: this.#at };
    block.lines.push(ended);
    this.#lines.push({ line: ended, block });
    this.#read = line.end;
    if (line.effect !== "dispatch" && line.effect !== "block-end") return;
    block.isEnded = true;
    this.#count(block, line.end);
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
    block.bytes = until - block.offset;
  }
}
