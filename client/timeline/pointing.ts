/** Says what is pointed at: the mark under the pointer, and the words that tell it exactly. */

import { milliseconds } from "../../trace/en/figures.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Passage } from "../../trace/run/matching.ts";
import { countUntil } from "../../trace/run/search.ts";
import type { Rails } from "./rails.ts";
import type { Scale } from "./scale.ts";
import { timelineTexts } from "./timeline-texts.ts";

const REACH = 12; // px

/** `first`: the first event, where both sides of it are known; `isOne`: it is the only one. */
export type Target = {
  lane: LaneView;
  words: string;
  first: Passage | undefined;
  isOne: boolean;
};

/** Where nothing is at `x` px, it is the time. */
export function targetAt(
  lane: LaneView,
  rail: "wrote" | "got",
  drawn: Rails,
  scale: Scale,
  x: number,
): Target {
  const mark = nearest(drawn[rail], (one) => Math.max(one.x - x, x - one.right));
  const lost = nearest(drawn.lost, (one) => Math.max(one.x - x, x - one.right));
  if (lost !== undefined && (mark === undefined || (rail === "wrote" && mark.count === 1))) {
    const { exactLost, lost: many } = timelineTexts;
    const { number, writtenAt } = lost.first;
    const words = lost.count === 1 ? exactLost(number, writtenAt) : many(lost.count);
    return { lane, words, first: undefined, isOne: false };
  }
  if (mark === undefined) {
    return { lane, words: milliseconds(scale.at(x)), first: undefined, isOne: false };
  }
  const near =
    mark.shape === "instant" ? undefined : nearest(mark.columns, (one) => Math.abs(one.x - x));
  const { count, at, until } = near ?? mark;
  const column = near ?? mark.columns[0];
  const first = column && passageAt(lane.attempts[column.row], rail, column.index);
  const words =
    count === 1 && first !== undefined
      ? timelineTexts.exact(laneTitles[lane.name], first)
      : timelineTexts.together(count, rail, at, until);
  return { lane, words, first, isOne: count === 1 };
}

/** `number` counts from 1, as written. Returns `undefined` where both sides do not know it. */
export function passageOf({ passages }: AttemptView, number: number | undefined) {
  if (number === undefined) return undefined;
  const passage = passages[countUntil(passages, number, (one) => one.number) - 1];
  return passage?.number === number ? passage : undefined;
}

function passageAt(attempt: AttemptView | undefined, rail: "wrote" | "got", index: number) {
  if (attempt === undefined) return undefined;
  return passageOf(attempt, rail === "wrote" ? index + 1 : attempt.writtenFor(index)?.number);
}

function nearest<Item>(items: readonly Item[], distance: (item: Item) => number): Item | undefined {
  let found: Item | undefined;
  let least = REACH;
  for (const item of items) {
    if (distance(item) >= least) continue;
    found = item;
    least = distance(item);
  }
  return found;
}
