/** The records of a trace as they stand in a file: each kind, field by field. */
import type { PlayNote } from "../../protocol/script/action.ts";
import type {
  BrowserRecord,
  ConnectionFact,
  EndReason,
  PageRecord,
  ServerRecord,
  TraceRecord,
} from "../run/records.ts";
import { clientFaults, endingFaults } from "./faults.ts";
import type { Fields, Readers } from "./fields.ts";
import { modelFacts } from "./model-facts.ts";

/** Reads one record; what is none is told with its place. */
export function readRecord(fields: Fields): TraceRecord {
  return fields.by("side", sides);
}

const sides: Readers<TraceRecord, "side"> = {
  server: readServerRecord,
  browser: (fields) => fields.by("kind", browserKinds),
  page: (fields) => fields.by("kind", pageKinds),
};

function readServerRecord(fields: Fields): ServerRecord {
  return {
    side: "server",
    boot: fields.text("boot"),
    lane: fields.text("lane"),
    attempt: fields.count("attempt"),
    at: fields.number("at"),
    ...fields.by("kind", factKinds),
  };
}

const factKinds: Readers<ConnectionFact<Uint8Array>, "kind"> = {
  request: (fields) => ({
    kind: "request",
    method: fields.text("method"),
    url: fields.url("url"),
    httpVersion: fields.text("httpVersion"),
    headers: fields.headers("headers"),
  }),
  head: (fields) => ({
    kind: "head",
    status: fields.count("status"),
    headers: fields.headers("headers"),
  }),
  write: (fields) => ({
    kind: "write",
    offset: fields.count("offset"),
    bytes: fields.bytes("bytes"),
    line: fields.count("line"),
  }),
  note: (fields) => ({ kind: "note", note: fields.object("note").by("note", notes) }),
  fault: (fields) => ({ kind: "fault", fault: fields.object("fault").by("kind", clientFaults) }),
  model: (fields) => ({
    kind: "model",
    answer: fields.text("answer"),
    fact: fields.object("fact").by("did", modelFacts),
  }),
  end: (fields) => ({
    kind: "end",
    reason: fields.object("reason").by("why", reasons),
    bytes: fields.count("bytes"),
    writes: fields.count("writes"),
  }),
};

const notes: Readers<PlayNote, "note"> = {
  "head-has-left": (fields) => ({
    note: "head-has-left",
    directive: fields.text("directive"),
    line: fields.count("line"),
  }),
  resumed: (fields) => ({
    note: "resumed",
    lastEventId: fields.text("lastEventId"),
    line: fields.count("line"),
  }),
  "unknown-id": (fields) => ({ note: "unknown-id", lastEventId: fields.text("lastEventId") }),
};

const reasons: Readers<EndReason, "why"> = {
  played: () => ({ why: "played" }),
  close: () => ({ why: "close" }),
  drop: (fields) => ({ why: "drop", how: fields.oneOf("how", ["fin", "reset"]) }),
  left: () => ({ why: "left" }),
  unread: (fields) => ({ why: "unread", waiting: fields.count("waiting") }),
  limit: (fields) => ({
    why: "limit",
    limit: fields.oneOf("limit", ["duration", "bytes", "writes"]),
    most: fields.count("most"),
  }),
  shutdown: () => ({ why: "shutdown" }),
  fault: (fields) => ({ why: "fault", fault: fields.object("fault").by("kind", endingFaults) }),
};

/** Who saw it, and when. */
function seen(fields: Fields): Pick<BrowserRecord, "side" | "lane" | "at"> {
  return {
    side: "browser",
    lane: fields.oneOf("lane", ["eventsource", "fetch"]),
    at: fields.number("at"),
  };
}

const browserKinds: Readers<BrowserRecord, "kind"> = {
  ask: (fields) => ({
    ...seen(fields),
    kind: "ask",
    method: fields.oneOf("method", ["GET", "POST"]),
    url: fields.url("url"),
    by: fields.oneOf("by", ["browser", "package"], "browser"), // files of before do not say
  }),
  open: (fields) => ({ ...seen(fields), kind: "open" }),
  head: (fields) => ({
    ...seen(fields),
    kind: "head",
    status: fields.count("status"),
    headers: fields.headers("headers"),
  }),
  chunk: (fields) => ({
    ...seen(fields),
    kind: "chunk",
    offset: fields.count("offset"),
    bytes: fields.bytes("bytes"),
  }),
  dispatch: (fields) => ({
    ...seen(fields),
    kind: "dispatch",
    type: fields.text("type"),
    data: fields.text("data"),
    lastEventId: fields.text("lastEventId"),
  }),
  "reconnection-time": (fields) => ({
    ...seen(fields),
    kind: "reconnection-time",
    ms: fields.number("ms"),
  }),
  error: (fields) => ({
    ...seen(fields),
    kind: "error",
    readyState: fields.oneOf("readyState", [0, 2]),
  }),
  end: (fields) => ({ ...seen(fields), kind: "end" }),
  failure: (fields) => ({
    ...seen(fields),
    kind: "failure",
    name: fields.text("name"),
    message: fields.text("message"),
  }),
  close: (fields) => ({ ...seen(fields), kind: "close" }),
  wait: (fields) => ({
    ...seen(fields),
    kind: "wait",
    ms: fields.number("ms"),
    lastEventId: fields.text("lastEventId"),
  }),
  size: (fields) => ({
    ...seen(fields),
    kind: "size",
    encoded: fields.count("encoded"),
    decoded: fields.count("decoded"),
    protocol: fields.text("protocol"),
  }),
};

const pageKinds: Readers<PageRecord, "kind"> = {
  busy: (fields) => ({ ...onPage(fields), kind: "busy", since: fields.number("since") }),
  tap: (fields) => ({
    ...onPage(fields),
    kind: "tap",
    way: fields.oneOf("way", ["direct", "own-origin", "lost"]),
  }),
  boot: (fields) => ({ ...onPage(fields), kind: "boot", boot: fields.text("boot") }),
  "door-closed": (fields) => ({
    ...onPage(fields),
    kind: "door-closed",
    ms: fields.number("ms"),
    ours: fields.flag("ours"),
  }),
  "door-open": (fields) => ({ ...onPage(fields), kind: "door-open" }),
  forgotten: (fields) => ({
    ...onPage(fields),
    kind: "forgotten",
    records: fields.count("records"),
  }),
  stop: (fields) => ({ ...onPage(fields), kind: "stop" }),
};

function onPage(fields: Fields): Pick<PageRecord, "side" | "at"> {
  return { side: "page", at: fields.number("at") };
}
