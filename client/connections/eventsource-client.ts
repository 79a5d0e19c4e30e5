/**
 * The GET lane: the browser's own EventSource, recorded and not interpreted. It reconnects by itself;
 * of that the page sees an `error` event and, later, another `open`.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface
 */
import { type Client, type Maker, openLater, type Recorder } from "./client.ts";

export function browserSource(withCredentials: boolean): Maker {
  return { by: "browser", create: (url) => new EventSource(url, { withCredentials }) };
}

/** The package's chunk comes first. */
export function openByPackage(withCredentials: boolean, open: (maker: Maker) => Client): Client {
  const loading = import("./package-source.ts");
  const making = loading.then(({ packageSource }) => packageSource(withCredentials));
  return openLater(making.then((maker) => () => open(maker)));
}

/**
 * @param types every event type that the stream may send: EventSource is deaf to all others, and a listener
 *   that is added once the type has been seen comes too late (docs/facts.md, 5)
 */
export function openEventSource(
  url: string,
  types: readonly string[],
  { by, create }: Maker,
  record: Recorder,
): Client {
  record({ kind: "ask", method: "GET", url, by });
  const source = create(url);

  function dispatched(event: Event): void {
    if (!(event instanceof MessageEvent)) return;
    const { type, data, lastEventId } = event;
    record({ kind: "dispatch", type, data, lastEventId });
  }
  // An event that the server names "open" or "error" reaches the same listeners as the browser's own
  // plain events; only the server's is a MessageEvent (docs/facts.md, 1).
  source.addEventListener("open", (event) => {
    if (event instanceof MessageEvent) dispatched(event);
    else record({ kind: "open" });
  });
  source.addEventListener("error", (event) => {
    if (event instanceof MessageEvent) dispatched(event);
    else record({ kind: "error", readyState: source.readyState === EventSource.CLOSED ? 2 : 0 });
  });
  for (const type of new Set(["message", ...types])) {
    if (type !== "open" && type !== "error") source.addEventListener(type, dispatched);
  }

  return {
    close() {
      if (source.readyState === EventSource.CLOSED) return;
      source.close();
      record({ kind: "close" });
    },
  };
}
