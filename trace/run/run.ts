/**
 * A run: the one list of what both sides recorded, and what is read from it. Records may come in any
 * order between the two sides (the tap is often behind the browser), and in order within each.
 *
 * A record is folded in when it is added, in constant time; what needs both sides is worked out when
 * it is read, going on from where the last reading stopped.
 */
import type { Connection } from "./connection.ts";
import { LaneView } from "./lane.ts";
import type {
  BrowserRecord,
  LaneName,
  PageRecord,
  ServerRecord,
  Setup,
  TraceRecord,
} from "./records.ts";

export const RECORD_LIMIT = 200_000; // writes, chunks and events beyond it are counted and dropped

const RESERVE = 20_000; // … and so many more of the others are kept, to tell what became of it

/** A span in which the page's own thread was blocked. ms since the run began */
export type Busy = { since: number; at: number };

export interface Run {
  readonly setup: Setup;
  /** In the order in which they were added. */
  readonly records: readonly TraceRecord[];
  /** The lanes that have asked. */
  readonly lanes: readonly LaneView[];
  lane(name: LaneName): LaneView;
  /** The connection that a server record tells of; none for a lane that is not the page's. */
  connectionOf(record: ServerRecord): Connection | undefined;
  /** They stand in order, apart from each other. */
  readonly busy: readonly Busy[];
  /** When somebody pressed Stop, or began another run; ms since the run began. */
  readonly stoppedAt: number | null;
  readonly latest: number; // the latest record's time, ms since the run began
  /** How the tap's records come at present. */
  readonly tap: "direct" | "own-origin" | "lost" | "not-heard";
  readonly tapSince: number; // ms since the run began
  /** Records that the server or this trace did not keep. */
  readonly forgotten: number;
  add(record: TraceRecord): void;
  /** Takes what somebody says of the watched address: see Setup. */
  say(said: Pick<Setup, "isServer">): void;
}

export function createRun(setup: Setup): Run {
  return new RecordedRun(setup);
}

class RecordedRun implements Run {
  setup: Setup;
  readonly records: TraceRecord[] = [];
  readonly busy: Busy[] = [];
  stoppedAt: number | null = null;
  latest = 0;
  tap: Run["tap"] = "not-heard";
  tapSince = 0;
  forgotten = 0;
  readonly #lanes: Record<LaneName, LaneView>;
  #isTold = false; // whether the tap was ever heard

  constructor(setup: Setup) {
    this.setup = setup;
    const laneOf = (name: LaneName) => new LaneView(name, setup, () => this.#isTold);
    this.#lanes = { eventsource: laneOf("eventsource"), fetch: laneOf("fetch") };
  }

  get lanes(): readonly LaneView[] {
    return Object.values(this.#lanes).filter((lane) => lane.hasAsked);
  }

  lane(name: LaneName): LaneView {
    return this.#lanes[name];
  }

  connectionOf(record: ServerRecord): Connection | undefined {
    return this.#laneOf(record)?.connectionOf(record);
  }

  say(said: Pick<Setup, "isServer">): void {
    this.setup = { ...this.setup, ...said };
  }

  add(record: TraceRecord): void {
    this.latest = Math.max(this.latest, record.at);
    if (this.records.length >= limitFor(record)) {
      this.forgotten++;
      return;
    }
    this.records.push(record);
    if (record.side === "browser") this.lane(record.lane).see(record);
    else if (record.side === "server") this.#laneOf(record)?.hear(record);
    else this.#addPage(record);
  }

  #laneOf({ lane }: ServerRecord): LaneView | undefined {
    return lane === "eventsource" || lane === "fetch" ? this.lane(lane) : undefined;
  }

  #addPage(record: PageRecord): void {
    switch (record.kind) {
      case "busy":
        this.busy.push({ since: record.since, at: record.at });
        return;
      case "tap":
        this.tap = record.way;
        this.tapSince = record.at;
        this.#isTold ||= record.way !== "lost";
        return;
      case "boot":
      case "door-closed":
      case "door-open":
        return; // what follows from them is in the connections' own records
      case "forgotten":
        this.forgotten += record.records;
        return;
      case "stop":
        this.stoppedAt = record.at;
    }
  }
}

function limitFor({ kind }: TraceRecord): number {
  switch (kind) {
    case "write":
    case "chunk":
    case "dispatch":
      return RECORD_LIMIT;
    case "close":
    case "stop":
      return Number.POSITIVE_INFINITY; // one each, and it must be known
    default:
      return RECORD_LIMIT + RESERVE;
  }
}

/**
 * Tells whether a run is over: it was stopped, or each lane is closed for good, or a lane's response has
 * ended and, as it reconnects, one further attempt was seen to open or to fail. Attempts after that
 * go on as rows of the same run.
 */
export function runIsOver(run: Run): boolean {
  if (run.stoppedAt !== null) return true;
  const { lanes } = run;
  return lanes.length > 0 && lanes.every((lane) => !lane.isConnected || lane.hasReconnected);
}

/** Returns what a lane asked for at first; `undefined` where it has not. */
export function firstAsk(
  { records }: Run,
  lane: LaneName,
): Extract<BrowserRecord, { kind: "ask" }> | undefined {
  for (const record of records) if (record.kind === "ask" && record.lane === lane) return record;
  return undefined;
}

/** The URL that a lane asked for at first; a relative one on an origin of no account. */
export function askedUrl(run: Run, lane: LaneName): URL {
  return new URL(firstAsk(run, lane)?.url ?? "", "http://localhost");
}
