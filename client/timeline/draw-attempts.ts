/** Says how attempts look: where each was announced and ended, and the gap to the next one. */
import { type SVGTemplateResult, svg } from "lit";
import type { LaneView } from "../../trace/run/lane.ts";
import { isOpenToo } from "./draw-marks.ts";
import type { Place } from "./layout.ts";
import type { Rails, Stretch } from "./rails.ts";
import { timelineTexts } from "./timeline-texts.ts";

const CHARACTER = 7; // px that a character of a label takes

/** Words below the end of a rail take up so much, where there is no room beside it. px */
const BELOW = 120;

export function drawHeads({ heads }: Rails, y: number): SVGTemplateResult[] {
  return heads.map(({ x }) => svg`<path class="head" d="M${x} ${y - 10}v20"/>`);
}

export function drawHeadWords(
  { heads, got }: Rails,
  { name, attempts }: LaneView,
  { got: y, edge }: Place,
): SVGTemplateResult[] {
  const word = timelineTexts.head[name];
  const isOnly = attempts.filter(({ announcedAt }) => announcedAt !== null).length === 1;
  const end = edge === null ? Number.POSITIVE_INFINITY : edge - BELOW;
  return heads.map(({ x, attempt }, index) => {
    const ours = attempts.find(({ number }) => number === attempt);
    const isTold =
      name === "eventsource" && ours !== undefined && got.some((mark) => isOpenToo(mark, ours));
    const words = isTold ? [] : isOnly ? [word] : timelineTexts.headOf(attempt, word);
    const room = (heads[index + 1]?.x ?? end) - x - CHARACTER;
    return svg`<text class="head-label" x=${x + 4} y=${y + 9} dy="0.7em">${fitting(words, room)}</text>`;
  });
}

/** One that was no event stream shows its status. */
export function drawEnds({ ends }: Rails, { attempts }: LaneView, { wrote: y, edge }: Place) {
  let free = Number.NEGATIVE_INFINITY; // behind the words of the end before
  return ends.map(({ x, attempt, status, isCut, isAnnounced }) => {
    const word = status === null ? timelineTexts[isCut ? "cut" : "end"] : String(status);
    const isTold = attempts.length > 1 && !isAnnounced;
    const words = isTold ? [timelineTexts.endOf(attempt, word), word] : [word];
    const room = x < free ? 0 : (edge ?? Number.POSITIVE_INFINITY) - x - CHARACTER;
    const said = fitting(words, room);
    if (said !== "") free = x + CHARACTER * (said.length + 1);
    return svg`<path class="end" d="M${x} ${y - 10}v20"/>
      <text class="end-label" x=${x + 7} y=${y - 5}>${said}</text>`;
  });
}

export function drawGaps(gaps: readonly Stretch[], y: number): SVGTemplateResult[] {
  return gaps.map(({ from, until }) => svg`<path class="gap" d="M${from} ${y}H${until}"/>`);
}

/** `spoken`: other words take up this room on the rail at `y`, px. */
export function drawGapWords(
  gaps: readonly Stretch[],
  y: number,
  spoken: readonly { from: number; until: number }[],
): SVGTemplateResult[] {
  return gaps.map(({ from, until, lasted }) => {
    const before = spoken.filter((words) => words.from < until && words.until > from);
    const free = Math.max(from, ...before.map((words) => words.until));
    const words = Number.isFinite(lasted) ? timelineTexts.gap(lasted) : timelineTexts.waits;
    return svg`<text class="gap-label" x=${(free + until) / 2} y=${y - 8}>${fitting(words, until - free - CHARACTER)}</text>`;
  });
}

function fitting(words: readonly string[], room: number): string {
  return words.find(({ length }) => CHARACTER * length <= room) ?? "";
}
