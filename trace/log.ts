/**
 * The protocol log: a run told in rows, both sides on one clock. It goes on from where it stopped, so
 * that a run of 100 000 records costs each frame no more than what is new in it.
 */
import type { Block } from "./blocks.ts";
import { Fold } from "./fold.ts";
import { LogLane, type Told } from "./log-lane.ts";
import { mergeRows } from "./merge-rows.ts";
import type { LaneName, PageRecord, TraceRecord } from "./records.ts";
import type { Depth, More, Row } from "./row.ts";
import type { Run } from "./run.ts";

type Side = TraceRecord["side"];

export class Log {
  readonly run: Run;
  readonly depth: Depth;
  readonly #lanes: ReadonlyMap<string, LogLane>;
  readonly #folds = new Map<string, Fold>();
  readonly #rows: Row[] = [];
  #fresh: Row[] = [];
  #read = 0; // records
  #made = 0; // rows
  #told = 0; // rows, folded ones too
  #boot = "";
  #tap: Run["tap"] = "not-heard";

  /** @param lanes whose rows are shown; what befalls the page always is */
  constructor(run: Run, depth: Depth, lanes: readonly LaneName[]) {
    this.run = run;
    this.depth = depth;
    this.#lanes = new Map(lanes.map((name) => [name, new LogLane(name, run, depth)]));
  }

  /** Takes the records that have come since. */
  read(): void {
    const { records } = this.run;
    for (; this.#read < records.length; this.#read++) {
      const record = records[this.#read];
      if (record !== undefined) this.#take(record);
    }
    mergeRows(this.#rows, this.#fresh);
    this.#fresh = [];
  }

  /** In the order of time. The same list after each reading. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** How many rows there are, those that are folded away too. */
  get count(): number {
    return this.#told;
  }

  /** Shows the rows that were folded into `row`, each at its time. Other rows stay as they are. */
  unfold(row: Row): void {
    const { subject } = row;
    if (subject.kind !== "more" || subject.isOpen) return;
    subject.isOpen = true;
    this.#rows.splice(this.#rows.indexOf(row), 1);
    mergeRows(this.#rows, subject.rows);
  }

  /** The blocks on the wire that a row came from; none where that is not known. */
  blocksOf({ lane, subject }: Row): readonly Block[] {
    if (subject.kind === "block") return [subject.block];
    if (subject.kind !== "dispatches" || lane === null) return [];
    return this.#lanes.get(lane)?.blocksOf(subject.dispatches) ?? [];
  }

  #take(record: TraceRecord): void {
    if (record.side === "page") {
      const told: Told = { at: record.at, subject: { kind: "record", record } };
      if (this.#isNews(record)) this.#add("page", null, told);
      return;
    }
    const lane = this.#lanes.get(record.lane);
    if (lane === undefined) return;
    for (const told of lane.take(record)) this.#add(record.side, lane.name, told);
  }

  /** The tap begins each time with who tells, and the way it comes: that is news only when it changes. */
  #isNews(record: PageRecord): boolean {
    if (record.kind === "boot") {
      const before = this.#boot;
      this.#boot = record.boot;
      return before !== "" && before !== record.boot;
    }
    if (record.kind !== "tap") return true;
    const before = this.#tap;
    this.#tap = record.way;
    return before !== "not-heard" || record.way !== "direct" || this.depth === "lines";
  }

  #add(side: Side, lane: LaneName | null, { at, subject }: Told): void {
    const row = { id: this.#made++, at, lane, subject };
    this.#told++;
    const shown = this.#foldOf(side, lane).take(row, (first) => this.#more(first));
    if (shown !== null) this.#fresh.push(shown);
  }

  #foldOf(side: Side, lane: LaneName | null): Fold {
    const key = `${side} ${lane}`;
    const fold = this.#folds.get(key) ?? new Fold();
    this.#folds.set(key, fold);
    return fold;
  }

  #more(first: Row): More {
    const { at, lane } = first;
    return { id: this.#made++, at, lane, subject: { kind: "more", rows: [first], isOpen: false } };
  }
}
