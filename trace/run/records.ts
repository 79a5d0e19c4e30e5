/**
 * Says what can be known of a run: the records of both sides. The server's come over the tap, the
 * browser's from the page's own clients. Nothing here is computed; what follows from the records is
 * derived in the files beside this one.
 *
 * Each kind of record is declared here and nowhere else: its type follows from the declaration,
 * trace/file/ holds a file to it, and the server holds the body of `POST /api/faults` to it. The page
 * imports only types from here, so its first JavaScript does not grow.
 */
import * as Type from "typebox";
import {
  Bytes,
  Count,
  Flag,
  Headers,
  HttpMethod,
  Ms,
  Port,
  Text,
  WebUrl,
  whole,
} from "./fields.ts";
import { LANES, type LaneName } from "./lanes.ts";

export type { LaneName };

/** A stall that ends by itself ends by then; one that is to be released lasts as long as a play may. ms */
const MAX_STALL = 60_000;
/** The door is closed for everybody, so it opens by then. ms */
const MAX_DOOR_CLOSED = 30_000;

/** What a press of a button does to a response that is being played, and may end it by. */
const endingFaults = [
  fault("drop", { how: Type.Enum(["fin", "reset"]) }),
  fault("end", {}),
] as const;

const stallTime = { description: `1 to ${MAX_STALL}, or null until the release` };
const playFaults = [
  ...endingFaults,
  /** Nothing more is written, no heartbeat either, for `ms`; null: until it is released. */
  fault("stall", { ms: Type.Union([whole(1, MAX_STALL), Type.Null()], stallTime) }),
  fault("release", {}),
] as const;

/** What a press of a button does to the answer that a client gets next. */
const answerFaults = [
  fault("next-status", { status: Type.Enum([204, 500, 503]) }),
  /** The answer has status 200, and type `text/html`. */
  fault("next-type", {}),
  /** It leads to another address of the same play. 301 and 302 are left out: they make a GET of a POST. */
  fault("next-redirect", { status: Type.Enum([307, 308]) }),
] as const;

/** What a press of a button does to everybody: for `ms` the server listens no more, and cuts what is open. */
const doorFault = fault("close-door", { ms: whole(1, MAX_DOOR_CLOSED) });

/** A fault is also the body of a request, which may hold nothing else. */
function fault<Kind extends string, Own extends Type.TProperties>(kind: Kind, own: Own) {
  return Type.Object({ kind: Type.Literal(kind), ...own }, { additionalProperties: false });
}

export const Fault = Type.Union([...playFaults, ...answerFaults, doorFault]);
export type Fault = Type.Static<typeof Fault>;
export type PlayFault = Type.Static<(typeof playFaults)[number]>;
export type AnswerFault = Type.Static<(typeof answerFaults)[number]>;
export type DoorFault = Type.Static<typeof doorFault>;

/** The faults that a response can end by. */
const EndingFault = Type.Union([...endingFaults, ...answerFaults, doorFault]);
export type EndingFault = Type.Static<typeof EndingFault>;

/** Why a response came to its end, as the server knows it. */
const EndReason = Type.Union([
  /** The script was played to its end: the response ended properly. */
  because("played", {}),
  /** The script was played to `@close`: the response ended properly. */
  because("close", {}),
  /** `@drop`: the connection was cut without a proper end. */
  because("drop", { how: Type.Enum(["fin", "reset"]) }),
  because("left", {}),
  /** The client did not read: so many bytes waited for it, and the connection was cut. */
  because("unread", { waiting: Count }),
  /** A limit of docs/script-format.md was met while playing; ended properly. `most` has the limit's own unit. */
  because("limit", { limit: Type.Enum(["duration", "bytes", "writes"]), most: Count }),
  /** The server is being stopped; ended properly. */
  because("shutdown", {}),
  /** A stranger's server, behind the target proxy, ended the response properly. */
  because("target-ended", {}),
  /** It cut its connection, and the proxy the client's; `code`: as the proxy's system calls it. */
  because("target-cut", { code: Text }),
  /** It could not be asked, and the proxy answered for it. */
  because("target-down", { code: Text }),
  /** Somebody pressed a button; whether it ended properly is the fault's own. */
  because("fault", { fault: EndingFault }),
]);
export type EndReason = Type.Static<typeof EndReason>;

function because<Why extends string, Own extends Type.TProperties>(why: Why, own: Own) {
  return Type.Object({ why: Type.Literal(why), ...own });
}

/** Which relay stands before the chat model: the right one, or a wrong one to set beside it. */
const RelayName = Type.Enum(["right", "no-ids", "split-chunks"]);
export type RelayName = Type.Static<typeof RelayName>;

/** Why the chat model's answer is not whole. */
const ModelFailure = Type.Enum([
  /** The model's service answered so, or said so in its stream. */
  "unauthorized",
  "rate-limited",
  "upstream",
  "timeout",
  "cut",
  /** The proxy on the way to it refused. */
  "proxy",
  "unreachable",
  /** It was stopped: somebody asked for that, or nobody read it any more. */
  "stopped",
  /** The answer that is asked for is not kept. */
  "forgotten",
]);
export type ModelFailure = Type.Static<typeof ModelFailure>;

