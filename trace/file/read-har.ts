/**
 * A capture of a browser's tools, a HAR: each event stream in it becomes a run of which one end alone is known, as far as
 * its times go. Chrome tells when each event came (`_eventSourceMessages`), and of what is open still no text; Firefox tells
 * when a stream began and ended, and its text. Secrets are left out. captures/ has one of each.
 * http://www.softwareishard.com/blog/har-12-spec/
 */
import * as Type from "typebox";
import { createParser } from "../../protocol/event-stream/parser.ts";
import { toldUrl, toldValueOf } from "../../protocol/redact.ts";
import type { Header } from "../../protocol/script/action.ts";
import { Secrets } from "../../protocol/secrets.ts";
import { HttpMethod, Ms, Text, WebUrl } from "../run/fields.ts";
import { NOISE } from "../run/noise.ts";
import { NOT_AN_EVENT_STREAM } from "../run/reception.ts";
import type { BrowserFact } from "../run/records.ts";
import { createRun, type Run } from "../run/run.ts";
import { fromBase64 } from "./base64.ts";
import { Declared } from "./declared.ts";
import { parsed } from "./read-trace.ts";
import { TraceFileError } from "./trace-file-error.ts";
import { MAX_TRACE_CHARACTERS } from "./write-trace.ts";

/** So many streams of one capture can be chosen from: the first ones. */
export const MAX_HAR_STREAMS = 100;

const Fields = Type.Array(Type.Object({ name: Text, value: Text }));

const capture = new Declared(
  Type.Object({ log: Type.Object({ entries: Type.Array(Type.Unknown()) }) }),
);
const entry = new Declared(
  Type.Object({
    startedDateTime: Type.Refine(Type.String({ description: "a date and time" }), (text) =>
      Number.isFinite(epochOf(text)),
    ),
    time: Ms,
    request: Type.Object({ method: HttpMethod, url: WebUrl, headers: Type.Optional(Fields) }),
    response: Type.Object({ status: Ms, headers: Fields }),
    // Firefox has none of what is open still.
    timings: Type.Object({ receive: Type.Optional(Ms) }),
    _eventSourceMessages: Type.Optional(
      // Chrome leaves the data out, unless it is to export "with sensitive data".
      Type.Array(
        Type.Object({ time: Ms, eventName: Text, eventId: Text, data: Type.Optional(Text) }),
      ),
    ),
  }),
);
type Entry = ReturnType<typeof entry.read>;

export type HarStream = {
  method: string;
  url: string;
  status: number;
  beganAt: number; // epoch ms
  read(): Run;
};

