/**
 * A recorded stream and what the parser made of it, step by step: the chunks that fetch read, or the
 * server's writes for EventSource, which shows a page no bytes. It goes on from where it stopped as the
 * run grows.
 */

import type { AttemptView } from "../run/attempt.ts";
import type { Body } from "../run/body.ts";
import { Reading } from "../run/reading.ts";
import { lastTime } from "../run/reconnection-time.ts";
import type { LaneName } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { type ParserState, type ParserStep, Steps } from "./steps.ts";

/** Names a stream of a run; `attempt` counts from 1 within the lane. */
export type StreamName = { readonly lane: LaneName; readonly attempt: number };

/** The streams of which bytes were recorded, the lanes in their order. */
export function recordedStreams({ lanes }: Run): readonly StreamName[] {
  return lanes.flatMap(({ name, attempts }) =>
    attempts
      .filter((one) => (name === "fetch" ? one.reception.bytes : (one.connection?.bytes ?? 0)) > 0)
      .map(({ number }) => ({ lane: name, attempt: number })),
  );
}

export class Parsing {
  readonly run: Run;
  readonly stream: StreamName;
  /** The steps at which an event was dispatched, by their number: see `step`. */
  readonly dispatches: number[] = [];
  readonly lines: number[] = [];
  readonly #attempt: AttemptView;
  readonly #reading: Reading;
  readonly #steps: Steps;
  #chunks = 0; // read
  #counted = 0; // steps
  #isOver = false;

  constructor(run: Run, stream: StreamName, attempt: AttemptView) {
    this.run = run;
    this.stream = stream;
    this.#attempt = attempt;
    const earlier = run.lane(stream.lane).attempts.slice(0, attempt.number - 1);
    const times = earlier.map(({ connection }) => lastTime(connection?.retries ?? []));
    const lastEventId = attempt.connection?.lastEventId ?? "";
    const reconnectionTime = times.findLast((ms) => ms !== null) ?? null;
    this.#steps = new Steps({ lastEventId, reconnectionTime });
    // For fetch the lane keeps only the events: its chunks are read here, when somebody looks.
    const server = stream.lane === "eventsource" ? attempt.connection?.reading : undefined;
    this.#reading = server ?? new Reading(lastEventId);
  }

  /** Tells whether it is of this stream: a browser's repeated request makes it another connection's. */
  isOf(run: Run, { lane, attempt }: StreamName): boolean {
    return (
      this.run === run &&
      this.stream.lane === lane &&
      this.stream.attempt === attempt &&
      (lane === "fetch" ||
        run.lane(lane).attempts[attempt - 1]?.connection?.reading === this.#reading)
    );
  }

  get body(): Body {
    return this.#reading.body;
  }

  get length(): number {
    return this.#steps.all.length;
  }

  /** Whether bytes were recorded with a gap: what is behind it can't be read. */
  get isBroken(): boolean {
    return !this.body.isWhole;
  }

  get isGrowing(): boolean {
    return !this.#isOver;
  }

  /** Whether there was more to read than is kept. */
  get isFull(): boolean {
    return this.#steps.isFull;
  }

  /** Returns step `number`, from 1; none for 0, before which nothing is read. */
  step(number: number): ParserStep | undefined {
    return this.#steps.all[number - 1];
  }

  state(number: number): ParserState {
    return this.step(number)?.state ?? this.#steps.before;
  }

  readBy(number: number): number {
    return this.step(number)?.read ?? 0;
  }

  read(): void {
    const { lane } = this.stream;
    if (lane === "fetch") this.#readChunks();
    this.#steps.take(this.#reading);
    this.#isOver ||= isOver(lane, this.#attempt);
    for (; this.#counted < this.length; this.#counted++) this.#count(this.#counted + 1);
  }

  #readChunks(): void {
    const { body, chunks, ending } = this.#attempt.reception;
    for (; this.#chunks < chunks.length; this.#chunks++) {
      const { at, offset, length } = chunks[this.#chunks] ?? { at: 0, offset: 0, length: 0 };
      this.#reading.push(at, offset, body.slice(offset, offset + length));
    }
    if (ending !== null && this.#reading.goesOn) this.#reading.end(ending.at);
  }

  #count(number: number): void {
    const kind = this.step(number)?.did.kind;
    if (kind !== "chunk-end") this.lines.push(number);
    if (kind === "dispatch") this.dispatches.push(number);
  }
}

/** Returns what a run recorded of a stream, or `null` where it has no such attempt. */
export function parsingOf(run: Run, stream: StreamName): Parsing | null {
  const attempt = run.lane(stream.lane).attempts[stream.attempt - 1];
  return attempt === undefined ? null : new Parsing(run, stream, attempt);
}

function isOver(lane: LaneName, { reception, connection }: AttemptView): boolean {
  return lane === "fetch" ? reception.ending !== null : connection?.end != null;
}
