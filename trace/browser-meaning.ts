/** What a record of the browser means within its run, with what the server's side adds to it. */
import type { AttemptView } from "./attempt.ts";
import { compression, headerValue, isEventStream, mediaType } from "./head.ts";
import { NOISE } from "./noise.ts";
import type { BrowserRecord, LaneName } from "./records.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { Run } from "./run.ts";
import { countUntil } from "./search.ts";

/** `late`: ms after the server sent it, where that is more than the noise of a machine; else `null`. */
export type BrowserMeaning =
  /** `accepts`: the Accept-Encoding that reached the server. */
  | { kind: "ask"; lane: LaneName; accepts: string | null }
  /** `atFirstByte`: this browser waits for the first body byte, not for the head. */
  | { kind: "open"; late: number | null; atFirstByte: boolean }
  | {
      kind: "head";
      status: number;
      type: string;
      isStream: boolean;
      coding: string | null;
      late: number | null;
    }
  | { kind: "chunk"; bytes: number; events: number }
  | { kind: "dispatch"; type: string; lane: LaneName; late: number | null }
  | { kind: "reconnection-time"; ms: number }
  /** An `error` event after which the browser asks again in `ms`. `opened`: whether the connection was open before. */
  | { kind: "reconnecting"; ms: number | null; opened: boolean }
  | { kind: "gave-up"; refusal: Refusal }
  | { kind: "body-end" }
  | { kind: "failure"; name: string; message: string }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "close"; lane: LaneName }
  | { kind: "size"; encoded: number; decoded: number };

export function browserMeaning(record: BrowserRecord, run: Run): BrowserMeaning {
  const lane = run.lane(record.lane);
  const attempt = lane.attemptOf(record);
  switch (record.kind) {
    case "ask": {
      const headers = attempt?.connection?.request?.headers ?? [];
      return { kind: "ask", lane: lane.name, accepts: headerValue(headers, "Accept-Encoding") };
    }
    case "open": {
      const atFirstByte = run.setup.browser.startsWith("Firefox");
      return { kind: "open", late: headLate(attempt, record.at), atFirstByte };
    }
    case "head":
      return {
        kind: "head",
        status: record.status,
        type: mediaType(record),
        isStream: isEventStream(record),
        coding: compression(record),
        late: headLate(attempt, record.at),
      };
    case "chunk":
      return { kind: "chunk", bytes: record.bytes.length, events: eventsOf(record, attempt) };
    case "dispatch":
      return {
        kind: "dispatch",
        type: record.type,
        lane: lane.name,
        late: eventLate(record, attempt),
      };
    case "reconnection-time":
      return { kind: "reconnection-time", ms: record.ms };
    case "error":
      if (record.readyState === 0 || attempt === undefined) {
        const opened = (attempt?.announcedAt ?? null) !== null;
        return { kind: "reconnecting", ms: lane.reconnectionTime, opened };
      }
      return { kind: "gave-up", refusal: refusal(attempt) };
    case "end":
      return { kind: "body-end" };
    case "failure":
      if (record.name === "NotAnEventStream" && attempt !== undefined) {
        return { kind: "refused", refusal: refusal(attempt) };
      }
      return { kind: "failure", name: record.name, message: record.message };
    case "close":
      return { kind: "close", lane: lane.name };
    case "size":
      return { kind: "size", encoded: record.encoded, decoded: record.decoded };
  }
}

function headLate(attempt: AttemptView | undefined, at: number): number | null {
  return beyondNoise(at - (attempt?.connection?.head?.at ?? at));
}

function eventLate(
  { at, type, data }: Extract<BrowserRecord, { kind: "dispatch" }>,
  attempt: AttemptView | undefined,
): number | null {
  if (attempt === undefined) return null;
  const { arrived } = attempt;
  // Several may have come in the same instant; those that are alike are alike late.
  for (let index = countUntil(arrived, at, (event) => event.arrivedAt) - 1; index >= 0; index--) {
    const event = arrived[index];
    if (event === undefined || event.arrivedAt !== at) return null;
    if (event.type === type && event.data === data) return beyondNoise(attempt.lag(index) ?? 0);
  }
  return null;
}

function eventsOf(
  { offset }: Extract<BrowserRecord, { kind: "chunk" }>,
  attempt: AttemptView | undefined,
): number {
  if (attempt === undefined) return 0;
  const { chunks, arrived } = attempt;
  const next = countUntil(chunks, offset, (chunk) => chunk.offset);
  const before = chunks[next - 1]?.eventsBefore ?? 0;
  return (chunks[next]?.eventsBefore ?? arrived.length) - before;
}

function beyondNoise(ms: number): number | null {
  return ms > NOISE ? ms : null;
}
