import { useEffect, useEffectEvent, useRef, useState } from "react";
import { eventStream, type StreamEvent, type StreamState } from "./event-stream.ts";

export type EventStreamOptions<T> = {
  /** Makes of an event what the page works with. What it throws fails the stream. */
  parse: (event: StreamEvent) => T;
  onEvent: (value: T, event: StreamEvent) => void;
  /** Sends headers such as `Authorization`. Each attempt takes them anew; a change begins none. */
  headers?: Record<string, string>;
};

export type EventStream = {
  state: StreamState;
  stop: () => void;
  /** Goes on behind the last event. */
  start: () => void;
};

/** Follows the event stream of `url` while the component is mounted. */
export function useEventStream<T>(url: string, options: EventStreamOptions<T>): EventStream {
  const [isWanted, setWanted] = useState(true);
  const [state, setState] = useState<StreamState>({ kind: "connecting" });
  const reached = useRef({ url, lastEventId: "" });

  // The latest of each, though none of them begins a new stream.
  const headers = useEffectEvent(() => options.headers ?? {});
  const take = useEffectEvent((event: StreamEvent) => options.onEvent(options.parse(event), event));

  useEffect(() => {
    if (!isWanted) return;
    if (reached.current.url !== url) reached.current = { url, lastEventId: "" };
    const leaving = new AbortController();
    const { signal } = leaving;
    const { lastEventId } = reached.current;

    async function follow() {
      const events = eventStream(url, { signal, headers: () => headers(), lastEventId, onState });
      for await (const event of events) {
        if (signal.aborted) return;
        take(event);
        reached.current.lastEventId = event.lastEventId;
      }
    }
    function onState(next: StreamState) {
      if (!signal.aborted) setState(next);
    }
    follow().catch((error: unknown) => onState({ kind: "failed", reason: String(error) }));
    return () => leaving.abort();
  }, [url, isWanted]);

  return {
    state: isWanted ? state : { kind: "stopped" },
    stop: () => setWanted(false),
    start: () => setWanted(true),
  };
}
