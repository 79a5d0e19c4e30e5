/**
 * What can be known of a run: the records of both sides. The server's come over the tap, the
 * browser's from the page's own clients. Nothing here is computed; what follows from the records is
 * derived in the files beside this one.
 */
import type { Header, PlayNote } from "../../protocol/script/action.ts";

/** The page's lanes, in its order. On the tap a lane is any name that a client gave itself. */
export const LANES = ["eventsource", "fetch"] as const;
export type LaneName = (typeof LANES)[number];

/** What a press of a button does to a play that is running. */
export type PlayFault =
  /** The connection is cut without a proper end. */
  | { kind: "drop"; how: "fin" | "reset" }
  /** Nothing more is written, no heartbeat either, for `ms`; null: until it is released. */
  | { kind: "stall"; ms: number | null }
  /** Ends a stall. */
  | { kind: "release" }
  /** The response ends properly, in mid-stream. */
  | { kind: "end" };

/** What it does to the answer that a client gets next. */
export type AnswerFault =
  | { kind: "next-status"; status: 204 | 500 | 503 }
  /** Status 200, and `text/html`. */
  | { kind: "next-type" }
  /** To another address of the same play. 301 and 302 are left out: they make a GET of a POST. */
  | { kind: "next-redirect"; status: 307 | 308 };

/** What it does to everybody: for `ms` the server listens no more, and cuts what is open. */
export type DoorFault = { kind: "close-door"; ms: number };

export type Fault = PlayFault | AnswerFault | DoorFault;

/** Those that a response can end by. */
export type EndingFault = Exclude<Fault, { kind: "stall" | "release" }>;

/** Why a response came to its end, as the server knows it. */
export type EndReason =
  /** The script was played to its end, or to `@close`: the response ended properly. */
  | { why: "played" | "close" }
  /** `@drop`: the connection was cut without a proper end. */
  | { why: "drop"; how: "fin" | "reset" }
  /** The client closed the connection. */
  | { why: "left" }
  /** The client did not read: so many bytes waited for it, and the connection was cut. */
  | { why: "unread"; waiting: number }
  /** A limit of docs/script-format.md was met while playing; ended properly. `most` has the limit's own unit. */
  | { why: "limit"; limit: "duration" | "bytes" | "writes"; most: number }
  /** The server is being stopped; ended properly. */
  | { why: "shutdown" }
  /** Somebody pressed a button; whether it ended properly is the fault's own. */
  | { why: "fault"; fault: EndingFault };

/** Which relay stands before the chat model: the right one, or a wrong one to set beside it. */
export type RelayName = "right" | "no-ids" | "split-chunks";

/** What an answer of the chat model came to, and why. */
export type ChatFailure =
  /** The model's service answered so, or said so in its stream. */
  | "unauthorized"
  | "rate-limited"
  | "upstream"
  /** It was silent for too long. */
  | "timeout"
  /** Its stream ended in the middle. */
  | "cut"
  /** The proxy on the way to it refused. */
  | "proxy"
  | "unreachable"
  /** It was stopped: somebody asked for that, or nobody read it any more. */
  | "stopped"
  /** The answer that is asked for is not kept. */
  | "forgotten";

/** What the relay had to do with the model for one answer. `tokens`: deltas with text that came. */
export type ModelFact =
  /** The relay asked the model, for the `times`th time for this client (trace and lane). */
  | { did: "asked"; times: number; model: string; relay: RelayName }
  /** The first piece of its stream came. */
  | { did: "began" }
  | { did: "ended"; tokens: number }
  | { did: "stopped"; why: "asked" | "unread" | "shutdown"; tokens: number }
  | { did: "failed"; failure: ChatFailure; tokens: number }
  /** This connection goes on after that event of the answer, which is kept: the model is not asked. */
  | { did: "resumed"; after: number };

/** What can happen on one connection; `Bytes` is base64 on the tap and a Uint8Array in a trace. */
export type ConnectionFact<Bytes> =
  | {
      kind: "request";
      method: string;
      url: string;
      httpVersion: string;
      headers: readonly Header[]; // credentials are redacted
    }
  | { kind: "head"; status: number; headers: readonly Header[] }
  /** One call that handed bytes to the socket. `offset`: of its first byte in the body; `line`: in the script, 0 for what no line asked for (a heartbeat). */
  | { kind: "write"; offset: number; bytes: Bytes; line: number }
  | { kind: "note"; note: PlayNote }
  /** A button was pressed. A `next-…` fault is told on the attempt before the one that it meets. */
  | { kind: "fault"; fault: PlayFault | AnswerFault }
  /** Told on the connection that the model was asked for, maybe after its end; "resumed" on that which resumed. */
  | { kind: "model"; answer: string; fact: ModelFact }
  | { kind: "end"; reason: EndReason; bytes: number; writes: number };

