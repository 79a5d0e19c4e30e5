/** Says how the timeline's parts look as SVG. Pure: what to draw and where in, templates out. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { verdictSentences } from "../../trace/en/verdict.ts";
import type { Passage } from "../../trace/run/matching.ts";
import type { Run } from "../../trace/run/run.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { verdictLooks } from "../controls/verdict-looks.ts";
import { drawEnds, drawGaps, drawGapWords, drawHeads, drawHeadWords } from "./draw-attempts.ts";
import { arrived, fullest, spoken, written } from "./draw-marks.ts";
import type { Place } from "./layout.ts";
import { drawLost } from "./lost.ts";
import { arrivals, marks } from "./marks.ts";
import type { Rails } from "./rails.ts";
import { type Scale, ticks } from "./scale.ts";
import { timelineTexts } from "./timeline-texts.ts";
import type { Track } from "./tracks.ts";

const DOT_GAP = 9; // px, at least

const CHARACTER = 7.5; // px that a character of a rail's name takes

export function track({ lane, wrote, got }: Track, drawn: Rails, place: Place, scale: Scale) {
  const { left, right } = scale;
  const most = fullest([...drawn.wrote, ...drawn.got]);
  return svg`
    <path class="rail" d="M${left} ${place.wrote}H${right}M${left} ${place.got}H${right}"/>
    ${drawGaps(drawn.gaps.wrote, place.wrote)} ${drawGaps(drawn.gaps.got, place.got)}
    ${drawGapWords(drawn.gaps.got, place.got, place.edge === null ? spoken(drawn.got, lane, place.em) : [])}
    <g clip-path="url(#between)">
      ${drawn.passages.map(
        ({ from, to, held }) =>
          svg`<path class="passage ${held ? "held" : ""}" d="M${from} ${place.wrote}L${to} ${place.got}"/>`,
      )}
    </g>
    ${drawLost(drawn.lost, place, scale)}
    ${railName(place.wrote, place, wrote)} ${railName(place.got, place, got)}
    ${drawHeads(drawn, place.got)} ${drawEnds(drawn, lane, place)}
    ${written(drawn, lane, place, most)}
    ${arrived(drawn.got, lane, place, most)}
    ${drawHeadWords(drawn, lane, place)}
  `;
}

export function litMoment(at: number, place: Place, { x }: Scale) {
  const left = x(at) - 9 * place.em;
  const top = place.wrote - 13 * place.em;
  return svg`<rect class="lit moment" x=${left} y=${top} width=${18 * place.em} height=${place.got - place.wrote + 26 * place.em} rx=${9 * place.em}/>`;
}

export function lit({ writtenAt, arrivedAt }: Passage, place: Place, { x }: Scale) {
  const from = x(writtenAt);
  const to = x(arrivedAt);
  return svg`<g class="lit" clip-path="url(#between)">
    <path d="M${from} ${place.wrote}L${to} ${place.got}"/>
    <circle cx=${from} cy=${place.wrote} r=${11 * place.em}/>
    <circle cx=${to} cy=${place.got} r=${11 * place.em}/>
  </g>`;
}

/** Lines that come from outside are cut at the two ends of the rails. */
export function between({ left, right }: Scale, height: number): SVGTemplateResult {
  return svg`<clipPath id="between">
    <rect x=${left - 12} y="0" width=${right - left + 24} height=${height}/>
  </clipPath>`;
}

/** It is a thin row, so that a flip of a switch is a comparison. */
export function beforeRow(
  run: Run | undefined,
  { y, lift, em }: { y: number; lift: number; em: number },
  scale: Scale,
) {
  if (run === undefined) {
    return svg`<text class="label empty" x="0" y=${y - lift}>${timelineTexts.noneBefore}</text>`;
  }
  const { headline } = verdict(run);
  const { tone } = verdictLooks[headline.word];
  const attempt = run.lane(headline.lane).attempts[0];
  const dots = attempt === undefined ? [] : marks([arrivals(run, attempt)], scale, () => DOT_GAP);
  const words = `● ${verdictSentences.headline(headline)}`;
  const width = CHARACTER * em * words.length;
  const after = CHARACTER * em * (timelineTexts.before.length + 1);
  const last = dots.at(-1);
  const isFree = lift > 0 || after + width < Math.max(scale.left, dots[0]?.x ?? 0) - DOT_GAP;
  const from = isFree ? after : (last?.right ?? 0) + 2 * DOT_GAP; // on the rail where there is no dot
  return svg`
    <path class="rail" d="M${scale.left} ${y}H${scale.right}"/>
    ${lift < 0 ? svg`<path class="clear" d="M${from} ${y - 4 * em}h${width}"/>` : nothing}
    <text class="label" x="0" y=${y - lift}>${timelineTexts.before}</text>
    <text class="summary ${tone}" x=${from} y=${y - lift}>${words}</text>
    ${dots.map(
      ({ x, right, held }) =>
        svg`<path class="past ${held ? "held" : ""}" d="M${x} ${y}H${right}"/>`,
    )}
  `;
}

export function axis(scale: Scale, y: number): SVGTemplateResult[] {
  return ticks(scale).map(
    ({ at, words }) => svg`<text class="tick" x=${scale.x(at)} y=${y}>${words}</text>`,
  );
}

/** Where the name stands above its rail, what passes from rail to rail ends before it. */
function railName(rail: number, { lift, em }: Place, words: string): SVGTemplateResult {
  const y = rail - lift;
  const clear = `M0 ${y - 4 * em}h${CHARACTER * em * words.length}`;
  return svg`${lift > 0 ? svg`<path class="clear" d=${clear}/>` : nothing}<text class="label" x="0" y=${y}>${words}</text>`;
}
