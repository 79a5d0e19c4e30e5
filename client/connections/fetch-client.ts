/**
 * The POST lane: fetch, its ReadableStream, and our parser. A bare fetch does not reconnect; told to
 * resume, this one does what the standard has an EventSource do, step by step:
 * HTML, "Processing model":
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#sse-processing-model
 * Only where that fails the connection because a proxy answered for a server that is away, it asks
 * again all the same, as applications do: unlike an EventSource's page it sees the status.
 */
import { BufferLimitError, createParser } from "../../protocol/event-stream/parser.ts";
import type { Header } from "../../protocol/script/action.ts";
import { isEventStream } from "../../trace/run/head.ts";
import { NOT_AN_EVENT_STREAM } from "../../trace/run/reception.ts";
import { FETCH_RECONNECTION_TIME } from "../../trace/run/reconnection-time.ts";
import { MOST_TRIES, waitAfter } from "./backoff.ts";
import type { Client, Recorder } from "./client.ts";
import { beginning, chunks } from "./response.ts";

/**
 * What a client does when its stream has ended. `never`, as a bare fetch: whoever repeats a POST may make
 * the server do its work twice. `resume`: for a server that takes up a repeated request where the one
 * before left off.
 */
export type Reconnect = "never" | "resume";

/** Statuses that a proxy answers with in a server's place. A 503 is the server's own word. */
const AWAY: readonly number[] = [502, 504];

const LONGEST_WAIT = 2 ** 31 - 1; // ms

/** `away`: by the standard it fails, though the server may come back. */
type Next = "reestablish" | "fail" | "away";

type FetchOptions = { withCredentials: boolean; reconnect: Reconnect };

export function openFetch(
  url: string,
  body: Readonly<Record<string, unknown>>,
  { withCredentials, reconnect }: FetchOptions,
  record: Recorder,
): Client {
  const controller = new AbortController();
  const { signal } = controller;
  let open = true;
  let lastEventId = "";
  let reconnectionTime = FETCH_RECONNECTION_TIME;

  async function play(): Promise<void> {
    let tries = 0;
    for (;;) {
      const next = await connect();
      if (reconnect === "never" || next === "fail") return;
      if (next === "reestablish") tries = 0;
      else if (tries === MOST_TRIES) return;
      // [spec] Wait a delay equal to the reconnection time of the event source.
      const ms = next === "reestablish" ? reconnectionTime : waitAfter(tries++);
      record({ kind: "wait", ms, lastEventId });
      await wait(ms, signal);
      if (signal.aborted) return;
    }
  }

  async function connect(): Promise<Next> {
    record({ kind: "ask", method: "POST", by: "browser", url });
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "text/event-stream",
          ...resuming(lastEventId),
        },
        body: JSON.stringify(body),
        // Firefox makes a second request of the same URL wait for the first one otherwise (docs/facts.md, 6).
        cache: "no-store",
        credentials: withCredentials ? "include" : "same-origin",
        signal,
      });
      const headers: Header[] = [...response.headers];
      const { status } = response;
      record({ kind: "head", status, headers });
      // [spec] if res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then
      // [spec] fail the connection. A 204 is such a status.
      if (!isEventStream({ status, headers })) {
        const said = status === 204 ? "" : await beginning(response);
        record({ kind: "failure", name: NOT_AN_EVENT_STREAM, message: said });
        return AWAY.includes(status) ? "away" : "fail";
      }
      await read(response);
      record({ kind: "end" });
      return "reestablish";
    } catch (error) {
      if (signal.aborted) return "fail";
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      record({ kind: "failure", name, message });
      // [spec] if res is a network error, then reestablish the connection. What outgrew our parser once
      // would do so again.
      return error instanceof BufferLimitError ? "fail" : "reestablish";
    }
  }

  async function read(response: Response): Promise<void> {
    const parser = createParser(
      {
        dispatch: ({ type, data, lastEventId }) =>
          record({ kind: "dispatch", type, data, lastEventId }),
        reconnectionTime: (ms) => {
          reconnectionTime = Math.min(ms, LONGEST_WAIT);
          record({ kind: "reconnection-time", ms });
        },
      },
      { lastEventId },
    );
    let offset = 0;
    try {
      for await (const bytes of chunks(response)) {
        record({ kind: "chunk", offset, bytes });
        offset += bytes.length;
        parser.push(bytes);
      }
      parser.end();
    } finally {
      // The string, which only a blank line sets, not the buffer: an id in a block that was cut off is
      // not sent, and one from before lives on where a stream died without any.
      lastEventId = parser.lastEventId;
    }
  }

  void play().finally(() => {
    open = false;
  });

  return {
    close() {
      if (!open) return;
      open = false;
      controller.abort();
      record({ kind: "close" });
    },
  };
}

/**
 * [spec] Let lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8. fetch takes
 * bytes as characters.
 */
function resuming(lastEventId: string): Record<string, string> {
  if (lastEventId === "") return {};
  return { "Last-Event-ID": String.fromCharCode(...new TextEncoder().encode(lastEventId)) };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
