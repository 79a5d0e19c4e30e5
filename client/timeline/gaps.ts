/** Reconnect gaps: the time between an attempt's end and the next one's head, in which nothing can come. */
import type { LaneView } from "../../trace/run/lane.ts";

/** ms since the run began; `until` is `Infinity` while the client waits. */
export type Gap = { readonly from: number; readonly until: number };

/** The server knows gaps between connections; the page saw others. */
export type Gaps = { readonly wrote: readonly Gap[]; readonly got: readonly Gap[] };

/** A connection whose end is not known leaves none. */
export function gaps({ attempts, state }: LaneView): Gaps {
  const wrote: Gap[] = [];
  const got: Gap[] = [];
  attempts.forEach(({ connection, ending }, index) => {
    const next = attempts[index + 1];
    const isLast = next === undefined;
    if (isLast && !("asksAt" in state)) return;
    if (connection?.end) {
      const until = isLast ? Number.POSITIVE_INFINITY : next.connection?.beganAt;
      if (until !== undefined) wrote.push({ from: connection.end.at, until });
    }
    if (ending !== null) {
      const until = isLast
        ? Number.POSITIVE_INFINITY
        : (next.announcedAt ?? next.ending?.at ?? next.connection?.beganAt);
      if (until !== undefined) got.push({ from: ending.at, until });
    }
  });
  return { wrote, got };
}
