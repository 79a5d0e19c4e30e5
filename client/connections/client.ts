/** Says what all clients have in common: they record what they see, and can be closed. */
import type { BrowserRecord } from "../../trace/run/records.ts";

/** A browser record without its lane and its time. */
export type Unstamped = BrowserRecord extends infer R
  ? R extends BrowserRecord
    ? Omit<R, "side" | "lane" | "at">
    : never
  : never;

/** Takes what a client saw, at the moment it saw it; else `at`, by the page's clock. */
export type Recorder = (record: Unstamped, at?: number) => void;

/** One connected lane. `close` lets go of the connection at once and for good; twice does no harm. */
export interface Client {
  close(): void;
}
