/**
 * Sees when the page's own thread was blocked, in every browser (Firefox has no `longtask` entries;
 * facts.md, 5). A timer of the page's would not do: browsers slow it down in a page that is not in
 * front. A worker's messages are not slowed down, so one that is late was kept waiting by this thread.
 */
import { now } from "./clock.ts";

/** Shorter waits are what any page has now and then. ms */
const BUSY_FROM = 150;

/** Calls `busy` after each span in which this thread took no messages. Epoch ms. Returns how to stop it. */
export function watchThread(busy: (since: number, until: number) => void): () => void {
  const worker = new Worker(new URL("./busy-worker.ts", import.meta.url));
  let seen = 0;
  worker.addEventListener("message", ({ data: sent }: MessageEvent<number>) => {
    const received = now();
    // Messages that queued up in the same span tell of it once.
    if (received - sent > BUSY_FROM && sent > seen) {
      busy(sent, received);
      seen = received;
    }
  });
  return () => worker.terminate();
}
