/**
 * A recorded stream and what the parser made of it, step by step: the chunks that fetch read, or the
 * server's writes for EventSource, which shows a page no bytes. It goes on from where it stopped as the
 * run grows.
 */
import { type ParserState, type Step, Steps } from "../../protocol/event-stream/steps.ts";
import type { AttemptView } from "../run/attempt.ts";
import { Body } from "../run/body.ts";
import type { Connection } from "../run/connection.ts";
import { headerValue } from "../run/head.ts";
import type { LaneName, TraceRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";

/** Which stream of a run. `attempt`: from 1, within the lane. */
export type StreamName = { readonly lane: LaneName; readonly attempt: number };

/** The streams of which bytes were recorded, the lanes in their order. */
export function recordedStreams({ lanes }: Run): readonly StreamName[] {
  return lanes.flatMap(({ name, attempts }) =>
    attempts
      .filter((attempt) => recordedBytes(name, attempt) > 0)
      .map(({ number }) => ({ lane: name, attempt: number })),
  );
}

export class Parsing {
  readonly run: Run;
  readonly stream: StreamName;
  readonly body = new Body();
  /** The steps at which an event was dispatched, by their number: see `step`. */
  readonly dispatches: number[] = [];
  /** The steps that told of a line. */
  readonly lines: number[] = [];
  /** Whether bytes were recorded with a gap: what is behind it can't be read. */
  isBroken = false;
  readonly #attempt: AttemptView;
  readonly #connection: Connection | null;
  readonly #steps: Steps;
  #records = 0; // read
  #counted = 0; // steps
  #isOver = false;

  constructor(run: Run, stream: StreamName, attempt: AttemptView) {
    this.run = run;
    this.stream = stream;
    this.#attempt = attempt;
    this.#connection = attempt.connection;
    const earlier = run.lane(stream.lane).attempts.slice(0, attempt.number - 1);
    const times = earlier.map(({ connection }) => connection?.reconnectionTime ?? null);
    const request = attempt.connection?.request?.headers ?? [];
    this.#steps = new Steps({
      lastEventId: headerValue(request, "Last-Event-ID") ?? "",
      reconnectionTime: times.findLast((ms) => ms !== null) ?? null,
    });
  }

  /** Whether it is of this stream: a browser's repeated request makes it another connection's. */
  isOf(run: Run, { lane, attempt }: StreamName): boolean {
    return (
      this.run === run &&
      this.stream.lane === lane &&
      this.stream.attempt === attempt &&
      (lane === "fetch" || run.lane(lane).attempts[attempt - 1]?.connection === this.#connection)
    );
  }

  /** How many steps there are. */
  get length(): number {
    return this.#steps.all.length;
  }

  /** Whether more is to come. */
  get isGrowing(): boolean {
    return !this.#isOver;
  }

  /** Whether there was more to read than is kept. */
  get isFull(): boolean {
    return this.#steps.isFull;
  }

  /** Step `number`, from 1; none for 0, before which nothing is read. */
  step(number: number): Step | undefined {
    return this.#steps.all[number - 1];
  }

  /** What the parser held after step `number`. */
  state(number: number): ParserState {
    return this.step(number)?.state ?? this.#steps.before;
  }

  /** How many bytes were read by the end of step `number`. */
  readBy(number: number): number {
    return this.step(number)?.read ?? 0;
  }

  /** Takes the records that have come since. */
  read(): void {
    const { records } = this.run;
    for (; this.#records < records.length; this.#records++) {
      const record = records[this.#records];
      if (record !== undefined) this.#take(record);
    }
    if (!this.#isOver && isOver(this.stream.lane, this.#attempt)) {
      this.#isOver = true;
      if (!this.isBroken) this.#steps.end();
    }
    for (; this.#counted < this.length; this.#counted++) this.#count(this.#counted + 1);
  }

  #take(record: TraceRecord): void {
    if (!this.#isOurs(record) || this.isBroken) return;
    if (record.offset !== this.body.length) {
      this.isBroken = true;
      return;
    }
    this.body.append(record.bytes);
    this.#steps.push(record.bytes);
  }

  #isOurs(record: TraceRecord): record is Extract<TraceRecord, { kind: "chunk" | "write" }> {
    const { lane } = this.stream;
    if (lane === "fetch") {
      return (
        record.side === "browser" &&
        record.kind === "chunk" &&
        this.run.lane(lane).attemptOf(record) === this.#attempt
      );
    }
    return (
      record.side === "server" &&
      record.kind === "write" &&
      this.run.connectionOf(record) === this.#connection
    );
  }

  #count(number: number): void {
    const kind = this.step(number)?.did.kind;
    if (kind !== "chunk-end") this.lines.push(number);
    if (kind === "dispatch") this.dispatches.push(number);
  }
}

/** What a run recorded of a stream, or `null` where it has no such attempt. */
export function parsingOf(run: Run, stream: StreamName): Parsing | null {
  const attempt = run.lane(stream.lane).attempts[stream.attempt - 1];
  return attempt === undefined ? null : new Parsing(run, stream, attempt);
}

function recordedBytes(lane: LaneName, { reception, connection }: AttemptView): number {
  return lane === "fetch" ? reception.bytes : (connection?.bytes ?? 0);
}

function isOver(lane: LaneName, { reception, connection }: AttemptView): boolean {
  return lane === "fetch" ? reception.ending !== null : connection?.end != null;
}
