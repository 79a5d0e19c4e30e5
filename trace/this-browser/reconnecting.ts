/** These measurements ask whether a browser comes back, when and where to (docs/facts.md, 1). */
import type { Behaviour } from "../run/behaviour.ts";
import { type Evidence, failed, gaps, requests, sinceLast } from "./evidence.ts";
import type { Measurement } from "./measurement.ts";

/** From this attempt on the server says: do not come back. */
const stopAt = (attempt: number) => `@attempt ${attempt}+\n@status 204\n`;

/** A short time is measured so often, and the shortest counts: whatever disturbs it makes it longer. */
const SHORT_GAPS = 4;

/** A browser that has not asked again by then took a `retry` for more than the time set before. ms */
const NOT_AGAIN = 2500;

/** Once the page is told, no repeat follows; the tap may be so much later to tell of the last. ms */
const TAP_LATER = 1000;

/** Connections that may have been used before: of six to one origin the tap holds one. */
const USED = 5;

const after = (ms: number): Behaviour => ({ does: "asks-after", ms });

function asksAfter(seen: Evidence, count: number): Behaviour | undefined {
  const known = gaps(seen);
  return known.length < count ? undefined : after(Math.min(...known));
}

export const reconnecting: readonly Measurement[] = [
  {
    name: "default-time",
    script: () => `data: x\n\n${stopAt(2)}`,
    read: (seen) => asksAfter(seen, 1),
  },
  {
    name: "retry-0",
    script: () => `retry: 0\ndata: x\n\n${stopAt(SHORT_GAPS + 1)}`,
    read: (seen) => asksAfter(seen, SHORT_GAPS),
  },
  {
    name: "retry-100",
    script: () => `retry: 100\ndata: x\n\n${stopAt(SHORT_GAPS + 1)}`,
    read: (seen) => asksAfter(seen, SHORT_GAPS),
  },
  {
    name: "retry-empty",
    script: () => `retry: 1500\n\nretry:\ndata: x\n\n${stopAt(2)}`,
    read: (seen) => asksAfter(seen, 1),
  },
  {
    name: "retry-huge",
    script: () => `retry: 700\n\nretry: 99999999999999999999999\ndata: x\n\n${stopAt(2)}`,
    read: (seen) =>
      (sinceLast(seen, "end") ?? 0) >= NOT_AGAIN && requests(seen).length === 1
        ? { does: "asks-not", within: NOT_AGAIN }
        : asksAfter(seen, 1),
  },
  { name: "early-cut", script: () => "@drop\n", read: repeats },
  { name: "refused", script: null, read: asksOrGivesUp },
  { name: "moved-301", script: moved(301), read: reconnectsTo },
  { name: "moved-307", script: moved(307), read: reconnectsTo },
  { name: "proper-end", script: () => "data: x\n\n", read: asksOrGivesUp },
];

function asksOrGivesUp(seen: Evidence): Behaviour | undefined {
  const error = failed(seen);
  return error && { does: error.readyState === 2 ? "gives-up" : "asks-again" };
}

function repeats(seen: Evidence): Behaviour | undefined {
  const isOver = failed(seen) !== undefined && (sinceLast(seen, "request") ?? 0) >= TAP_LATER;
  if (!isOver) return undefined;
  const times = requests(seen).length - 1;
  return times > USED ? { does: "repeats", times } : { does: "repeats-if-used" };
}

/** The first attempt is sent to another address of the same play; the second is there; where is the third? */
function moved(status: 301 | 307): (query: string) => string {
  const head = `@status ${status}\n@header Cache-Control: no-store\n`;
  return (query) =>
    `${head}@header Location: ?${query}&moved=1\n@attempt 2\nretry: 0\ndata: x\n\n${stopAt(3)}`;
}

function reconnectsTo(seen: Evidence): Behaviour | undefined {
  const third = requests(seen)[2];
  return (
    third && { does: "reconnects-to", address: /[?&]moved=1/.test(third.url) ? "final" : "first" }
  );
}
