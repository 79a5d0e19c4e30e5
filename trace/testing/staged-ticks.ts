/** The five ticks that most tests play, half a second apart, and what they are made of. Times in ms. */
import type { Header } from "../../protocol/script/action.ts";
import type { Setup } from "../run/records.ts";
import { eventStream, type Staged } from "./staged.ts";

export const HALF_SECONDS: readonly number[] = [5, 505, 1005, 1505, 2005];

export function later(ms: number, times: readonly number[]): number[] {
  return times.map((at) => at + ms);
}

/** Returns `count` times, `gap` apart. */
export function every(gap: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => 5 + index * gap);
}

/** Returns the same time `count` times. */
export function at(time: number, count: number): number[] {
  return Array.from({ length: count }, () => time);
}

/** EventSource's `error` event: it asks again, or it has given up. */
export const again = { kind: "error", readyState: 0 } as const;
export const gaveUp = { kind: "error", readyState: 2 } as const;

export const compressed: Partial<Setup> = { path: { proxy: true, port: 8346, compress: true } };
export const br: readonly Header[] = [...eventStream, ["Content-Encoding", "br"]];
export const gzip: readonly Header[] = [...eventStream, ["Content-Encoding", "gzip"]];

/** What makes of an attempt one of which nothing reaches the page, or one that goes on. */
export const unseen: Staged = { opens: undefined, arrives: [] };
export const goesOn: Staged = { ends: undefined, sees: undefined };

/** The page lets go of it at that time, or the server cuts it. */
export function closed(at: number): Staged {
  return { ends: at + 10, reason: { why: "left" }, sees: { kind: "close", at } };
}
export function cut(at: number, how: "fin" | "reset" = "fin"): Staged {
  return { ends: at, reason: { why: "drop", how } };
}

/** Through a proxy that keeps nothing. */
export const live: Staged = {
  lane: "eventsource",
  ask: 0,
  request: 3,
  head: 4,
  writes: HALF_SECONDS,
  arrives: later(3, HALF_SECONDS),
  opens: 7,
  ends: 2505,
  sees: { ...again, at: 2508 },
};
export const liveFetch: Staged = { ...live, lane: "fetch", sees: { kind: "end", at: 2508 } };

/** Through one that keeps everything until the stream ends. */
export const burst: Staged = {
  ...live,
  opens: 2509,
  arrives: at(2510, 5),
  sees: { ...again, at: 2510 },
};
export const burstFetch: Staged = { ...burst, lane: "fetch", sees: { kind: "end", at: 2510 } };

/** Two ticks, after which EventSource waits to ask again. */
export const ticks: Staged = {
  lane: "eventsource",
  ask: 0,
  request: 3,
  head: 4,
  opens: 7,
  writes: [5, 505],
  arrives: [8, 508],
  ends: 600,
  sees: { ...again, at: 603 },
};
export const byFetch: Staged = { ...ticks, lane: "fetch", sees: { kind: "end", at: 603 } };
/** Two ticks came, and the stream goes on. */
export const running: Staged = { ...ticks, ...goesOn };
/** The browser's own next request, answered 204. */
export const second: Staged = {
  lane: "eventsource",
  attempt: 2,
  request: 3610,
  status: 204,
  headers: [],
  ends: 3611,
  sees: { ...gaveUp, at: 3615 },
};
/** The same, and nothing has come of it yet. */
export const secondAsked: Staged = { ...second, ...goesOn };
