/**
 * Sees when the page's own thread was blocked, in every browser (Firefox has no `longtask` entries;
 * docs/facts.md, 5). A timer of the page's would not do: browsers slow it down in a page that is not in
 * front. A worker's messages are not slowed down, so one that is late was kept waiting by this thread.
 */
import { now } from "./clock.ts";

/** Any page has shorter waits now and then. ms */
const BUSY_FROM = 150;

type Watcher = (since: number, until: number) => void;

/** It is there from the page's start: one that a run started would miss what blocks the page meanwhile. */
const worker = new Worker(new URL("./busy-worker.ts", import.meta.url));
const watchers = new Set<Watcher>();
let seen = 0;

worker.addEventListener("message", ({ data: sent }: MessageEvent<number>) => {
  const received = now();
  // Messages that queued up in the same span tell of it once.
  if (received - sent <= BUSY_FROM || sent <= seen) return;
  seen = received;
  for (const busy of watchers) busy(sent, received);
});

/** Tells each span in which this thread took no messages. Epoch ms. Returns how to stop it. */
export function watchThread(busy: Watcher): () => void {
  watchers.add(busy);
  worker.postMessage(true);
  return () => {
    watchers.delete(busy);
    worker.postMessage(watchers.size > 0);
  };
}