/** What the relay had to do with the model for one answer. `tokens`: deltas with text that came. */
const ModelFact = Type.Union([
  /** The relay asked the model, for the `times`th time for this client (trace and lane). */
  did("asked", { times: Count, model: Text, relay: RelayName }),
  did("began", {}),
  did("ended", { tokens: Count }),
  did("stopped", { why: Type.Enum(["asked", "unread", "shutdown"]), tokens: Count }),
  did("failed", { failure: ModelFailure, tokens: Count }),
  /** This connection goes on after that event of the answer, which is kept: the model is not asked. */
  did("resumed", { after: Count }),
]);
export type ModelFact = Type.Static<typeof ModelFact>;

function did<Did extends string, Own extends Type.TProperties>(did: Did, own: Own) {
  return Type.Object({ did: Type.Literal(did), ...own });
}

/** What playing a script came upon, as protocol/script/action.ts explains it. */
const Note = Type.Union([
  Type.Object({ note: Type.Literal("head-has-left"), directive: Text, line: Count }),
  Type.Object({ note: Type.Literal("resumed"), lastEventId: Text, line: Count }),
  Type.Object({ note: Type.Literal("unknown-id"), lastEventId: Text }),
]);

/** The connection that a record is of. `at`: ms since the run began; `boot`: the server process it came from. */
const onConnection = {
  side: Type.Literal("server"),
  boot: Text,
  lane: Text,
  attempt: Count,
  at: Ms,
};

/** What can happen on one connection. */
const serverRecords = [
  /** Credentials are redacted in `headers`. `again`: the server asked itself, once more without `Accept-Encoding`. */
  told("request", {
    again: Type.Optional(Flag),
    method: Text,
    url: WebUrl,
    httpVersion: Text,
    headers: Headers,
  }),
  told("head", { status: Count, headers: Headers }),
  /**
   * One call handed bytes to the socket. `offset` is where its first byte stands in the body, `line` where its line
   * stands in the script, 0 for what no line asked for (a heartbeat).
   */
  told("write", { offset: Count, bytes: Bytes, line: Count }),
  /** One read of a body that passes the target proxy compressed, before what is decoded of it. `length`: bytes as they passed. */
  told("packed", { coding: Text, length: Count }),
  /** No more of it is decoded: the coding is not known, its bytes are no such coding's, or they came too fast. */
  told("unreadable", { why: Type.Enum(["unknown-coding", "damaged", "too-fast"]) }),
  told("note", { note: Note }),
  /** A button was pressed. A `next-…` fault is told on the attempt before the one that it meets. */
  told("fault", { fault: Type.Union([...playFaults, ...answerFaults]) }),
  /** Told on the connection that the model was asked for, maybe after its end; "resumed" on that which resumed. */
  told("model", { answer: Text, fact: ModelFact }),
  told("end", { reason: EndReason, bytes: Count, writes: Count }),
] as const;
export type ServerRecord = Type.Static<(typeof serverRecords)[number]>;

function told<Kind extends string, Own extends Type.TProperties>(kind: Kind, own: Own) {
  return Type.Object({ ...onConnection, kind: Type.Literal(kind), ...own });
}

/** The record without the fields named `Left`, and with its bytes as `Bytes`. */
type Reduced<Record, Left, Bytes> = {
  [Name in keyof Record as Exclude<Name, Left>]: Record[Name] extends Uint8Array
    ? Bytes
    : Record[Name];
};

/** A record of one connection; `Bytes` is base64 on the tap and a Uint8Array in the server. */
export type ConnectionRecord<Bytes> = Reduced<ServerRecord, "side" | "boot", Bytes>;

/** What can happen on one connection, without saying on which and when. */
export type ConnectionFact<Bytes> = Reduced<ServerRecord, keyof typeof onConnection, Bytes>;

/** Which lane saw it, and when: ms since the run began. */
const inLane = { side: Type.Literal("browser"), lane: Type.Enum([...LANES]), at: Ms };

/** The client that made a request for the page: the browser itself, or the npm package `eventsource`, which is built on fetch. */
const Asker = Type.Enum(["browser", "package"]);
export type Asker = Type.Static<typeof Asker>;

