/** Events that the verdict calls lost: each has a mark of its own on its way, where a line to its arrival would be. */
import { type SVGTemplateResult, svg } from "lit";
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { WrittenEvent } from "../../trace/run/connection.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Run } from "../../trace/run/run.ts";
import { lossOf } from "../../trace/verdict/lost.ts";
import type { Place } from "./layout.ts";
import type { Scale } from "./scale.ts";
import { timelineTexts } from "./timeline-texts.ts";

/** Marks closer together than this are one. px */
const APART = 12;

/** Half of a cross; its middle is so far below the upper rail. px */
const CROSS = 4;
const BELOW = 16;

const CHARACTER = 7; // px

/** Lost events on the same pixels share a mark, from the first one's `x` to the last one's `right`, px. */
export type LostMark = { x: number; right: number; count: number; first: WrittenEvent };

const known = new WeakMap<AttemptView, { stamp: string; lost: readonly WrittenEvent[] }>();

export function lostOf(run: Run, { name, attempts }: LaneView): readonly WrittenEvent[] {
  return attempts.flatMap((attempt, index) => {
    const { written, arrived, passages, ending } = attempt;
    if (passages.length === written.length) return [];
    const since = attempts.at(-1)?.arrived.length ?? 0;
    const stamp = `${written.length} ${arrived.length} ${ending?.at} ${attempts.length} ${since} ${run.forgotten}`;
    const before = known.get(attempt);
    if (before?.stamp === stamp) return before.lost;
    const lost = lossOf(run, name, attempt, attempts.slice(index + 1))?.lost ?? [];
    known.set(attempt, { stamp, lost });
    return lost;
  });
}

export function lostMarks(run: Run, lane: LaneView, scale: Scale): readonly LostMark[] {
  const marks: LostMark[] = [];
  for (const first of lostOf(run, lane)) {
    const x = scale.x(first.writtenAt);
    if (x < scale.left || x > scale.right) continue;
    const last = marks.at(-1);
    if (last !== undefined && x - last.right < APART) {
      last.right = x;
      last.count++;
    } else marks.push({ x, right: x, count: 1, first });
  }
  return marks;
}

/** The way breaks off at a cross; the word stands where there is room for it. */
export function drawLost(
  marks: readonly LostMark[],
  { wrote, em, edge }: Place,
  { right: end }: Scale,
): SVGTemplateResult[] {
  const y = wrote + BELOW * em;
  const half = CROSS * em;
  return marks.map(({ x, right, count }, index) => {
    const words = timelineTexts.lost(count);
    const from = right + half + 4;
    const room =
      Math.min(edge ?? Number.POSITIVE_INFINITY, marks[index + 1]?.x ?? end + 100) - from;
    const cross = `M${right - half} ${y - half}l${2 * half} ${2 * half}m0 ${-2 * half}l${-2 * half} ${2 * half}`;
    return svg`<path class="lost way" d="M${x} ${wrote}V${y}H${right}"/>
      <path class="lost" d=${cross}/>
      <text class="lost-label" x=${from} y=${y + half}>${room > CHARACTER * em * words.length ? words : ""}</text>`;
  });
}
