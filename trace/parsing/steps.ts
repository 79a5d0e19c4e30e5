/**
 * A body gone through step by step: each line that the parser told, with all that it held after it.
 * Going back is looking up.
 */
import type { Buffers, ByteSpan, WireLine } from "../../protocol/event-stream/wire-line.ts";
import type { Reading } from "../run/reading.ts";

/** Steps that are kept; what comes behind them is left out. A step is small: its texts are the parser's. */
const STEP_LIMIT = 200_000;

/** All that a parser holds between two lines, and how much it has given. */
export interface ParserState extends Buffers {
  readonly lastEventId: string;
  readonly reconnectionTime: number | null; // ms; `null` before any `retry`
  readonly dispatched: number;
}

/** What the connections before left behind. */
export type Legacy = Pick<ParserState, "lastEventId" | "reconnectionTime">;

/** A chunk ended inside a line: the bytes from `start` to `end` are kept until the next one comes. */
type ChunkEnd = ByteSpan & { kind: "chunk-end" };

/** `read`: how many bytes were taken by then. `state`: as the step left it. */
export type ParserStep = {
  readonly did: WireLine | ChunkEnd;
  readonly read: number;
  readonly state: ParserState;
};

export class Steps {
  readonly before: ParserState;
  readonly all: ParserStep[] = [];
  /** Whether there was more than is kept. */
  isFull = false;
  #lines = 0; // taken of the reading's
  #pieces = 0; // likewise
  #told = 0; // bytes: where the last line ended

  constructor({ lastEventId, reconnectionTime }: Legacy) {
    const empty = { dataBuffer: null, eventTypeBuffer: "", lastEventIdBuffer: lastEventId };
    this.before = { ...empty, lastEventId, reconnectionTime, dispatched: 0 };
  }

  take({ lines, body }: Reading): void {
    for (; this.#pieces < body.pieces.length; this.#pieces++) {
      const end = body.pieces[this.#pieces + 1]?.start ?? body.length;
      for (let line = lines[this.#lines]; line; line = lines[this.#lines]) {
        if (line.wire.end > end || line.wire.kind === "unfinished") break;
        this.#line(line.wire, line.buffers);
      }
      if (this.#told === end) continue;
      this.#add({ kind: "chunk-end", start: this.#told, end }, this.#state);
    }
    const line = lines[this.#lines];
    if (line?.wire.kind === "unfinished") this.#line(line.wire, line.buffers);
  }

  get #state(): ParserState {
    return this.all.at(-1)?.state ?? this.before;
  }

  #line(wire: WireLine, buffers: Buffers): void {
    this.#lines++;
    this.#told = wire.end;
    this.#add(wire, stateAfter(wire, buffers, this.#state));
  }

  #add(did: ParserStep["did"], state: ParserState): void {
    // A byte order mark is told with the line behind it, of which chunks may have come before.
    const read = Math.max(did.end, this.all.at(-1)?.read ?? 0);
    if (this.all.length === STEP_LIMIT) this.isFull = true;
    else this.all.push({ did, read, state });
  }
}

function stateAfter(wire: WireLine, buffers: Buffers, before: ParserState): ParserState {
  const { lastEventId, reconnectionTime, dispatched } = before;
  switch (wire.kind) {
    case "dispatch":
    case "block-end": // [spec] Set the last event ID string of the event source to the value of the last event ID buffer.
      return {
        ...buffers,
        lastEventId: buffers.lastEventIdBuffer,
        reconnectionTime,
        dispatched: dispatched + (wire.kind === "dispatch" ? 1 : 0),
      };
    case "retry":
      return { ...before, ...buffers, reconnectionTime: wire.ms ?? reconnectionTime };
    case "unfinished": // [spec] Once the end of the file is reached, any pending data must be discarded.
      return { ...before, dataBuffer: null, eventTypeBuffer: "", lastEventIdBuffer: lastEventId };
    default:
      return { ...before, ...buffers };
  }
}
