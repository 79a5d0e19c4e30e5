/** A page whose own thread is blocked looks just like a proxy that buffers (facts.md, 6). */
import type { Passage } from "./matching.ts";
import { INSTANT, NOISE } from "./noise.ts";
import type { Busy } from "./run.ts";

/**
 * The passages as they would be had the page not been kept waiting by itself: what was written while
 * its thread was blocked, and arrived as soon as it was not, counts as written then.
 */
export function withoutBusy(
  passages: readonly Passage[],
  busy: readonly Busy[],
): readonly Passage[] {
  if (busy.length === 0) return passages;
  let span = 0;
  return passages.map((passage) => {
    const { writtenAt, arrivedAt } = passage;
    while (span < busy.length - 1 && (busy[span]?.at ?? 0) < writtenAt) span++;
    const { since, at } = busy[span] ?? { since: 0, at: 0 };
    const excused = writtenAt > since - INSTANT && writtenAt < at && arrivedAt < at + NOISE;
    return excused ? { ...passage, writtenAt: Math.min(at, arrivedAt) } : passage;
  });
}
