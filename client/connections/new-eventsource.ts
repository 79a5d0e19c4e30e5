/**
 * The cure that applications use where an EventSource gives up for good although the server comes back
 * (docs/facts.md, 1 and 5): a new one after a wait. It knows no more than its page does:
 * - not why the last one gave up. It asks again after a 204 too, so its tries are counted;
 * - not the last event ID string, only that of the events that it saw: an id in a block without data
 *   is lost. A new EventSource sends no `Last-Event-ID`, so the id goes into the URL;
 * - not the reconnection time: a new one has the browser's own until the stream sets it again.
 */
import { MOST_TRIES, waitAfter } from "./backoff.ts";
import type { Client, Maker, Recorder, Unstamped } from "./client.ts";
import { openEventSource } from "./eventsource-client.ts";

export function openAnew(
  url: string,
  types: readonly string[],
  maker: Maker,
  record: Recorder,
): Client {
  let lastEventId = "";
  let tries = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let client = open();

  function open(): Client {
    waiting = undefined;
    return openEventSource(resuming(url, lastEventId), types, maker, watch);
  }

  function watch(seen: Unstamped): void {
    record(seen);
    if (seen.kind === "open") tries = 0;
    if (seen.kind === "dispatch") lastEventId = seen.lastEventId;
    if (seen.kind === "error" && seen.readyState === 2 && tries < MOST_TRIES) comeBack();
  }

  function comeBack(): void {
    const ms = waitAfter(tries++);
    record({ kind: "wait", ms, lastEventId });
    waiting = setTimeout(() => {
      client = open();
    }, ms);
  }

  return {
    close() {
      if (waiting === undefined) return client.close();
      clearTimeout(waiting);
      waiting = undefined;
      record({ kind: "close" });
    },
  };
}

/** A new one asks from that id on, in the place of an older id that the URL may hold. */
function resuming(url: string, lastEventId: string): string {
  if (lastEventId === "") return url;
  const [place = "", query] = url.split("?");
  const options = new URLSearchParams(query);
  options.set("lastEventId", lastEventId);
  return `${place}?${options}`;
}
