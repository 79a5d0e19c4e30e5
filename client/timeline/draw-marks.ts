/** Says how marks look: a numbered circle or a dot, a pill with a count, a crowd as bars as high as it is dense. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { AttemptView } from "../../trace/run/attempt.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { INSTANT } from "../../trace/run/noise.ts";
import { countUntil } from "../../trace/run/search.ts";
import type { Column, Mark } from "./marks.ts";
import { inside, instantWidth, pillWidth, type Rails, wordsIn } from "./rails.ts";
import { timelineTexts } from "./timeline-texts.ts";

/** Words begin so far from the end of a mark, or from the last bar of a crowd. px */
const BESIDE = 6;
const BEHIND = 9;

const CHARACTER = 8; // px that a character of these words takes

/** The bar of a single event is so high, and the highest bar by so much more. px */
const BAR = 3;
const BAR_MORE = 11;

/** Bars are as high as their column's count is beside this. */
export function fullest(marks: readonly Mark[]): number {
  let most = 1;
  for (const { columns } of marks) {
    for (const { count } of columns) most = Math.max(most, count);
  }
  return most;
}

/** Where the server ended, the end's own word is in the way of others. */
export function written(
  { wrote, ends }: Rails,
  { attempts }: LaneView,
  { wrote: y, em }: { wrote: number; em: number },
  most: number,
): SVGTemplateResult[] {
  return wrote.map((mark, index) => {
    if (mark.shape !== "crowd") return numbered(mark, attempts, y, em);
    const next = [wrote[index + 1], ends.find(({ x }) => x >= mark.right)];
    const words = timelineTexts.burst(mark.count, false);
    return svg`<path class="bar" d=${bars(mark.columns, y, -1, most)}/>
      ${behind(mark, next, words, "number", y - 5, em)}`;
  });
}

function numbered(mark: Mark, attempts: readonly AttemptView[], y: number, em: number) {
  const words = wordsIn(mark, attempts);
  const width = pillWidth(words);
  return svg`<g transform="translate(${mark.x} ${y}) scale(${em})">
    <rect class="written" x="-8" y="-8" width=${width} height="16" rx="8"/>
    <text class="number inside" x=${width / 2 - 8} y="4">${words}</text>
  </g>`;
}

/** `edge`: words end there where there is little room. */
export function arrived(
  marks: readonly Mark[],
  lane: LaneView,
  { got: y, edge, em }: { got: number; edge: number | null; em: number },
  most: number,
): SVGTemplateResult[] {
  return marks.map((mark, index) => {
    const next = marks[index + 1];
    const words = beside(mark, lane);
    const count = inside(mark.count);
    if (
      edge !== null &&
      next === undefined &&
      words !== "" &&
      (mark.shape === "crowd" || words !== count)
    ) {
      return svg`${shape(mark, y, most, em, count)}<text class="summary beside below ${tone(mark)}" x=${edge} y=${y + 22}>${words}</text>`;
    }
    const room = [words, count].find((one) => edge === null && hasRoom(mark, [next], one, em));
    return svg`${shape(mark, y, most, em, room === undefined ? count : "")}
      ${behind(mark, [next], mark.count > 1 ? (room ?? "") : "", "summary", y + 4 * em, em)}`;
  });
}

/** @param words stands in a pill that has no room for words beside it */
function shape(mark: Mark, y: number, most: number, em: number, words: string): SVGTemplateResult {
  const { x, columns, count } = mark;
  switch (mark.shape) {
    case "single":
      return svg`<circle class="arrived ${tone(mark)}" cx=${x} cy=${y} r=${6 * em}/>`;
    case "instant":
      return svg`<g transform="translate(${x} ${y}) scale(${em})">
        <rect class="arrived ${tone(mark)}" x="-8" y="-9" width=${instantWidth(count)} height="18" rx="9"/>
        <text class="number inside came" x=${instantWidth(count) / 2 - 8} y="4">${words}</text>
      </g>`;
    case "crowd": {
      const d = (held: boolean) =>
        bars(
          columns.filter((column) => column.held === held),
          y,
          1,
          most,
        );
      return svg`<path class="bar live" d=${d(false)}/><path class="bar held" d=${d(true)}/>`;
    }
  }
}

/**
 * Draws a bar for each column, up (-1) or down (1) from the rail. The height grows with the root of the count, so
 * that a tenth of the events is still seen.
 */
function bars(columns: readonly Column[], y: number, way: 1 | -1, most: number): string {
  return columns
    .map(
      ({ x, count }) =>
        `M${x.toFixed(1)} ${y}v${(way * (BAR + BAR_MORE * Math.sqrt(count / most))).toFixed(1)}`,
    )
    .join("");
}

/** Words stand to the right of a mark, if they end before all that is `next` to it. */
function behind(
  mark: Mark,
  next: readonly ({ x: number } | undefined)[],
  words: string,
  kind: string,
  y: number,
  em: number,
) {
  if (words === "" || !hasRoom(mark, next, words, em)) return nothing;
  const { from, until } = taken(mark, words, em);
  return svg`<path class="clear" d="M${from} ${y - 4 * em}H${until}"/>
    <text class="${kind} beside ${tone(mark)}" x=${from} y=${y}>${words}</text>`;
}

function hasRoom(
  mark: Mark,
  next: readonly ({ x: number } | undefined)[],
  words: string,
  em: number,
): boolean {
  const { until } = taken(mark, words, em);
  return next.every((one) => one === undefined || one.x >= until);
}

export function spoken(marks: readonly Mark[], lane: LaneView, em: number) {
  return marks.map((mark) => taken(mark, beside(mark, lane), em));
}

function taken({ shape, right, x, count }: Mark, words: string, em: number) {
  const from = shape === "crowd" ? right + BEHIND : x + (instantWidth(count) - 8 + BESIDE) * em;
  return { from, until: from + CHARACTER * em * words.length };
}

/** The stream was announced in the same instant as these events came; then their words say so. */
export function isOpenToo({ at, until, count, shape }: Mark, { announcedAt }: AttemptView) {
  if (announcedAt === null || count === 1 || shape !== "instant") return false;
  return announcedAt >= at - INSTANT && announcedAt <= until + INSTANT;
}

/** The words say how many events there are, and what else came in that time. */
function beside(mark: Mark, { name, attempts }: LaneView): string {
  const { at, until, count } = mark;
  if (count === 1) return "";
  if (name === "eventsource") {
    return timelineTexts.burst(
      count,
      attempts.some((attempt) => isOpenToo(mark, attempt)),
    );
  }
  const since = at - INSTANT;
  const before = until + INSTANT;
  let came = 0;
  for (const { chunks } of attempts) {
    came +=
      countUntil(chunks, before, (chunk) => chunk.at) -
      countUntil(chunks, since, (chunk) => chunk.at);
  }
  return timelineTexts.chunks(count, came);
}

function tone({ held }: Mark): string {
  return held ? "held" : "";
}
