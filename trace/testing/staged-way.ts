/** Runs in which something happens on the way, staged for tests: what is written follows from the plan, and what arrives from what the way does to it. */
import type { LaneName, TraceRecord } from "../run/records.ts";
import { asks, eventStream, gets, hears } from "./staged.ts";

/** What the way does to one lane's stream. Events by their numbers, from 1; times in ms. */
export type Meddling = {
  drops: readonly number[];
  repeats: readonly number[];
  /** Kept from the first to the last of them, and for so long after the last was written. */
  holds: { first: number; last: number; ms: number } | null;
  delays: number;
  cuts: number | null; // ms since it began
};

export type Way = {
  lane: LaneName;
  gaps: readonly number[];
  does: Meddling;
  /** How late each event is by itself, in turns. */
  jitter: readonly number[];
  busy: { since: number; at: number } | null;
  /** How the server leaves it: it ends the response, or goes on. */
  ends: boolean;
};

export const NOTHING: Meddling = { drops: [], repeats: [], holds: null, delays: 0, cuts: null };

/** What became of one event: when it was written and when it arrived; `null` for never. */
export type Became = { number: number; writtenAt: number; arrivedAt: number | null };

/** What nobody keeps arrives within so long, ms: of what was written in time that counts too. */
export const ARRIVES = 40;

/** When the first request is heard, and the first event is written. */
const HEARD = 3;
const FIRST = 5;

/** Each event's way, and when either side saw the end; `null` where it goes on. */
export function becameOf(way: Way): { events: Became[]; endAt: number | null } {
  const { drops, holds, delays, cuts } = way.does;
  let writtenAt = FIRST;
  const writes = [0, ...way.gaps].map((gap) => {
    writtenAt += gap;
    return writtenAt;
  });
  const playedAt = writtenAt + 100;
  const endAt = cuts !== null && (!way.ends || cuts < playedAt) ? cuts : way.ends ? playedAt : null;
  let before = 0;
  const events = writes.flatMap((writtenAt, index): Became[] => {
    const number = index + 1;
    if (endAt !== null && writtenAt > endAt) return [];
    if (drops.includes(number)) return [{ number, writtenAt, arrivedAt: null }];
    const isHeld = holds !== null && number >= holds.first && number <= holds.last;
    const freeAt = isHeld ? (writes[holds.last - 1] ?? writes.at(-1) ?? 0) + holds.ms : writtenAt;
    let at = Math.max(before, freeAt + delays + (way.jitter[index % way.jitter.length] ?? 0));
    if (way.busy !== null && at >= way.busy.since && at < way.busy.at) at = way.busy.at + 1;
    before = at;
    // A proper end waits for what is kept; a cut does not.
    const isLost = cuts !== null && endAt === cuts && at > cuts;
    return [{ number, writtenAt, arrivedAt: isLost ? null : at }];
  });
  const last = Math.max(0, ...events.map(({ arrivedAt }) => arrivedAt ?? 0));
  const isCut = endAt !== null && endAt === cuts;
  return { events, endAt: endAt === null || isCut ? endAt : Math.max(endAt, last) };
}

/** Returns the records of both sides by the time `until`; that the page was busy is told for all lanes together. */
export function recordsOf(way: Way, until: number): TraceRecord[] {
  const { lane, does } = way;
  const { events, endAt } = becameOf(way);
  const heard = { side: "server", boot: "boot", lane, attempt: 1 } as const;
  const seen = { side: "browser", lane } as const;
  const records: TraceRecord[] = [
    { side: "page", kind: "tap", way: "direct", at: 0 },
    asks(lane),
    hears(lane, HEARD),
    { ...heard, kind: "head", at: HEARD + 1, status: 200, headers: eventStream },
    lane === "fetch"
      ? { ...seen, kind: "head", at: HEARD + 3, status: 200, headers: eventStream }
      : { ...seen, kind: "open", at: HEARD + 3 },
  ];
  let offset = 0;
  let read = 0;
  for (const { number, writtenAt, arrivedAt } of events) {
    if (writtenAt > until) break;
    const bytes = new TextEncoder().encode(`id: ${number}\ndata: ${number}\n\n`);
    records.push({ ...heard, kind: "write", at: writtenAt, offset, bytes, line: 5 });
    offset += bytes.length;
    if (arrivedAt === null) continue;
    for (let time = 0; time <= (does.repeats.includes(number) ? 1 : 0); time++) {
      if (lane === "fetch") {
        records.push({ ...seen, kind: "chunk", at: arrivedAt, offset: read, bytes });
      }
      read += bytes.length;
      const id = String(number);
      records.push(gets(lane, arrivedAt, { data: id, lastEventId: id }));
    }
  }
  if (endAt !== null) {
    const isCut = endAt === does.cuts;
    const reason = isCut ? ({ why: "left" } as const) : ({ why: "played" } as const);
    const end = { kind: "end", reason, bytes: offset, writes: events.length } as const;
    records.push({ ...heard, ...end, at: isCut ? endAt + 2 : endAt });
    const at = endAt + 1;
    records.push(
      lane === "eventsource"
        ? { ...seen, kind: "error", readyState: 0, at }
        : isCut
          ? { ...seen, kind: "failure", name: "TypeError", message: "network error", at }
          : { ...seen, kind: "end", at },
    );
  }
  const isSeen = ({ at, side }: TraceRecord) => at <= until + (side === "browser" ? ARRIVES : 0);
  return records.filter(isSeen).sort((a, b) => a.at - b.at);
}
