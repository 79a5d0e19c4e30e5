/**
 * A body gone through step by step: each line that the parser tells, with all that it holds after it.
 * The states are the parser's own, kept as it tells them; going back is looking up.
 */
import { BufferLimitError, createParser, type Parser } from "./parser.ts";
import type { Buffers, Place, WireLine } from "./wire-line.ts";

/** Steps that are kept; what comes behind them is not read. A step is small: its texts are the parser's. */
export const STEP_LIMIT = 200_000;

/** All that a parser holds between two lines, and how much it has given. */
export interface ParserState extends Buffers {
  /** The last event ID string of the event source. */
  readonly lastEventId: string;
  /** ms; `null` as long as no `retry` has set it. */
  readonly reconnectionTime: number | null;
  /** Events dispatched so far. */
  readonly dispatched: number;
}

/** What the connections before left behind. */
export type Legacy = Pick<ParserState, "lastEventId" | "reconnectionTime">;

/** A chunk ended inside a line: the bytes from `start` to `end` are kept until the next one comes. */
export type ChunkEnd = Place & { kind: "chunk-end" };

/** `read`: how many bytes were taken by then. `state`: as the step left it. */
export type Step = {
  readonly did: WireLine | ChunkEnd;
  readonly read: number;
  readonly state: ParserState;
};

export class Steps {
  /** Before the first step. */
  readonly before: ParserState;
  /** In the order of the body. */
  readonly all: Step[] = [];
  /** Whether there was more than is kept. */
  isFull = false;
  readonly #parser: Parser;
  #received = 0; // bytes
  #told = 0; // bytes: where the last line ended
  #reconnectionTime: number | null;
  #dispatched = 0;

  constructor({ lastEventId, reconnectionTime }: Legacy) {
    this.#reconnectionTime = reconnectionTime;
    this.#parser = createParser(
      {
        dispatch: () => {
          this.#dispatched++;
        },
        reconnectionTime: (ms) => {
          this.#reconnectionTime = ms;
        },
        line: (line, buffers) => this.#take(line, buffers),
      },
      { lastEventId },
    );
    const empty = { dataBuffer: null, eventTypeBuffer: "", lastEventIdBuffer: lastEventId };
    this.before = this.#state(empty);
  }

  push(chunk: Uint8Array): void {
    if (this.isFull) return;
    this.#received += chunk.length;
    try {
      this.#parser.push(chunk);
    } catch (error) {
      if (!(error instanceof BufferLimitError)) throw error;
      this.isFull = true;
    }
    if (this.#told === this.#received) return;
    const { state } = this.all.at(-1) ?? { state: this.before };
    this.#add({ kind: "chunk-end", start: this.#told, end: this.#received }, state);
  }

  /** The body is over: what it left unfinished is a step too. */
  end(): void {
    if (this.isFull) return;
    this.#parser.end();
  }

  #take(line: WireLine, buffers: Buffers): void {
    this.#told = line.end;
    // [spec] Once the end of the file is reached, any pending data must be discarded.
    // The parser tells of it before; the step is over after.
    const { lastEventId } = this.#parser;
    const left =
      line.kind === "unfinished"
        ? { dataBuffer: null, eventTypeBuffer: "", lastEventIdBuffer: lastEventId }
        : buffers;
    this.#add(line, this.#state(left));
  }

  #state({ dataBuffer, eventTypeBuffer, lastEventIdBuffer }: Buffers): ParserState {
    return {
      dataBuffer,
      eventTypeBuffer,
      lastEventIdBuffer,
      lastEventId: this.#parser.lastEventId,
      reconnectionTime: this.#reconnectionTime,
      dispatched: this.#dispatched,
    };
  }

  #add(did: Step["did"], state: ParserState): void {
    // A byte order mark is told with the line behind it, of which chunks may have come before.
    const read = Math.max(did.end, this.all.at(-1)?.read ?? 0);
    if (this.all.length === STEP_LIMIT) this.isFull = true;
    else this.all.push({ did, read, state });
  }
}
