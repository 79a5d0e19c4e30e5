/**
 * The protocol log: a run told in rows, both sides on one clock. It goes on from where it stopped, so
 * that a run of 100 000 records costs each frame no more than what is new in it.
 */

import type { Block } from "../run/reading.ts";
import type { LaneName, PageRecord, TraceRecord } from "../run/records.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";
import { Fold } from "./fold.ts";
import { everyRow, type LogFilter, mayGrow, passes } from "./log-filter.ts";
import { type LogEntry, LogLane } from "./log-lane.ts";
import type { Depth, More, Row } from "./row.ts";

type Side = TraceRecord["side"];

type Made = { readonly side: Side; readonly row: Row };

const TYPES = 50; // so many types of events are kept to be chosen from

export type LogView = {
  readonly depth: Depth;
  /** Whose rows are told; what befalls the page always is. */
  readonly lanes: readonly LaneName[];
  readonly filter: LogFilter;
  /** So many records of the run, from its start, are read and not told. */
  readonly cleared: number;
};

export class Log {
  readonly run: Run;
  readonly view: LogView;
  readonly #lanes: ReadonlyMap<string, LogLane>;
  readonly #folds: Record<Side, Map<LaneName | null, Fold>> = {
    page: new Map(),
    server: new Map(),
    browser: new Map(),
  };
  readonly #rows: Row[] = [];
  readonly #types = new Set<string>();
  #fresh: Row[] = [];
  #latestArrival: Row | undefined;
  /** Rows that were made and not tested yet, and those that may still come to pass the filter. */
  #untested: Made[] = [];
  #read = 0; // records
  #made = 0; // rows
  #told = 0; // rows, folded ones and those that the filter left out too
  #passed = 0; // rows, folded ones too
  #shown = 0; // so many of those that passed are shown
  #boot = "";
  #tap: Run["tap"] = "not-heard";

  constructor(
    run: Run,
    {
      filter = everyRow,
      cleared = 0,
      ...view
    }: Pick<LogView, "depth" | "lanes"> & Partial<LogView>,
  ) {
    this.run = run;
    this.view = { ...view, filter, cleared };
    const { depth, lanes } = view;
    this.#lanes = new Map(lanes.map((name) => [name, new LogLane(name, run, depth)]));
  }

  /** Takes the records that have come since, `most` of them; `show` lets their rows be seen. */
  read(most = Number.POSITIVE_INFINITY): void {
    const { records } = this.run;
    const until = Math.min(records.length, this.#read + most);
    for (; this.#read < until; this.#read++) {
      const record = records[this.#read];
      if (record !== undefined) this.#take(record);
    }
    this.#untested = this.#untested.filter((made) => !this.#sift(made));
  }

  get isBehind(): boolean {
    return this.#read < this.run.records.length;
  }

  show(): void {
    mergeRows(this.#rows, this.#fresh);
    this.#latestArrival =
      this.#fresh.findLast(({ subject }) => subject.kind === "dispatches") ?? this.#latestArrival;
    this.#fresh = [];
    this.#shown = this.#passed;
  }

  /** The rows in the order of time; the list is the same one after each reading. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The last of them that tells of events that reached the page. */
  get latestArrival(): Row | undefined {
    return this.#latestArrival;
  }

  /** How many rows there are, those that are folded away or filtered out too. */
  get count(): number {
    return this.#told;
  }

  get passed(): number {
    return this.#passed;
  }

  /** How many of those are read and not shown yet. */
  get waiting(): number {
    return this.#passed - this.#shown;
  }

  /** The types of the events that were dispatched, the first ones. */
  get types(): readonly string[] {
    return [...this.#types];
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
    if (record.kind === "dispatch" && this.#types.size < TYPES) this.#types.add(record.type);
    if (record.side === "page") {
      const told: LogEntry = { at: record.at, subject: { kind: "record", record } };
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
    return before !== "not-heard" || record.way !== "direct" || this.view.depth === "lines";
  }

  #add(side: Side, lane: LaneName | null, { at, subject }: LogEntry): void {
    if (this.#read < this.view.cleared) return;
    this.#told++;
    this.#untested.push({ side, row: { id: this.#made++, at, lane, subject } });
  }

  /** Returns whether it is known now if the row is shown. */
  #sift({ side, row }: Made): boolean {
    if (!passes(row, this.run, this.view.filter)) return !mayGrow(row, this.run);
    this.#passed++;
    const shown = this.#foldOf(side, row.lane).take(row, (first) => this.#more(first));
    if (shown !== null) this.#fresh.push(shown);
    return true;
  }

  #foldOf(side: Side, lane: LaneName | null): Fold {
    const folds = this.#folds[side];
    const fold = folds.get(lane) ?? new Fold();
    folds.set(lane, fold);
    return fold;
  }

  #more(first: Row): More {
    const { at, lane } = first;
    return { id: this.#made++, at, lane, subject: { kind: "more", rows: [first], isOpen: false } };
  }
}

/**
 * Takes `fresh` into `rows`, which are in the order of time and stay so. The tap is a little behind
 * the browser, so only what is later than the first of `fresh` is merged anew.
 */
function mergeRows(rows: Row[], fresh: readonly Row[]): void {
  const inOrder = fresh.toSorted((a, b) => a.at - b.at);
  const [first] = inOrder;
  if (first === undefined) return;
  const later = rows.splice(countUntil(rows, first.at, ({ at }) => at));
  let next = 0;
  for (const row of inOrder) {
    for (let known = later[next]; known && known.at <= row.at; known = later[++next]) {
      rows.push(known);
    }
    rows.push(row);
  }
  for (; next < later.length; next++) {
    const row = later[next];
    if (row !== undefined) rows.push(row);
  }
}
