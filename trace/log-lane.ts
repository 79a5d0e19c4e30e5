/** What the rows of one lane's records stand for. Whether they are shown one by one is not known here. */
import type { BlockLine, BlockReader } from "./blocks.ts";
import type { Connection } from "./connection.ts";
import { INSTANT, ORDER } from "./noise.ts";
import type { BrowserRecord, LaneName, ServerRecord } from "./records.ts";
import type { Depth, Dispatch, Subject, WriteRecord } from "./row.ts";
import type { Run } from "./run.ts";
import { countUntil } from "./search.ts";

/** What a new row stands for, and when it was; ms since the run began. */
export type Told = { readonly at: number; readonly subject: Subject };

const NOTHING: readonly Told[] = [];

export class LogLane {
  readonly name: LaneName;
  readonly #run: Run;
  readonly #depth: Depth;
  readonly #readers = new Map<Connection, BlockReader>();
  /** The dispatches that the next one may belong to. */
  #instant: Dispatch[] = [];
  /** The reconnection time that fetch's parser met last. ms */
  #retry: number | null = null;
  /** Whether it was said what EventSource keeps to itself: once for each kind of line is enough. */
  readonly #untold = new Set<string>();

  constructor(name: LaneName, run: Run, depth: Depth) {
    this.name = name;
    this.#run = run;
    this.#depth = depth;
  }

  take(record: ServerRecord | BrowserRecord): readonly Told[] {
    if (record.side === "server") return this.#hear(record);
    return this.#depth === "lines" ? this.#plain(record) : this.#see(record);
  }

  /** The lines of the blocks that these events were, one after the other. */
  linesOf(dispatches: readonly Dispatch[]): readonly BlockLine[] {
    const [first] = dispatches;
    const attempt = first && this.#run.lane(this.name).attemptOf(first);
  }
