/** Says what a record of the browser means within its run, with what the server's side adds to it. */

import type { AttemptView } from "../run/attempt.ts";
import { beginning } from "../run/beginning.ts";
import { measuredBrowser } from "../run/browser.ts";
import { isCut } from "../run/connection.ts";
import { compression, factsOf, type HeadFacts, headerValue } from "../run/head.ts";
import type { LaneView } from "../run/lane.ts";
import { NOISE } from "../run/noise.ts";
import { givesUp, NOT_AN_EVENT_STREAM } from "../run/reception.ts";
import type { BrowserRecord, LaneName } from "../run/records.ts";
import { type Refusal, refusal } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { countUntil } from "../run/search.ts";

/** `late`: ms after the server sent it, where that is more than the noise of a machine; else `null`. */
export type BrowserMeaning =
  /** `accepts`: the Accept-Encoding that reached the server. `again`: the page's client came back. `plain`: the same once more, without `Accept-Encoding`. */
  | {
      kind: "ask";
      lane: LaneName;
      method: string;
      url: string;
      accepts: string | null;
      again: boolean;
      plain: boolean;
    }
  /** `atFirstByte`: this browser waits for the first body byte, not for the head. */
  | { kind: "open"; late: number | null; atFirstByte: boolean }
  | ({ kind: "head"; coding: string | null; late: number | null } & HeadFacts)
  /** `number` counts from 1 within its response; `text` is how it begins. */
  | { kind: "chunk"; number: number; bytes: number; events: number; text: string }
  | {
      kind: "dispatch";
      type: string;
      data: string;
      lastEventId: string;
      lane: LaneName;
      late: number | null;
    }
  | { kind: "reconnection-time"; ms: number }
  /** An `error` event after which the browser asks again in `ms`. `opened`: whether the connection was open before; `cut`: whether the server cut it. */
  | { kind: "reconnecting"; ms: number | null; opened: boolean; cut: boolean }
  | { kind: "gave-up"; refusal: Refusal; opened: boolean }
  /** `chunks`: `null` where events came, and nothing tells of the chunks that brought them: a capture of Chrome's. */
  | { kind: "body-end"; bytes: number; chunks: number | null }
  | { kind: "failure"; name: string; message: string }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "close"; lane: LaneName; opened: boolean }
  /** `isFailed`: the standard asks no more, but the page does. */
  | { kind: "wait"; lane: LaneName; ms: number; lastEventId: string; isFailed: boolean }
  | { kind: "size"; encoded: number; decoded: number };

export function browserMeaning(record: BrowserRecord, run: Run): BrowserMeaning {
  const lane = run.lane(record.lane);
  const attempt = lane.attemptOf(record);
  const opened = (attempt?.announcedAt ?? null) !== null;
  switch (record.kind) {
    case "ask": {
      const headers = attempt?.connection?.request?.headers ?? [];
      const { method, url } = record;
      const accepts = headerValue(headers, "Accept-Encoding");
      const again = attempt?.reception.follows ?? false;
      const plain = record.again ?? false;
      return { kind: "ask", lane: lane.name, method, url, accepts, again, plain };
    }
    case "open": {
      const known = measuredBrowser(run.setup.browser)?.answers.open;
      const atFirstByte = known?.does === "opens-at" && known.at === "first-byte";
      return { kind: "open", late: headLate(attempt, record.at), atFirstByte };
    }
    case "head": {
      const late = headLate(attempt, record.at);
      return { kind: "head", ...factsOf(record), coding: compression(record), late };
    }
    case "chunk":
      return chunk(record, attempt);
    case "dispatch": {
      const { type, data, lastEventId } = record;
      const late = eventLate(record, attempt);
      return { kind: "dispatch", type, data, lastEventId, lane: lane.name, late };
    }
    case "reconnection-time":
      return { kind: "reconnection-time", ms: record.ms };
    case "error":
      if (record.readyState === 0 || attempt === undefined) {
        const end = attempt?.connection?.end;
        const cut = end !== null && end !== undefined && isCut(end.reason);
        return { kind: "reconnecting", ms: lane.reconnectionTime, opened, cut };
      }
      return { kind: "gave-up", refusal: refusal(attempt, run.setup.browser), opened };
    case "end": {
      const { bytes = 0, chunks = [], arrived = [] } = attempt?.reception ?? {};
      const isKnown = chunks.length > 0 || arrived.length === 0;
      return { kind: "body-end", bytes, chunks: isKnown ? chunks.length : null };
    }
    case "failure":
      if (record.name === NOT_AN_EVENT_STREAM && attempt !== undefined) {
        return { kind: "refused", refusal: refusal(attempt, run.setup.browser) };
      }
      return { kind: "failure", name: record.name, message: record.message };
    case "close":
      return { kind: "close", lane: lane.name, opened };
    case "wait":
      return wait(record, lane);
    case "size":
      return { kind: "size", encoded: record.encoded, decoded: record.decoded };
  }
}

function wait(
  { at, ms, lastEventId }: Extract<BrowserRecord, { kind: "wait" }>,
  { name, attempts }: LaneView,
): BrowserMeaning {
  const before = attempts.findLast(({ ending }) => ending !== null && ending.at <= at);
  return { kind: "wait", lane: name, ms, lastEventId, isFailed: givesUp(before?.ending ?? null) };
}

function headLate(attempt: AttemptView | undefined, at: number): number | null {
  return beyondNoise(at - (attempt?.connection?.head?.at ?? at));
}

function eventLate(
  record: Extract<BrowserRecord, { kind: "dispatch" }>,
  attempt: AttemptView | undefined,
): number | null {
  const index = attempt?.arrivalOf(record) ?? null;
  return attempt && index !== null ? beyondNoise(attempt.lag(index) ?? 0) : null;
}

function chunk(
  { offset, bytes }: Extract<BrowserRecord, { kind: "chunk" }>,
  attempt: AttemptView | undefined,
): BrowserMeaning {
  const { chunks = [], arrived = [] } = attempt ?? {};
  const number = countUntil(chunks, offset, (chunk) => chunk.offset);
  const before = chunks[number - 1]?.eventsBefore ?? 0;
  const events = (chunks[number]?.eventsBefore ?? arrived.length) - before;
  return { kind: "chunk", number, bytes: bytes.length, events, text: beginning(bytes) };
}

function beyondNoise(ms: number): number | null {
  return ms > NOISE ? ms : null;
}
