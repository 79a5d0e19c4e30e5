/**
 * One request, and its answer as it comes. What happens is told in the records of a run's fetch lane, so
 * that trace/ reads it as it reads the page's own.
 */
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { pipeline, type Readable } from "node:stream";
import { BufferLimitError, createParser } from "../protocol/event-stream/parser.ts";
import { toldUrl, toldValueOf } from "../protocol/redact.ts";
import type { Header } from "../protocol/script/action.ts";
import { Secrets } from "../protocol/secrets.ts";
import { headerValue, isEventStream, isRedirect } from "../trace/run/head.ts";
import { NOT_AN_EVENT_STREAM } from "../trace/run/reception.ts";
import type { BrowserFact } from "../trace/run/records.ts";
import { requestHeaders } from "./browser-headers.ts";
import { decoderOf } from "./decoder.ts";
import { failureOf, redirectsInACircle, tooManyRedirects } from "./failure.ts";
import {
  MOST_EVENT,
  MOST_EVENTS,
  MOST_EXPLANATION,
  MOST_HEAD,
  MOST_READ,
  MOST_REDIRECTS,
} from "./limits.ts";
import type { Options } from "./options.ts";

export type Hears = {
  record(happening: BrowserFact, at?: number): void;
  /** Ms since the probe began. */
  now(): number;
  /** The request goes on to another address; `bare`: without what was given for the first one's host. */
  redirected(status: number, url: string, bare: boolean): void;
  /** A bound of limits.ts was met, and the connection let go. */
  bounded(bound: Bound): void;
};

export type Bound =
  | { readonly kind: "bytes"; readonly most: number }
  | { readonly kind: "events"; readonly most: number }
  /** One event is larger than `most`. */
  | { readonly kind: "event"; readonly most: number };

/** How long the beginning of what is no event stream is waited for. ms */
const EXPLANATION_TIME = 1000;

/**
 * Asks, and tells what comes until the response ends, fails, or `signal` lets it go.
 * @param coded whether it accepts a coding
 */
export async function ask(
  options: Options,
  coded: boolean,
  hears: Hears,
  signal: AbortSignal,
): Promise<void> {
  const asked = { method: options.method, by: "browser", url: toldUrl(options.url.href) } as const;
  hears.record({ kind: "ask", ...asked, ...(coded ? {} : { again: true }) });
  try {
    const response = await responseOf(options, coded, hears, signal);
    await read(response, secretsOf(options), hears, signal);
  } catch (error) {
    hears.record(signal.aborted ? { kind: "close" } : { kind: "failure", ...failureOf(error) });
  }
}

/** Returns the first answer that leads nowhere else. Only a GET is sent on: any other method is asked for once. */
async function responseOf(options: Options, coded: boolean, hears: Hears, signal: AbortSignal) {
  let { url, headers } = options;
  const asked = new Set<string>();
  for (;;) {
    asked.add(url.href);
    const response = await answer(url, { ...options, headers }, coded, signal);
    const { statusCode: status = 0 } = response;
    const to = response.headers.location;
    if (options.method !== "GET" || !isRedirect({ status }) || to === undefined) {
      return response;
    }
    response.destroy();
    const next = new URL(to, url);
    next.hash = "";
    if (asked.has(next.href)) throw redirectsInACircle(toldUrl(next.href));
    if (asked.size > MOST_REDIRECTS) throw tooManyRedirects();
    const isElsewhere = next.origin !== url.origin;
    hears.redirected(status, toldUrl(next.href), isElsewhere && headers.length > 0);
    // What was given for one host is no other's to have.
    if (isElsewhere) headers = [];
    url = next;
  }
}

function answer(
  url: URL,
  { method, headers, body, insecure }: Options,
  coded: boolean,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method,
      agent: false,
      signal,
      maxHeaderSize: MOST_HEAD,
      rejectUnauthorized: !insecure,
    });
    for (const [name, value] of grouped(requestHeaders(url, headers, coded))) {
      asked.setHeader(name, value);
    }
    if (body !== null) asked.setHeader("Content-Length", Buffer.byteLength(body));
    asked.once("response", resolve);
    asked.once("upgrade", (_, socket) => {
      socket.destroy();
      reject(new Error("the answer changes to another protocol"));
    });
    asked.on("error", reject);
    asked.end(body ?? undefined);
  });
}

