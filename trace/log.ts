/**
 * The protocol log: a run told in rows, both sides on one clock. It goes on from where it stopped, so
 * that a run of 100 000 records costs each frame no more than what is new in it.
 */
import type { BlockLine } from "./blocks.ts";
import type { Fold } from "./fold.ts";
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

  /** In the order of time, as the records stand now. The same list each time. */
  get rows(): readonly Row[] {
    const { records } = this.run;
    for (; this.#read < records.length; this.#read++) {
      const record = records[this.#read];
      if (record !== undefined) this.#take(record);
    }
    mergeRows(this.#rows, this.#fresh);
    this.#fresh = [];
    return this.#rows;
  }

  /** How many rows there are, those that are folded away too. */
  get count(): number {
    return this.#told;
  }

  /** Puts the rows that were folded away in the place of `more`. */
  unfold(more: More): void {
    const { subject } = more;
    subject.isOpen = true;
    this.#rows.splice(this.#rows.indexOf(more), 1);
    mergeRows(this.#rows, subject.rows);
    subject.rows = [];
  }

  /** The lines on the wire that a row came from; none where that is not known, or has no lines. */
  linesOf({ lane, subject }: Row): readonly BlockLine[] {
    if (subject.kind === "block") return subject.block.lines;
    if (subject.kind !== "dispatches" || lane === null) return [];
    return this.#lanes.get(lane)?.linesOf(subject.dispatches) ?? [];
  }

  #take(record: TraceRecord): void {
    if (record.side === "page") {
      if (this.#isTold(record))
        this.#add("page", null, { at: record.at, subject: { kind: "record", record } });
      return;
    }
    const lane = this.#lanes.get(record.lane);
    for (const told of lane?.take(record) ?? []) this.#add(record.side, lane.name, told);
  }

  #add(side: Side, lane: LaneName | null, { at, subject }: Told): void {
    const row = { id: this.#made++, at, lane, subject };
    this.#told++;
    const shown = this.#foldOf(side, lane).take(row, (first) => this.#more(first));
    if (shown !== null) this.#fresh.push(shown);
  }

  #more(first: Row): More {
    const subject = { kind: "more", rows: [first], isOpen: false } as const;
    return { id: this.#made++, at: first.at, lane: first.lane, subject };
  }
}
