/**
 * The list of what passes through the target proxy, as the server tells it. By fetch, and not by EventSource: that would
 * not tell why there is none.
 */
import { createParser } from "../../protocol/event-stream/parser.ts";
import type { PassingList } from "../../trace/run/passing.ts";
import { refusalIn } from "./json.ts";
import { ownApi } from "./places.ts";
import { chunks } from "./response.ts";

const AGAIN = 2000; // ms

/** Why there is no list: no target proxy, it is the presenter's, or the server does not answer. */
export type NoList = "no-target" | "presenter-only" | "away";

interface PassingHandlers {
  list(list: PassingList): void;
  none(why: NoList): void;
}

export function watchPassing(on: PassingHandlers): { close(): void } {
  const closing = new AbortController();
  const { signal } = closing;

  async function listen(): Promise<void> {
    const response = await fetch(`${ownApi}/target`, { signal, cache: "no-store" });
    if (response.status === 204) return on.none("no-target");
    if (!response.ok) {
      const why = await whyNone(response);
      on.none(why);
      if (why === "presenter-only") closing.abort(); // it stays the presenter's
      return;
    }
    const parser = createParser({ dispatch: ({ data }) => on.list(JSON.parse(data)) });
    for await (const bytes of chunks(response)) parser.push(bytes);
  }

  async function keepListening(): Promise<void> {
    while (!signal.aborted) {
      try {
        await listen();
      } catch {
        if (!signal.aborted) on.none("away");
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  void keepListening();
  return { close: () => closing.abort() };
}

/**
 * Has the server ask the target for the first of `trace` once more, without `Accept-Encoding`.
 * @returns why it does not, in its own words; "" where it does
 */
export async function askAgain(trace: string): Promise<string> {
  return refusalIn(await fetch(`${ownApi}/target/again?trace=${trace}`, { method: "POST" }));
}

/** A proxy's own error page is no problem document. */
async function whyNone(response: Response): Promise<NoList> {
  const { code }: { code?: string } = await response.json().catch(() => ({}));
  return code === "presenter-only" ? code : "away";
}
