/** Says what a record of the server means within its run, with what the browser's side adds to it. */
import type { PlayNote } from "../../protocol/script/action.ts";
import { beginning } from "../run/beginning.ts";
import type { Connection } from "../run/connection.ts";
import {
  factsOf,
  type Head,
  type HeadFacts,
  headerValue,
  isEventStream,
  isRedirect,
} from "../run/head.ts";
import type { AnswerFault, EndReason, ModelFact, PlayFault, ServerRecord } from "../run/records.ts";
import { mindedCharset } from "../run/refusal.ts";
import type { Run } from "../run/run.ts";
import { type Cause, causeOf } from "../verdict/cause.ts";
import { pileIn } from "../verdict/pile.ts";

type Unreadable = Extract<ServerRecord, { kind: "unreadable" }>["why"];

export type ServerMeaning =
  /** `after`: what made the browser send it once more without the page's asking; `again`: it was the playground's own server. `lastEventId`: "" for none. */
  | {
      kind: "request";
      method: string;
      url: string;
      attempt: number;
      lastEventId: string;
      after: "cut" | "redirect" | "again" | null;
    }
  | { kind: "preflight"; url: string }
  /** `minded`: the charset for which this browser's EventSource gives up; `null` for none. */
  | ({ kind: "response-head"; lane: string; minded: string | null } & HeadFacts)
  /** `text`: how it begins. */
  | { kind: "write"; bytes: number; text: string }
  /** `bytes`: as they passed, compressed. */
  | { kind: "packed"; coding: string; bytes: number }
  | { kind: "unreadable"; why: Unreadable }
  | { kind: "note"; note: PlayNote }
  | { kind: "fault"; fault: PlayFault | AnswerFault }
  | { kind: "model"; fact: ModelFact }
  /** `held`: events that the browser had not got when the stream ended, and `by` what, as is inferred. */
  | {
      kind: "response-end";
      isStream: boolean;
      reason: EndReason;
      bytes: number;
      writes: number;
      held: number;
      by: Cause["kind"];
    };

export function serverMeaning(record: ServerRecord, run: Run): ServerMeaning {
  const connection = run.connectionOf(record);
  switch (record.kind) {
    case "request":
      if (record.method === "OPTIONS") return { kind: "preflight", url: record.url };
      return {
        kind: "request",
        method: record.method,
        url: record.url,
        attempt: record.attempt,
        lastEventId: headerValue(record.headers, "Last-Event-ID") ?? "",
        after: record.again ? "again" : repeatedAfter(connection, run),
      };
    case "head": {
      const { lane } = record;
      const charset = minded(record, connection, run);
      return { kind: "response-head", lane, ...factsOf(record), minded: charset };
    }
    case "write":
      return { kind: "write", bytes: record.bytes.length, text: beginning(record.bytes) };
    case "packed":
      return { kind: "packed", coding: record.coding, bytes: record.length };
    case "unreadable":
      return { kind: "unreadable", why: record.why };
    case "note":
      return { kind: "note", note: record.note };
    case "fault":
      return { kind: "fault", fault: record.fault };
    case "model":
      return { kind: "model", fact: record.fact };
    case "end": {
      const { reason, bytes, writes } = record;
      const head = connection?.head ?? null;
      const isStream = head !== null && isEventStream(head);
      const left = held(connection, run, record.at);
      return { kind: "response-end", isStream, reason, bytes, writes, ...left };
    }
  }
}

/** An EventSource that is built on fetch minds no charset. */
function minded(head: Head, connection: Connection | undefined, run: Run): string | null {
  const attempt = connection && run.lane("eventsource").attemptOn(connection);
  if (attempt?.reception.askedBy !== "browser") return null;
  return mindedCharset(head, run.setup.browser);
}

function repeatedAfter(connection: Connection | undefined, run: Run): "cut" | "redirect" | null {
  if (connection === undefined) return null;
  for (const { attempts } of run.lanes) {
    for (const { connections } of attempts) {
      const before = connections[connections.indexOf(connection) - 1];
      if (before !== undefined) return isRedirect(before.head) ? "redirect" : "cut";
    }
  }
  return null;
}

function held(connection: Connection | undefined, run: Run, at: number) {
  for (const { name, attempts } of run.lanes) {
    const attempt = attempts.find((one) => one.connection === connection);
    const held = attempt ? pileIn(run, name, attempt, at) : null;
    if (attempt && held) return { held: held.events, by: causeOf(run, name, attempt).kind };
  }
  return { held: 0, by: "buffer" } as const;
}
