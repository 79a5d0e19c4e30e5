/**
 * Push parser for text/event-stream: bytes in, lines and events out. No I/O, no clock, no DOM.
 * Here bytes become whole lines, however they come; interpreter.ts knows what a line means.
 * Follows HTML, "Parsing an event stream":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
import { type DispatchedEvent, Interpreter } from "./interpreter.ts";
import { Teller } from "./teller.ts";
import { ROOM, UnfinishedLine } from "./unfinished-line.ts";
import type { Buffers, WireLine } from "./wire-line.ts";

export type { DispatchedEvent };

const LF = 0x0a;
const CR = 0x0d;

export interface ParserHandlers {
  dispatch?(event: DispatchedEvent): void;
  /** A `retry` field set the reconnection time: whole ms, finite, and maybe far above what a timer can do. */
  reconnectionTime?(ms: number): void;
  /** Hears of every line, ignored ones too, after it took effect. Costs nothing where it is left out. */
  line?(line: WireLine, buffers: Buffers): void;
}

export interface ParserOptions {
  /** What the connection before left in `lastEventId`; "" for a first one. */
  lastEventId?: string;
  maxBuffered?: number; // MAX_BUFFERED by default
}

export interface Parser {
  /**
   * Takes the next bytes, cut anywhere; they may be reused afterwards. What it throws (a
   * BufferLimitError, or what a handler threw) it throws again at every further push, for it has
   * lost its place.
   */
  push(chunk: Uint8Array): void;
  /** The body is over: what has no blank line behind it is discarded. */
  end(): void;
  /** The last event ID string: what to send as Last-Event-ID when reconnecting, "" for nothing. */
  readonly lastEventId: string;
}

/**
 * What a parser keeps from one push to the next is at most so much: the bytes of a line without its
 * end and the characters in the buffers of a block without its blank line.
 */
const MAX_BUFFERED = 64 * 1024 * 1024;

/** More is to be kept than `maxBuffered`. All that was kept is let go. */
export class BufferLimitError extends Error {
  override readonly name = "BufferLimitError";
  readonly maxBuffered: number;

  constructor(maxBuffered: number, received: number) {
    super(
      `byte ${received} of the body: a block without its blank line outgrew ${maxBuffered} bytes; ` +
        "send smaller events, or read them with a larger `maxBuffered`",
    );
    this.maxBuffered = maxBuffered;
  }
}

/**
 * Makes a parser for one response body; a reconnect makes a new one and hands `lastEventId` on, which is then the
 * last event ID of events without an `id`, too. Browsers do so; by the standard's wording the buffer of a new
 * connection is empty.
 */
export function createParser(on: ParserHandlers, options: ParserOptions = {}): Parser {
  const { lastEventId = "", maxBuffered = MAX_BUFFERED } = options;
  const teller = on.line ? new Teller(on, lastEventId) : null;
  const interpreter = teller ?? new Interpreter(on, lastEventId);
  const unfinished = new UnfinishedLine();
  // Not with `stream: true`: whole lines are decoded, and no line end lies inside a character.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let atStart = true; // no byte of the body has come: a byte order mark is skipped
  let afterCr = false; // the last chunk ended in a CR: an LF next belongs to it
  let afresh = false; // none of this matters to the next chunk, and no line is unfinished
  let received = 0; // bytes
  let failure: (() => unknown) | null = null; // what a further push throws

  function read(chunk: Uint8Array): void {
    received += chunk.length;
    if (afresh && chunk[chunk.length - 1] === LF) {
      lines(chunk); // whole lines, as most chunks are
      checkLimit(0);
    } else if (chunk.length > 0) {
      readPieces(chunk);
      afresh = unfinished.length === 0 && !afterCr;
    }
  }

  /** Reads the end of a line that began in an earlier chunk, whole lines, and the beginning of another. */
  function readPieces(chunk: Uint8Array): void {
    let from = 0;
    if (afterCr) {
      afterCr = false;
      if (chunk[0] === LF) {
        from = 1;
        teller?.lineFeed();
      }
    }
    const end = endOfLastLine(chunk, from);
    if (end > from) {
      afterCr = end === chunk.length && chunk[end - 1] === CR;
      if (unfinished.length > 0) {
        // A second decoding costs more than to copy a short chunk, and less than to copy a long one.
        const short = unfinished.length + end - from <= ROOM;
        const joined = short ? end : endOfFirstLine(chunk, from);
        unfinished.append(chunk, from, joined);
        lines(unfinished.take());
        from = joined;
      }
      if (end > from) lines(chunk.subarray(from, end));
    }
    checkLimit(unfinished.length + chunk.length - end);
    unfinished.append(chunk, end, chunk.length);
  }

  function checkLimit(bytes: number): void {
    if (bytes + interpreter.buffered > maxBuffered) {
      throw new BufferLimitError(maxBuffered, received);
    }
  }

  function lines(bytes: Uint8Array): void {
    const whole = atStart ? withoutByteOrderMark(bytes) : bytes;
    // A line end alone, as it comes byte by byte, is quicker without the decoder.
    const text = whole.length === 1 ? String.fromCharCode(whole[0] ?? LF) : decoder.decode(whole);
    interpreter.lines(text, whole);
  }

  /** [spec] One leading U+FEFF BYTE ORDER MARK character must be ignored if any are present. */
  function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
    atStart = false;
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (!marked) return bytes;
    teller?.byteOrderMark();
    return bytes.subarray(3);
  }

  function discard(): void {
    unfinished.take();
    interpreter.discard();
  }

  return {
    push(chunk) {
      if (failure !== null) throw failure();
      try {
        read(chunk);
      } catch (error) {
        failure = () => error;
        discard();
        throw error;
      }
    },
    end() {
      if (failure !== null) return;
      failure = () => new Error("push after end: a parser reads one body; make another one");
      if (teller !== null) {
        const rest = unfinished.take();
        const line = atStart ? withoutByteOrderMark(rest) : rest;
        teller.end(decoder.decode(line), line.length);
      }
      discard();
    },
    get lastEventId() {
      return interpreter.lastEventId;
    },
  };
}

/** Returns where the first line's end is over. There is one. */
function endOfFirstLine(chunk: Uint8Array, from: number): number {
  let at = from;
  while (chunk[at] !== LF && chunk[at] !== CR) at++;
  return chunk[at] === CR && chunk[at + 1] === LF ? at + 2 : at + 1;
}

/** Returns where the last line's end is over; `from` when no line ends in this chunk. */
function endOfLastLine(chunk: Uint8Array, from: number): number {
  let end = chunk.length;
  while (end > from && chunk[end - 1] !== LF && chunk[end - 1] !== CR) end--;
  return end;
}