/** A record of one connection. */
export type ConnectionRecord<Bytes> = {
  lane: string;
  attempt: number;
  at: number;
} & ConnectionFact<Bytes>;

/** The server's door, told to every trace. `ours`: this trace had it closed. `ms`: for so long. */
export type DoorFact = { kind: "door-closed"; ms: number; ours: boolean } | { kind: "door-open" };

/**
 * What the tap sends: an event has a `data` line of JSON for each of the records of one turn, and the
 * number of its last one as id. `number`: grows with each record of a server process; 0 for what one
 * listener alone is told.
 */
export type TapLine = { number: number; record: TapRecord };

/** What the server tells of its own doing. `at`: epoch ms by the server's clock. */
export type TapRecord =
  | ConnectionRecord<string>
  /** First on every connection of a listener. A new `boot` means that counts and records of before are lost. */
  | { kind: "boot"; at: number; boot: string }
  /** Once a second. */
  | { kind: "alive"; at: number }
  | ({ at: number } & DoorFact)
  /** The trace outgrew its bound: `records` of its writes were not kept. */
  | { kind: "forgotten"; at: number; records: number };

/** A server record in a trace. `at`: ms since the run began; `boot`: the server process it came from. */
export type ServerRecord = { side: "server"; boot: string } & ConnectionRecord<Uint8Array>;

/** Who made a request for the page: the browser itself, or the npm package `eventsource`, which is built on fetch. */
export type Asker = "browser" | "package";

type Seen = { side: "browser"; lane: LaneName; at: number };

/** What the browser showed to the page. `at`: ms since the run began. */
export type BrowserRecord =
  /** The page called `new EventSource(url)` or `fetch(url)`. The browser's own later attempts are seen by the server only. */
  | (Seen & { kind: "ask"; method: "GET" | "POST"; url: string; by: Asker })
  /** EventSource: the connection was announced, readyState 0 → 1. */
  | (Seen & { kind: "open" })
  /** fetch: the promise resolved with the response head. */
  | (Seen & { kind: "head"; status: number; headers: readonly Header[] })
  /** fetch: what one read returned. `offset`: of its first byte in the decoded body. */
  | (Seen & { kind: "chunk"; offset: number; bytes: Uint8Array })
  | (Seen & { kind: "dispatch"; type: string; data: string; lastEventId: string })
  /** fetch: our parser met a `retry` field. ms. */
  | (Seen & { kind: "reconnection-time"; ms: number })
  /** EventSource: a plain `error` event; readyState 0: it will ask again, 2: it gave up for good. */
  | (Seen & { kind: "error"; readyState: 0 | 2 })
  /** fetch: the body was read to its proper end. */
  | (Seen & { kind: "end" })
  /** fetch: rejected, or failed while reading; or a head that is no event stream (`name` "NotAnEventStream"). */
  | (Seen & { kind: "failure"; name: string; message: string })
  /** The page itself let go: `close()` or `abort()`. */
  | (Seen & { kind: "close" })
  /** The page's client comes back by itself: it waits for `ms` before it asks again, from `lastEventId` on; "" for none. */
  | (Seen & { kind: "wait"; ms: number; lastEventId: string })
  /** Resource Timing, once a response is complete. Bytes. `protocol`: nextHopProtocol, such as "http/1.1". */
  | (Seen & { kind: "size"; encoded: number; decoded: number; protocol: string });

/** What befell the page as a whole. */
export type PageRecord =
  /** The page's own thread was blocked from `since` to `at`. */
  | { side: "page"; kind: "busy"; since: number; at: number }
  /** The tap's way to the server: straight, through the page's own origin, or not there. */
  | { side: "page"; kind: "tap"; way: "direct" | "own-origin" | "lost"; at: number }
  /** Another server process answers: its counts and records of before are lost. */
  | { side: "page"; kind: "boot"; boot: string; at: number }
  /** The server's door, for everybody. */
  | ({ side: "page"; at: number } & DoorFact)
  /** Records that the server did not keep, or that this trace did not. */
  | { side: "page"; kind: "forgotten"; records: number; at: number }
  /** Somebody pressed Stop, or began another run. */
  | { side: "page"; kind: "stop"; at: number };

export type TraceRecord = ServerRecord | BrowserRecord | PageRecord;

/** Which way the lanes of a run went. `port`: of the dev server, or of the Node server when direct. */
export type Path =
  | { proxy: true; port: number; compress: boolean }
  | { proxy: false; port: number };

/** What was asked for when the run began. `clockError`: ± ms between the server's clock and the page's. */
export type Setup = {
  trace: string;
  script: { name: string; text: string };
  path: Path;
  noTransform: boolean;
  browser: string; // such as "Chromium 156"
  beganAt: number; // epoch ms, page's clock
  clockError: number;
};
