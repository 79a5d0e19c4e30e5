/** A row of the protocol log: what it stands for. What it says is worked out when it is drawn (row-meaning.ts). */

import type { Block, Line } from "../run/reading.ts";
import type { BrowserRecord, LaneName, ServerRecord, TraceRecord } from "../run/records.ts";

export type Dispatch = Extract<BrowserRecord, { kind: "dispatch" }>;
export type WriteRecord = Extract<ServerRecord, { kind: "write" }>;
export type ChunkRecord = Extract<BrowserRecord, { kind: "chunk" }>;

/**
 * What one write handed to the socket, or what one read of fetch returned. `before`: the last bytes
 * before it, MOST_BEHIND at most. `lines`: those that a write ended.
 */
export type BytesSubject = {
  kind: "bytes";
  record: WriteRecord | ChunkRecord;
  before: Uint8Array;
  lines: readonly Line[];
};

/** Events that reached the page together, one at least. */
export type Instant = [Dispatch, ...Dispatch[]];

/** What a row stands for. */
export type Subject =
  | { kind: "record"; record: TraceRecord }
  /** What the server wrote up to a blank line, in however many writes. */
  | { kind: "block"; block: Block; write: WriteRecord }
  /** What reached the page in one instant; one event or several. */
  | { kind: "dispatches"; dispatches: Instant }
  /** A line that the server wrote. `untold`: the first of those that EventSource keeps to itself. */
  | { kind: "line"; line: Line; untold: boolean }
  /** A write that ended inside a block. */
  | { kind: "piece"; write: WriteRecord; block: Block }
  | BytesSubject
  /** EventSource has opened: what it reads from now on it shows to no page. */
  | { kind: "unseen" }
  /** Rows that are like the ones before, folded away until somebody opens them. */
  | { kind: "more"; rows: Row[]; isOpen: boolean };

/** Returns the block that a row tells of, all of it or a part; `null` for a row of no one block. */
export function blockOf(subject: Subject): Block | null {
  switch (subject.kind) {
    case "block":
    case "piece":
      return subject.block;
    case "line":
      return subject.line.block;
    default:
      return null;
  }
}

/** No other row of its log has its `id`. `at`: ms since the run began. `lane`: `null` for what befell the page. */
export type Row = {
  readonly id: number;
  readonly at: number;
  readonly lane: LaneName | null;
  readonly subject: Subject;
};

export type More = Row & { readonly subject: Extract<Subject, { kind: "more" }> };

/** How the run is told: a row for each block, event and change of state, for every line on the wire, or for the bytes of each write and chunk. */
export type Depth = "story" | "lines" | "bytes";

export type Whose = "asks" | "wrote" | "heard" | "saw" | "page";

export function whose({ subject }: Row): Whose {
  switch (subject.kind) {
    case "block":
    case "line":
    case "piece":
      return "wrote";
    case "dispatches":
    case "unseen":
      return "saw";
    case "record":
    case "bytes":
      return whoseRecord(subject.record);
    case "more": {
      const [first] = subject.rows;
      return first === undefined ? "page" : whose(first);
    }
  }
}

function whoseRecord(record: TraceRecord): Whose {
  switch (record.side) {
    case "page":
      return "page";
    case "server":
      if (record.kind === "request") return "asks";
      if (record.kind === "fault") return "page"; // it was pressed there
      if (record.kind === "model") return "heard"; // the relay is the model's client
      return record.kind === "end" && record.reason.why === "left" ? "heard" : "wrote";
    case "browser":
      if (record.kind === "ask") return "asks";
      return record.kind === "close" || record.kind === "wait" ? "page" : "saw";
  }
}