/** Headers of one name together, as Node takes them. */
function grouped(headers: readonly Header[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

/** What it was given to keep to itself, in a URL's authority too. */
function secretsOf({ headers, url }: Options): Secrets {
  const { password } = url;
  return new Secrets([...headers, ["Password", password]], url.href);
}

async function read(
  response: IncomingMessage,
  secrets: Secrets,
  hears: Hears,
  signal: AbortSignal,
): Promise<void> {
  const { statusCode: status = 0, rawHeaders } = response;
  const headers = pairs(rawHeaders);
  const told = headers.map(
    ([name, value]): Header => [name, secrets.outOfHead(toldValueOf(name, value))],
  );
  hears.record({ kind: "head", status, headers: told });
  let encoded = 0;
  response.on("data", ({ length }: Buffer) => {
    encoded += length;
  });
  response.pause(); // until the body is read
  const coding = headerValue(headers, "Content-Encoding")?.trim().toLowerCase() ?? "";
  if (!isEventStream({ status, headers })) {
    const message = secrets.outOfText(await beginning(response, coding, signal));
    hears.record({ kind: "failure", name: NOT_AN_EVENT_STREAM, message });
    return;
  }
  const decoded = await readStream(bodyOf(response, coding), secrets, hears);
  if (signal.aborted || decoded === null) {
    hears.record({ kind: "close" });
  } else {
    hears.record({ kind: "end" });
    hears.record({ kind: "size", encoded, decoded, protocol: "http/1.1" });
  }
  response.destroy();
}

/** @returns how many bytes it had; `null` where a bound was met before its end */
async function readStream(body: Readable, secrets: Secrets, hears: Hears): Promise<number | null> {
  let offset = 0;
  let events = 0;
  let readAt = 0;
  const parser = createParser(
    {
      dispatch: ({ type, data, lastEventId }) => {
        if (++events <= MOST_EVENTS) {
          hears.record({ kind: "dispatch", type, data, lastEventId }, readAt);
        }
      },
      reconnectionTime: (ms) => hears.record({ kind: "reconnection-time", ms }, readAt),
    },
    { maxBuffered: MOST_EVENT },
  );
  const told = secrets.outOfBody((bytes, at) => {
    readAt = at;
    hears.record({ kind: "chunk", offset, bytes }, at);
    offset += bytes.length;
    parser.push(bytes);
  });
  try {
    for await (const read of body) {
      if (!(read instanceof Uint8Array)) continue;
      // Node's own may be a part of a larger piece, which would be kept.
      told.push(new Uint8Array(read), hears.now());
      const bound = boundMet(offset, events);
      if (bound === null) continue;
      hears.bounded(bound);
      return null; // which lets the connection go
    }
  } catch (error) {
    if (!(error instanceof BufferLimitError)) throw error;
    hears.bounded({ kind: "event", most: MOST_EVENT });
    return null;
  }
  told.end();
  parser.end();
  return offset;
}

function boundMet(bytes: number, events: number): Bound | null {
  if (bytes > MOST_READ) return { kind: "bytes", most: MOST_READ };
  return events > MOST_EVENTS ? { kind: "events", most: MOST_EVENTS } : null;
}

function bodyOf(response: IncomingMessage, coding: string): Readable {
  const decoder = decoderOf(coding);
  return decoder === null ? response : pipeline(response, decoder, () => {}); // whoever reads it hears of errors
}

/** How an answer that is no event stream begins, as text; what of it can't be read is left out. */
async function beginning(response: IncomingMessage, coding: string, signal: AbortSignal) {
  const patience = setTimeout(() => response.destroy(), EXPLANATION_TIME);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const bytes of bodyOf(response, coding)) {
      if (bytes instanceof Uint8Array) text += decoder.decode(bytes, { stream: true });
      if (text.length >= MOST_EXPLANATION) break;
    }
  } catch (error) {
    if (signal.aborted) throw error;
  } finally {
    clearTimeout(patience);
    response.destroy();
  }
  return text.slice(0, MOST_EXPLANATION);
}

function pairs(raw: readonly string[]): Header[] {
  const headers: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? "", raw[at + 1] ?? ""]);
  return headers;
}
