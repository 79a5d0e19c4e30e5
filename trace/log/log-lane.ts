/** Says what the rows of one lane's records stand for. Whether each is shown or folded is not known here. */
import { INSTANT, ORDER } from "../run/noise.ts";
import type { Block, Line } from "../run/reading.ts";
import type { BrowserRecord, LaneName, ServerRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import type { ChunkRecord, Depth, Dispatch, Instant, Subject, WriteRecord } from "./row.ts";
import { MOST_BEHIND } from "./utf8.ts";

/** What a new row stands for, and when that was; ms since the run began. */
export type LogEntry = { readonly at: number; readonly subject: Subject };

const NOTHING = new Uint8Array(0);

export class LogLane {
  readonly name: LaneName;
  readonly #run: Run;
  readonly #depth: Depth;
  /** The dispatches of the last row, which the next one may belong to. */
  #instant: Instant | null = null;
  /** What the stream asked for last, as fetch's parser met it. ms */
  #reconnectionTime: number | null = null;
  /** Kinds of lines of which it was said that EventSource keeps them to itself. */
  readonly #untold = new Set<string>();
  /** Whether it was said that EventSource shows no bytes. */
  #isUnseen = false;

  constructor(name: LaneName, run: Run, depth: Depth) {
    this.name = name;
    this.#run = run;
    this.#depth = depth;
  }

  take(record: ServerRecord | BrowserRecord): readonly LogEntry[] {
    if (record.side === "browser") return this.#see(record);
    if (record.kind === "write") return this.#write(record);
    if (record.kind === "end") return this.#end(record);
    if (record.kind === "packed" && this.#depth !== "bytes") return [];
    const isAsked = this.#run.setup.watched === undefined || this.#run.lane(this.name).isAsked;
    const isEcho =
      record.kind === "request" && isAsked && this.#depth !== "lines" && this.#wasAsked(record);
    return isEcho ? [] : [plain(record)];
  }

  /** The blocks that these events were on the wire; none where that is not known. */
  blocksOf(dispatches: Instant): readonly Block[] {
    const [first] = dispatches;
    const attempt = this.#run.lane(this.name).attemptOf(first);
    const index = attempt?.arrivalOf(first) ?? null;
    if (attempt === undefined || index === null || attempt.connection === null) return [];
    const blocks = attempt.connection.reading.ofEvents;
    return dispatches
      .map((_, after) => blocks[(attempt.writtenFor(index + after)?.number ?? 0) - 1])
      .filter((block) => block !== undefined);
  }

  #see(record: BrowserRecord): readonly LogEntry[] {
    switch (record.kind) {
      case "dispatch":
        return this.#dispatch(record);
      case "chunk":
        if (this.#depth === "bytes") return [this.#bytes(record, [])];
        return this.#depth === "story" ? [] : [plain(record)];
      case "open": {
        this.#instant = null;
        const isUnseen = this.#depth === "bytes" && !this.#isUnseen;
        this.#isUnseen = true;
        const unseen: LogEntry = { at: record.at, subject: { kind: "unseen" } };
        return isUnseen ? [plain(record), unseen] : [plain(record)];
      }
      case "reconnection-time": {
        if (this.#depth === "bytes") return [];
        const isNews = record.ms !== this.#reconnectionTime;
        this.#reconnectionTime = record.ms;
        return isNews || this.#depth === "lines" ? [plain(record)] : [];
      }
      case "size": // the response has no body
        return record.decoded === 0 ? [] : [plain(record)];
      default:
        this.#instant = null;
        return [plain(record)];
    }
  }

  #dispatch(record: Dispatch): readonly LogEntry[] {
    if (this.#depth === "bytes") return [];
    if (this.#instant !== null && this.#depth === "story" && isOf(this.#instant, record)) {
      this.#instant.push(record);
      return [];
    }
    this.#instant = [record];
    return [{ at: record.at, subject: { kind: "dispatches", dispatches: this.#instant } }];
  }

  #write(write: WriteRecord): readonly LogEntry[] {
    const read = this.#run.connectionOf(write)?.writeAt(write.offset)?.read ?? null;
    if (this.#depth === "bytes") return [this.#bytes(write, read?.lines ?? [])];
    if (read === null) return [plain(write)];
    const { began, lines, unended } = read;
    if (this.#depth === "story") {
      return began.map((block) => ({ at: block.at, subject: { kind: "block", block, write } }));
    }
    const told = lines.map((line) => this.#line(line));
    if (unended !== null) {
      told.push({ at: write.at, subject: { kind: "piece", write, block: unended } });
    }
    return told;
  }

  /** Returns what the parser was left with when the response ended has no effect, and is a line all the same. */
  #end(end: Extract<ServerRecord, { kind: "end" }>): readonly LogEntry[] {
    if (this.#depth !== "lines") return [plain(end)];
    const lines = this.#run.connectionOf(end)?.unfinished ?? [];
    return [...lines.map((line) => this.#line(line)), plain(end)];
  }

  #bytes(record: WriteRecord | ChunkRecord, lines: readonly Line[]): LogEntry {
    const body =
      record.kind === "write"
        ? this.#run.connectionOf(record)?.reading.body
        : this.#run.lane(this.name).attemptOf(record)?.reception.body;
    const { offset } = record;
    const before = body?.slice(Math.max(0, offset - MOST_BEHIND), offset) ?? NOTHING;
    return { at: record.at, subject: { kind: "bytes", record, before, lines } };
  }

  #line(line: Line): LogEntry {
    return { at: line.at, subject: { kind: "line", line, untold: this.#isUntold(line) } };
  }

  #isUntold({ wire: { kind } }: Line): boolean {
    if (this.name !== "eventsource" || (kind !== "comment" && kind !== "retry")) return false;
    const isFirst = !this.#untold.has(kind);
    this.#untold.add(kind);
    return isFirst;
  }

  /** Tells whether the page told of this request already: it is the first one, and the server heard it once. */
  #wasAsked(request: Extract<ServerRecord, { kind: "request" }>): boolean {
    if (request.method === "OPTIONS") return false;
    const connection = this.#run.connectionOf(request);
    if (connection === undefined) return false;
    const attempt = this.#run.lane(this.name).attemptOn(connection);
    return attempt?.connections[0] === connection && !attempt.reception.follows;
  }
}

/** Tells whether an event came in the same instant as those: right after the last one, and soon after the first. */
function isOf(instant: Instant, { at }: Dispatch): boolean {
  const last = instant.at(-1) ?? instant[0];
  return at - last.at <= ORDER && at - instant[0].at <= INSTANT;
}

function plain(record: ServerRecord | BrowserRecord): LogEntry {
  return { at: record.at, subject: { kind: "record", record } };
}
