/** Says what all clients have in common: they record what they see, and can be closed. */
import type { BrowserRecord } from "../../trace/run/records.ts";

export type Unstamped = BrowserRecord extends infer R
  ? R extends BrowserRecord
    ? Omit<R, "side" | "lane" | "at">
    : never
  : never;

/** It is called at the moment when the client sees it; else `at`, by the page's clock. */
export type Recorder = (record: Unstamped, at?: number) => void;

/** `close` lets go of the connection at once and for good; twice does no harm. */
export interface Client {
  close(): void;
}

/** Makes the browser's own EventSource, or one that behaves like it. */
export type Maker = {
  by: "browser" | "package";
  create(url: string): EventTarget & { readonly readyState: number; close(): void };
};

/** A client that is opened once something else is there; it may be let go of before. `undefined`: never. */
export function openLater(opening: Promise<(() => Client) | undefined>): Client {
  let client: Client | undefined;
  let isClosed = false;
  void opening.then((open) => {
    if (!isClosed) client = open?.();
  });
  return {
    close() {
      isClosed = true;
      client?.close();
    },
  };
}
