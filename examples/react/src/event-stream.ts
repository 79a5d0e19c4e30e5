/**
 * An event stream by fetch, for what an EventSource cannot do: headers of one's own, and an error that says
 * what went wrong. It comes back as an EventSource does, with Last-Event-ID. It knows nothing of React.
 */
import { createParser } from "eventsource-parser";

export type StreamEvent = { type: string; data: string; lastEventId: string };

export type StreamState =
  | { kind: "connecting" }
  | { kind: "open" }
  | { kind: "waiting"; ms: number } // until it asks again
  | { kind: "ended" } // the server answered 204: do not come back
  | { kind: "failed"; reason: string }
  | { kind: "stopped" };

export type StreamOptions = {
  /** Ends the stream, whatever it is doing. */
  signal: AbortSignal;
  /** Asked for at each attempt, so that a token may be renewed. */
  headers?: () => Record<string, string>;
  /** Where to go on. */
  lastEventId?: string;
  onState?: (state: StreamState) => void;
};

const RECONNECTION_TIME = 3000; // ms, until a retry field sets another
const MAX_AWAY = 10; // times in a row that a proxy finds no server
const MAX_EVENT = 1024 * 1024; // characters

/** The events of `url`, over all connections, until a 204, an answer that is no event stream, or `signal`. */
export async function* eventStream(
  url: string,
  { signal, headers, lastEventId = "", onState = () => {} }: StreamOptions,
): AsyncGenerator<StreamEvent, void> {
  let reconnectionTime = RECONNECTION_TIME;
  let away = 0;

  while (!signal.aborted) {
    onState({ kind: "connecting" });
    const response = await fetch(url, {
      headers: { ...headers?.(), Accept: "text/event-stream", ...resumeAt(lastEventId) },
      cache: "no-store",
      signal,
    }).catch(() => undefined); // not reached, or stopped
    if (response?.status === 204) return onState({ kind: "ended" });

    const isAway = response?.status === 502 || response?.status === 504; // says a proxy
    if (response?.body && isEventStream(response)) {
      away = 0;
      onState({ kind: "open" });
      yield* read(response.body);
    } else if (isAway && ++away < MAX_AWAY) {
      await response?.body?.cancel();
    } else if (response) {
      await response.body?.cancel();
      return onState({ kind: "failed", reason: refusal(response) });
    }
    if (signal.aborted) break;
    const ms = isAway ? Math.min(1000 * 2 ** (away - 1), 8000) : reconnectionTime;
    onState({ kind: "waiting", ms });
    await pause(ms, signal);
  }
  onState({ kind: "stopped" });

  /** Yields the events of one connection; one that is cut is over, as one that ends. */
  async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true }); // the parser looks for it
    const came: StreamEvent[] = [];
    let id = lastEventId;
    const parser = createParser({
      maxBufferSize: MAX_EVENT,
      onRetry: (ms) => {
        reconnectionTime = ms;
      },
      onId: (value) => {
        id = value;
      },
      onEvent: ({ event, data }) => {
        came.push({ type: event || "message", data, lastEventId: id });
      },
    });
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
        if (done || signal.aborted) return;
        parser.feed(decoder.decode(value, { stream: true }));
        for (const event of came.splice(0)) {
          lastEventId = event.lastEventId;
          yield event;
        }
        lastEventId = id; // a block without data sets it, too
      }
    } finally {
      await reader.cancel().catch(() => {}); // whoever reads no further leaves
    }
  }
}

/** A header holds bytes: the id as UTF-8. */
function resumeAt(lastEventId: string): Record<string, string> {
  if (lastEventId === "") return {};
  return { "Last-Event-ID": String.fromCharCode(...new TextEncoder().encode(lastEventId)) };
}

function isEventStream({ status, headers }: Response): boolean {
  return status === 200 && /^text\/event-stream *(;|$)/i.test(headers.get("Content-Type") ?? "");
}

function refusal({ status, headers }: Response): string {
  if (status !== 200) return `the server answered ${status}`;
  return `this is no event stream but ${headers.get("Content-Type") ?? "without a type"}`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1)); // a timer's own limit
    signal.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
