/** Records as a run leaves them, staged for tests: the times are given, the rest follows. */
import type { Header } from "../../protocol/script/action.ts";
import type {
  Asker,
  BrowserRecord,
  EndReason,
  LaneName,
  Setup,
  TraceRecord,
} from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";

/** One attempt as both sides see it. Times are in ms since the run began. */
type Attempt = {
  lane: LaneName;
  attempt: number;
  boot: string;
  /** When the page asked. Left out for a browser's own reconnect. */
  ask: number;
  askedBy: Asker;
  /** When the server got the request, and when it sent its head: with the first write if not given. */
  request: number;
  head: number;
  status: number;
  headers: readonly Header[];
  lastEventId: string;
  /** The first number of the events that it writes. */
  from: number;
  /** When each event was written, and when each arrived. */
  writes: readonly number[];
  arrives: readonly number[];
  /** When bytes that hold no event were written. */
  comments: readonly number[];
  ends: number;
  reason: EndReason;
  /** When `open` fired, or fetch's head came, with these headers. */
  opens: number;
  opensWith: readonly Header[];
  opensAs: number;
  sees: Ends;
};

/** What is left out, or taken out of another one with `undefined`, did not happen. */
export type Staged = { [Key in keyof Attempt]?: Attempt[Key] | undefined };

type Ends = Unlaned<Extract<BrowserRecord, { kind: "error" | "end" | "failure" | "close" }>>;
type Unlaned<Record> = Record extends BrowserRecord ? Omit<Record, "side" | "lane"> : never;

export const eventStream: readonly Header[] = [["Content-Type", "text/event-stream"]];

const encoder = new TextEncoder();

type Of<Kind> = Extract<TraceRecord, { kind: Kind }>;

/** The page asks. */
export function asks(lane: LaneName, more: Partial<Of<"ask">> = {}): TraceRecord {
  const method = lane === "fetch" ? "POST" : "GET";
  return { side: "browser", lane, kind: "ask", at: 0, method, url: "/", by: "browser", ...more };
}

/** The server hears a request. */
export function hears(lane: LaneName, at: number, more: Partial<Of<"request">> = {}): TraceRecord {
  const asked = { method: "GET", url: "/", httpVersion: "1.1", headers: [] };
  return { side: "server", boot: "boot", lane, attempt: 1, kind: "request", at, ...asked, ...more };
}

/** An event reaches the page. */
export function gets(lane: LaneName, at: number, more: Partial<Of<"dispatch">> = {}): TraceRecord {
  const event = { type: "message", data: "", lastEventId: "" };
  return { side: "browser", lane, kind: "dispatch", at, ...event, ...more };
}

/** The records of each attempt, the server's, then the browser's, and of what stands between them as it is. */
export function staged(...parts: (Staged | TraceRecord)[]): TraceRecord[] {
  return parts.flatMap((part) => ("side" in part ? [part] : [...heard(part), ...seen(part)]));
}

function heard(staged: Staged): TraceRecord[] {
  const { lane = "fetch", attempt = 1, boot = "boot", request, ends, lastEventId } = staged;
  const { status = 200, headers = eventStream, writes = [], comments = [] } = staged;
  if (request === undefined) return [];
  const one = { side: "server", boot, lane, attempt } as const;
  const asked: Header[] = [["accept-encoding", "gzip, deflate, br, zstd"]];
  if (lastEventId !== undefined) asked.push(["last-event-id", lastEventId]);
  const first = Math.min(...writes, ...comments, ends ?? Number.POSITIVE_INFINITY);
  const head = staged.head ?? first;
  const records = [hears(lane, request, { boot, attempt, headers: asked })];
  if (Number.isFinite(head)) records.push({ ...one, kind: "head", at: head, status, headers });
  let offset = 0;
  const pieces = [
    ...writes.map((at, index) => ({ at, text: block((staged.from ?? 1) + index) })),
    ...comments.map((at) => ({ at, text: ": alive\n" })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, text } of pieces) {
    const bytes = encoder.encode(text);
    records.push({ ...one, kind: "write", at, offset, bytes, line: 5 });
    offset += bytes.length;
  }
  if (ends !== undefined) {
    const { reason = { why: "played" } } = staged;
    records.push({ ...one, kind: "end", at: ends, reason, bytes: offset, writes: pieces.length });
  }
  return records;
}

function seen(staged: Staged): TraceRecord[] {
  const { lane = "fetch", ask, askedBy = "browser", opens } = staged;
  const { opensWith = eventStream, opensAs = 200 } = staged;
  const { arrives = [], from = 1, sees } = staged;
  const one = { side: "browser", lane } as const;
  const records: TraceRecord[] = [];
  if (ask !== undefined) records.push(asks(lane, { at: ask, by: askedBy }));
  if (opens !== undefined) {
    records.push(
      lane === "fetch"
        ? { ...one, kind: "head", at: opens, status: opensAs, headers: opensWith }
        : { ...one, kind: "open", at: opens },
    );
  }
  let offset = 0;
  arrives.forEach((at, index) => {
    const number = String(from + index);
    const bytes = encoder.encode(block(from + index));
    if (lane === "fetch") records.push({ ...one, kind: "chunk", at, offset, bytes });
    offset += bytes.length;
    records.push(gets(lane, at, { type: "tick", data: number, lastEventId: number }));
  });
  if (sees !== undefined) records.push({ ...one, ...sees });
  return records;
}

/** The page's client waits, to come back after the event with that id. */
export function waits(lane: LaneName, at: number, ms: number, lastEventId = "2"): TraceRecord {
  return { side: "browser", lane, kind: "wait", at, ms, lastEventId };
}

function block(number: number): string {
  return `id: ${number}\nevent: tick\ndata: ${number}\n\n`;
}

export const setup: Setup = {
  trace: "trace",
  script: { name: "five-ticks", text: "" },
  path: { proxy: true, port: 8345, compress: false },
  noTransform: false,
  browser: "Chromium 156",
  beganAt: 0,
  clockError: 1,
};

/** A run that these records were added to, in their order. */
export function runOf(records: readonly TraceRecord[], change: Partial<Setup> = {}): Run {
  const run = createRun({ ...setup, ...change });
  for (const record of records) run.add(record);
  return run;
}

/** The same records as they may come in: the two sides are in order in themselves, and no further. */
export function inEveryOrder(
  records: readonly TraceRecord[],
): [order: string, records: readonly TraceRecord[]][] {
  const browsers = records.filter(({ side }) => side === "browser");
  const others = records.filter(({ side }) => side !== "browser");
  return [
    ["in the order of time", records.toSorted((a, b) => a.at - b.at)],
    ["the tap late", [...browsers, ...others]],
    ["the tap first", [...others, ...browsers]],
  ];
}