/** What the browser showed to the page. */
const browserRecords = [
  /**
   * The page called `new EventSource(url)` or `fetch(url)`. The browser's own later attempts are seen by the server
   * only. `again`: the same request once more, without `Accept-Encoding`, as the probe makes it.
   * `listensFor`: the event types that an EventSource listens for, beside `message`; left out where it is every one.
   */
  seen("ask", {
    again: Type.Optional(Flag),
    listensFor: Type.Optional(Type.Array(Text)),
    method: HttpMethod,
    url: WebUrl,
    by: Asker,
  }),
  /** EventSource: the connection was announced, readyState 0 → 1. */
  seen("open", {}),
  /** fetch: the promise resolved with the response head. */
  seen("head", { status: Count, headers: Headers }),
  /** fetch: one read returned these bytes; the first one stands at `offset` in the decoded body. */
  seen("chunk", { offset: Count, bytes: Bytes }),
  seen("dispatch", { type: Text, data: Text, lastEventId: Text }),
  /** fetch: our parser met a `retry` field. */
  seen("reconnection-time", { ms: Ms }),
  /** EventSource: a plain `error` event; readyState 0: it will ask again, 2: it gave up for good. */
  seen("error", { readyState: Type.Enum([0, 2]) }),
  /** fetch: the body was read to its proper end. */
  seen("end", {}),
  /** fetch: rejected, or failed while reading; or a head that is no event stream (`name` "NotAnEventStream"). */
  seen("failure", { name: Text, message: Text }),
  /** The page itself let go: `close()` or `abort()`. */
  seen("close", {}),
  /** The page's client comes back by itself: it waits for `ms` before it asks again, from `lastEventId` on; "" for none. */
  seen("wait", { ms: Ms, lastEventId: Text }),
  /** Resource Timing, once a response is complete. Bytes. `protocol`: nextHopProtocol, such as "http/1.1". */
  seen("size", { encoded: Count, decoded: Count, protocol: Text }),
] as const;
export type BrowserRecord = Type.Static<(typeof browserRecords)[number]>;

/** What the browser showed, without saying on which lane and when. */
export type BrowserFact = Reduced<BrowserRecord, keyof typeof inLane, Uint8Array>;

function seen<Kind extends string, Own extends Type.TProperties>(kind: Kind, own: Own) {
  return Type.Object({ ...inLane, kind: Type.Literal(kind), ...own });
}

const onPage = { side: Type.Literal("page"), at: Ms };

/** The server's door, told to every trace. */
const doorRecords = [
  /** It is closed for `ms`; `ours` tells whether this trace had it closed. */
  befell("door-closed", { ms: Ms, ours: Flag }),
  befell("door-open", {}),
] as const;
type DoorRecord = Type.Static<(typeof doorRecords)[number]>;
export type DoorFact = Reduced<DoorRecord, keyof typeof onPage, never>;

const pageRecords = [
  befell("busy", { since: Ms }),
  /** The tap goes straight to the server, through the page's own origin, or is not there. */
  befell("tap", { way: Type.Enum(["direct", "own-origin", "lost"]) }),
  /** Another server process answers: its counts and records of before are lost. */
  befell("boot", { boot: Text }),
  ...doorRecords,
  /** Records that the server did not keep, or that this trace did not. */
  befell("forgotten", { records: Count }),
  /** Somebody pressed Stop, or began another run. */
  befell("stop", {}),
] as const;
export type PageRecord = Type.Static<(typeof pageRecords)[number]>;

function befell<Kind extends string, Own extends Type.TProperties>(kind: Kind, own: Own) {
  return Type.Object({ ...onPage, kind: Type.Literal(kind), ...own });
}

export const TraceRecord = Type.Union([...serverRecords, ...browserRecords, ...pageRecords]);
export type TraceRecord = Type.Static<typeof TraceRecord>;

/** What the server tells of its own doing; `at` is epoch ms by the server's clock. */
export type TapRecord =
  | ConnectionRecord<string>
  /** It comes first on each connection of a listener. A new `boot`: counts and records of before are lost. */
  | { kind: "boot"; at: number; boot: string }
  /** It comes once a second. */
  | { kind: "alive"; at: number }
  | ({ at: number } & DoorFact)
  /** The trace outgrew its bound: `records` of its writes were not kept. */
  | { kind: "forgotten"; at: number; records: number };

/**
 * What the tap sends: an event has a `data` line of JSON for each of the records of one turn, and the
 * number of its last one as id. `number`: grows with each record of a server process; 0 for what one
 * listener alone is told.
 */
export type TapLine = { number: number; record: TapRecord };

/** Says which way the lanes of a run went; `port` is the dev server's, or the Node server's when direct. */
const Path = Type.Union([
  Type.Object({ proxy: Type.Literal(true), port: Port, compress: Flag }),
  Type.Object({ proxy: Type.Literal(false), port: Port }),
]);
export type Path = Type.Static<typeof Path>;

/**
 * What was asked for when the run began. `browser`: such as "Chromium 156"; `beganAt`: epoch ms by the
 * page's clock; `clockError`: ± ms between the server's clock and the page's. `watched`: the address of a
 * stranger's server, of which the target proxy tells what left it; where the page asked, its records stand beside, and
 * else nothing is known of whoever did. `unwatched`: of one that tells nothing, so that only the arrivals are known.
 * `untimed`: out of a capture that does not tell when its events came: they stand at its end.
 * `isServer`: somebody said that at the watched address the server itself answers, with nothing before it.
 */
export const Setup = Type.Object({
  trace: Text,
  script: Type.Object({ name: Text, text: Text }),
  path: Path,
  noTransform: Flag,
  browser: Text,
  beganAt: Ms,
  clockError: Ms,
  watched: Type.Optional(Text),
  unwatched: Type.Optional(Text),
  isServer: Type.Optional(Flag),
  untimed: Type.Optional(Flag),
});
export type Setup = Type.Static<typeof Setup>;
