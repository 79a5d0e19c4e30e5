/** A connection to the relay: it is let go of at `[DONE]`, and whoever lets go before stops the model. */
import { isDone } from "../../trace/chat/done.ts";
import type { Client, Recorder } from "../connections/client.ts";
import { ownApi } from "../connections/places.ts";

/**
 * Opens a client that is closed with its answer: an EventSource would ask again.
 * @param answers how many it takes until it is closed: more than one for a client that forgets to close
 */
export function untilDone(
  open: (record: Recorder) => Client,
  answers: number,
  record: Recorder,
): Client {
  let answer = "";
  let complete = 0;
  const client = open((seen) => {
    record(seen);
    if (seen.kind !== "dispatch") return;
    answer = seen.lastEventId.replace(/:[^:]*$/, "");
    if (!isDone(seen) && seen.type !== "failure") return;
    answer = "";
    complete++;
    if (complete >= answers) client.close();
  });
  return {
    close() {
      client.close();
      if (answer !== "") void stopModel(answer);
      answer = "";
    },
  };
}

/** Closing alone would not do: the relay keeps the model at work for a while, for whoever comes back. */
async function stopModel(answer: string): Promise<void> {
  try {
    await fetch(`${ownApi}/chat/answers/${encodeURIComponent(answer)}`, { method: "DELETE" });
  } catch {
    // The relay is gone, and its upstream request with it.
  }
}