/** Tells whether a file may be a capture: both browsers begin theirs so. */
export function looksLikeHar(text: string): boolean {
  return /^\ufeff?\s*\{\s*"log"\s*:/.test(text.slice(0, 200));
}

/**
 * The event streams in a capture, and how many there are.
 * @throws {TraceFileError} where the text is no HAR, is damaged, too large, or has no event stream in it
 */
export function streamsInHar(text: string): { streams: readonly HarStream[]; count: number } {
  if (text.length > MAX_TRACE_CHARACTERS) {
    throw new TraceFileError({ kind: "too-large", most: MAX_TRACE_CHARACTERS });
  }
  const { log } = capture.read(parsed(text.replace(/^\ufeff/, "")), "");
  const found = log.entries.flatMap((value, index) => (isStream(value) ? [{ value, index }] : []));
  if (found.length === 0) {
    throw new TraceFileError({ kind: "no-stream", entries: log.entries.length });
  }
  const browser = browserOf(log);
  const streams = found.slice(0, MAX_HAR_STREAMS).map(({ value, index }): HarStream => {
    const one = entry.read(value, `log.entries[${index}]`);
    const { method, url } = one.request;
    const beganAt = epochOf(one.startedDateTime);
    const { status } = one.response;
    const secrets = new Secrets(
      (one.request.headers ?? []).map(({ name, value }): Header => [name, value]),
      url,
    );
    const read = () => runOf(one, textOf(value), errorOf(value), browser, secrets);
    return { method, url: toldUrl(url), status, beganAt, read };
  });
  return { streams, count: found.length };
}

/** By its answer's type, or as Chrome calls it, or because events are in it. */
function isStream(value: unknown): boolean {
  const { _resourceType: type, _eventSourceMessages: messages, response } = Object(value);
  const { content, headers } = Object(response);
  if (type === "eventsource" || (Array.isArray(messages) && messages.length > 0)) return true;
  if (/^text\/event-stream\b/i.test(String(Object(content).mimeType))) return true;
  if (!Array.isArray(headers)) return false;
  return headers.some((field: unknown) => {
    const { name, value } = Object(field);
    return /^content-type$/i.test(String(name)) && /^text\/event-stream\b/i.test(String(value));
  });
}

/** Makes a run of one entry. @param body is text; `null` where the capture has none */
function runOf(
  one: Entry,
  body: Uint8Array | null,
  error: string,
  browser: string,
  secrets: Secrets,
): Run {
  const { request, response, timings, time } = one;
  const beganAt = epochOf(one.startedDateTime);
  const url = toldUrl(request.url);
  const { host, port, protocol, pathname } = new URL(url, "http://localhost");
  const receive = Math.max(0, timings.receive ?? 0);
  // What came before the head is told in parts, and not by every browser: its end is as exact.
  const endAt = Math.max(0, time);
  const headAt = Math.max(0, endAt - receive);
  const told = body && new TextEncoder().encode(secrets.outOfText(new TextDecoder().decode(body)));
  const parsed = told === null ? [] : parsedIn(told);
  const messages = timed(one, beganAt, parsed, secrets);
  const events = messages ?? parsed.map((event) => ({ ...event, at: endAt }));
  const run = createRun({
    trace: "har",
    script: { name: `${request.method} ${pathname}`, text: "" },
    path: { proxy: false, port: Number(port) || (protocol === "https:" ? 443 : 80) },
    noTransform: false,
    browser,
    beganAt,
    clockError: 0,
    unwatched: host,
    // All that came within an instant has come then, and any other time is nobody's to make up.
    untimed:
      messages === null && events.length > 0 && (timings.receive === undefined || receive > NOISE),
  });
  const add = (at: number, record: BrowserFact) =>
    run.add({ ...record, side: "browser", lane: "fetch", at });
  add(0, { kind: "ask", method: request.method, by: "browser", url });
  const { status } = response;
  const isAnswered = status > 0;
  if (isAnswered) add(headAt, { kind: "head", status, headers: fieldsOf(one, secrets) });
  if (messages === null && told !== null && told.length > 0)
    add(endAt, { kind: "chunk", offset: 0, bytes: told });
  for (const { at, ...event } of events) add(at, { kind: "dispatch", ...event });
  const lastAt = Math.max(endAt, events.at(-1)?.at ?? 0);
  if (error !== "" || !isAnswered) add(lastAt, { kind: "failure", name: "", message: error });
  else if (status !== 200) {
    add(lastAt, { kind: "failure", name: NOT_AN_EVENT_STREAM, message: "" });
  } else {
    const over = isOver(one, events.at(-1)?.at ?? 0) && (messages === null || body !== null);
    add(lastAt, over ? { kind: "end" } : { kind: "close" });
  }
  return run;
}

type Event = { type: string; data: string; lastEventId: string };

/** Chrome tells seconds of the epoch. Times that are none of this request's are no times: `null`. */
function timed(
  { _eventSourceMessages: messages = [] }: Entry,
  beganAt: number,
  parsed: readonly Event[],
  secrets: Secrets,
) {
  if (messages.length === 0) return null;
  const isSame = parsed.length === messages.length;
  const events = messages.map(({ time, eventName, eventId, data }, index) => ({
    at: time * 1000 - beganAt,
    type: eventName || "message",
    data: secrets.outOfText(data ?? (isSame ? parsed[index]?.data : undefined) ?? ""),
    lastEventId: eventId,
  }));
  const isOrdered = events.every(({ at }, index) => at >= (events[index - 1]?.at ?? -NOISE));
  return isOrdered ? events.map((one) => ({ ...one, at: Math.max(0, one.at) })) : null;
}

/** Whether the response had ended when the capture was made: an open one has no time, or one that its events outlast. */
function isOver({ time, timings }: Entry, lastEventAt: number): boolean {
  return time > 0 && (timings.receive ?? -1) >= 0 && lastEventAt <= time + NOISE;
}

function parsedIn(body: Uint8Array): Event[] {
  const events: Event[] = [];
  const parser = createParser({ dispatch: (event) => void events.push(event) });
  parser.push(body);
  parser.end();
  return events.map(({ type, data, lastEventId }) => ({ type, data, lastEventId }));
}

/** Returns the body's text; `null` where it was exported without, or is open still in Chrome. */
function textOf(value: unknown): Uint8Array | null {
  const { content } = Object(Object(value).response);
  const { text, encoding } = Object(content);
  if (typeof text !== "string") return null;
  return encoding === "base64" ? fromBase64(text) : new TextEncoder().encode(text);
}

function errorOf(value: unknown): string {
  const { response, _error: own } = Object(value);
  const error = own ?? Object(response)._error;
  return typeof error === "string" ? error : "";
}

/** HTTP/2 has fields of its own, which are none to HTTP/1.1. */
function fieldsOf({ response }: Entry, secrets: Secrets): Header[] {
  return response.headers.flatMap(({ name, value }): Header[] => {
    const isField = /^[!#$%&'*+.^`|~\w-]+$/.test(name) && !/[\0\r\n]/.test(value);
    return isField ? [[name, secrets.outOfHead(toldValueOf(name, value))]] : [];
  });
}

/** Firefox names itself, Chrome its tools. */
function browserOf(log: object): string {
  const { browser, creator } = Object(log);
  const { name, version } = Object(browser ?? creator);
  return name === "WebInspector" ? "Chrome" : `${name ?? ""} ${version ?? ""}`.trim();
}

function epochOf(text: string): number {
  // biome-ignore lint/style/noRestrictedGlobals: it reads a date, and no clock
  return Date.parse(text);
}
