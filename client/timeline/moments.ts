/** The moments of one attempt: when its events were written, and when they arrived. */
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { Passage } from "../../trace/run/matching.ts";
import { NOISE } from "../../trace/run/noise.ts";
import { countUntil } from "../../trace/run/search.ts";
import type { Moments } from "./marks.ts";

/** When the events left the server. */
export function departures({ written }: AttemptView): Moments {
  return {
    at: (index) => written[index]?.writtenAt ?? Number.POSITIVE_INFINITY,
    until: (at) => countUntil(written, at, ({ writtenAt }) => writtenAt),
    heldUntil: () => 0,
  };
}

/** When the events reached the page. */
export function arrivals({ arrived, passages }: AttemptView): Moments {
  const held = heldAmong(passages);
  return {
    at: (index) => arrived[index]?.arrivedAt ?? Number.POSITIVE_INFINITY,
    until: (at) => countUntil(arrived, at, ({ arrivedAt }) => arrivedAt),
    heldUntil: (at) => held[countUntil(passages, at, ({ arrivedAt }) => arrivedAt)] ?? 0,
  };
}

/** Whether an event was under way for longer than noise explains. */
export function isHeld({ writtenAt, arrivedAt }: Passage): boolean {
  return arrivedAt - writtenAt > NOISE;
}

const counted = new WeakMap<readonly Passage[], number[]>();

/** Counts how many of the first n passages were held, for each n; it goes on from where it was as they grow. */
function heldAmong(passages: readonly Passage[]): readonly number[] {
  const counts = counted.get(passages) ?? [0];
  counted.set(passages, counts);
  for (const passage of passages.slice(counts.length - 1)) {
    counts.push((counts.at(-1) ?? 0) + (isHeld(passage) ? 1 : 0));
  }
  return counts;
}
