/** Plays a stream script on paper, for tests: the records of both lanes over a way that keeps nothing. */
import { createParser } from "../../protocol/event-stream/parser.ts";
import type { Header } from "../../protocol/script/action.ts";
import { actionsOf, scriptOf } from "../../protocol/script/testing/played.ts";
import type { EndReason, LaneName, TraceRecord } from "../run/records.ts";
import { asks, gets, hears } from "./staged.ts";

/** An endless stream is stopped after so long, an EventSource after so many attempts. */
const STOPPED_AT = 6000; // ms
const ATTEMPTS = 4;

const WAY = 3; // ms that a piece is on its way

/** Returns the records of a run of `text`: fetch asks once, EventSource until it is told not to. */
export function runOfScript(text: string): TraceRecord[] {
  const tap: TraceRecord = { side: "page", kind: "tap", way: "direct", at: 0 };
  const records = [tap, ...lane("eventsource", text), ...lane("fetch", text)];
  return records.sort((a, b) => a.at - b.at);
}

function lane(name: LaneName, text: string): TraceRecord[] {
  const records = [asks(name)];
  let at = 1;
  let lastEventId = "";
  let retry = 3000;
  for (let attempt = 1; attempt <= (name === "fetch" ? 1 : ATTEMPTS); attempt++) {
    const one = attemptOf(name, text, attempt, lastEventId, at);
    records.push(...one.records);
    lastEventId = one.lastEventId;
    retry = one.retry ?? retry;
    if (one.isFinal) break;
    at = one.endedAt + retry;
  }
  return records;
}

/** Plays one attempt, from its request at `began` on. */
function attemptOf(
  lane: LaneName,
  text: string,
  attempt: number,
  lastEventId: string,
  began: number,
) {
  const heard = { side: "server", boot: "boot", lane, attempt } as const;
  const seen = { side: "browser", lane } as const;
  const headers: Header[] = lastEventId === "" ? [] : [["Last-Event-ID", lastEventId]];
  if (lane === "fetch") headers.push(["Content-Type", "application/json"]);
  const method = lane === "fetch" ? "POST" : "GET";
  const records = [hears(lane, began, { attempt, method, headers })];
  let at = began;
  let offset = 0;
  let writes = 0;
  let isStream = true;
  let retry: number | null = null;
  let reason: EndReason = { why: "played" };
  const parser = createParser(
    {
      dispatch: ({ type, data, lastEventId }) =>
        records.push(gets(lane, at + WAY, { type, data, lastEventId })),
      reconnectionTime: (ms) => {
        retry = ms;
      },
    },
    { lastEventId },
  );
  for (const action of actionsOf(scriptOf(text), { attempt, lastEventId })) {
    if (at - began > STOPPED_AT) {
      reason = { why: "left" };
      break;
    }
    if (action.kind === "head") {
      const { status, headers } = action;
      records.push({ ...heard, kind: "head", at, status, headers });
      isStream = status === 200 && headers.some(([, value]) => value === "text/event-stream");
      if (lane === "fetch") records.push({ ...seen, kind: "head", at: at + WAY, status, headers });
      else if (isStream) records.push({ ...seen, kind: "open", at: at + WAY });
      if (!isStream) break;
    } else if (action.kind === "write") {
      const { bytes, line } = action;
      records.push({ ...heard, kind: "write", at, offset, bytes, line });
      if (lane === "fetch") records.push({ ...seen, kind: "chunk", at: at + WAY, offset, bytes });
      parser.push(bytes);
      offset += bytes.length;
      writes++;
    } else if (action.kind === "wait") {
      at += action.ms;
    } else if (action.kind === "drop") {
      reason = { why: "drop", how: action.how };
    }
  }
  records.push({ ...heard, kind: "end", at, reason, bytes: offset, writes });
  const endedAt = at + WAY;
  const isStopped = reason.why === "left";
  records.push(ending(lane, isStopped, isStream, reason, endedAt));
  const id = parser.lastEventId;
  return { records, endedAt, lastEventId: id, retry, isFinal: isStopped || !isStream };
}

function ending(
  lane: LaneName,
  isStopped: boolean,
  isStream: boolean,
  reason: EndReason,
  at: number,
): TraceRecord {
  const seen = { side: "browser", lane, at } as const;
  if (isStopped) return { ...seen, kind: "close" };
  if (lane === "eventsource") return { ...seen, kind: "error", readyState: isStream ? 0 : 2 };
  if (!isStream) return { ...seen, kind: "failure", name: "NotAnEventStream", message: "" };
  if (reason.why === "drop") {
    return { ...seen, kind: "failure", name: "TypeError", message: "network error" };
  }
  return { ...seen, kind: "end" };
}
