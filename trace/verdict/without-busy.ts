/** A page whose own thread is blocked looks just like a proxy that buffers (docs/facts.md, 6). */
import type { Passage } from "../run/matching.ts";
import { INSTANT, NOISE, NOISE_WHEN_BUSY } from "../run/noise.ts";
import type { Busy } from "../run/run.ts";

/**
 * The passages as they would be had the page not been kept waiting by itself: what was written while
 * its thread was blocked, or was still on its way to it, and arrived as soon as it was not, counts as written then.
 */
export function withoutBusy(
  passages: readonly Passage[],
  busy: readonly Busy[],
): readonly Passage[] {
  if (busy.length === 0) return passages;
  const spans = joined(busy);
  let span = 0;
  return passages.map((passage) => {
    const { writtenAt, arrivedAt } = passage;
    while (span < spans.length - 1 && (spans[span]?.at ?? 0) < writtenAt) span++;
    const { since, at } = spans[span] ?? { since: 0, at: 0 };
    // What came as the block ended may have been on its way before it.
    const before = arrivedAt > at - INSTANT ? NOISE_WHEN_BUSY : INSTANT;
    const excused =
      writtenAt > since - before && writtenAt < at && arrivedAt < at + NOISE_WHEN_BUSY;
    return excused ? { ...passage, writtenAt: Math.min(at, arrivedAt) } : passage;
  });
}

/** A page that is blocked again before it has caught up was blocked all the while. */
function joined(busy: readonly Busy[]): Busy[] {
  const spans: Busy[] = [];
  for (const { since, at } of busy) {
    const last = spans.at(-1);
    if (last !== undefined && since - last.at < NOISE) last.at = at;
    else spans.push({ since, at });
  }
  return spans;
}
