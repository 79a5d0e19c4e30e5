/** How the timeline's parts look as SVG. Pure: what to draw and where in, templates out. */
import { type SVGTemplateResult, svg } from "lit";
import { duration } from "../../trace/figures.ts";
import type { LaneView } from "../../trace/lane.ts";
import { INSTANT } from "../../trace/noise.ts";
import type { Run } from "../../trace/run.ts";
import { sentences } from "../../trace/sentences.ts";
import { verdict } from "../../trace/verdict.ts";
import { verdictLook } from "../icons.ts";
import { texts } from "../texts.ts";
import { type Mark, marks } from "./marks.ts";
import { arrivals, inside, pillWidth, rails } from "./rails.ts";
import { type Scale, ticks } from "./scale.ts";
import type { Track } from "./tracks.ts";

/** Dots of the run before stand at least this far apart. px */
const DOT_GAP = 9;

/** Where words beside a mark begin, from its middle. px */
const BESIDE = 20;

/**
 * Where a pair of rails stands, px. `lift`: how far a rail's name stands above it; `edge`: where words
 * beside a mark have to end, `null` where there is room enough.
 */
export type Place = { wrote: number; got: number; lift: number; edge: number | null };

/** A pair of rails and all that stands on it. */
export function track({ lane, wrote, got }: Track, place: Place, scale: Scale): SVGTemplateResult {
  const { left, right } = scale;
  const drawn = rails(lane, scale);
  return svg`
    ${label(place.wrote - place.lift, wrote)} ${label(place.got - place.lift, got)}
    <path class="rail" d="M${left} ${place.wrote}H${right}M${left} ${place.got}H${right}"/>
    ${drawn.ways.map(
      ({ from, to, held }) =>
        svg`<path class="way ${held ? "held" : ""}" d="M${from} ${place.wrote}L${to} ${place.got}"/>`,
    )}
    ${drawn.heads.map(
      (x) => svg`<path class="head" d="M${x} ${place.got - 10}v20"/>
        <text class="head-label" x=${x + 4} y=${place.got + 17}>${texts.timeline.head[lane.name]}</text>`,
    )}
    ${drawn.written.map((mark) => written(mark, place.wrote))}
    ${drawn.ends
      .filter(({ x }) => x <= right)
      .map(
        ({ x, status }) => svg`<path class="end" d="M${x} ${place.wrote - 10}v20"/>
          <text class="end-label" x=${x + 7} y=${place.wrote - 5}>${status ?? texts.timeline.end}</text>`,
      )}
    ${drawn.arrived.map((mark, index) => {
      const words = beside(mark, lane);
      const next = drawn.arrived[index + 1]?.x ?? Number.POSITIVE_INFINITY;
      return arrived(mark, place, next - mark.x > BESIDE + 8 * words.length ? words : "");
    })}
  `;
}

/** The run before the current one as a thin row, so that a flip of a switch is a comparison. */
export function beforeRow(run: Run | undefined, y: number, lift: number, scale: Scale) {
  if (run === undefined) {
    return svg`<text class="label empty" x="0" y=${y - lift}>${texts.timeline.noneBefore}</text>`;
  }
  const { headline } = verdict(run);
  const { tone } = verdictLook(headline.word);
  const attempt = run.lane(headline.lane).attempts[0];
  const dots = attempt === undefined ? [] : marks(arrivals(attempt), scale.x, () => DOT_GAP);
  return svg`
    <text class="label" x="0" y=${y - lift}>${texts.timeline.before}
      <tspan class="summary ${tone}" dx="0.3em">● ${sentences.verdict.headline(headline)}</tspan>
    </text>
    <path class="rail" d="M${scale.left} ${y}H${scale.right}"/>
    ${dots.map(
      ({ x, held }) => svg`<circle class="arrived ${held ? "held" : ""}" cx=${x} cy=${y} r="4"/>`,
    )}
  `;
}

/** The figures of the time axis. */
export function axis(scale: Scale, y: number): SVGTemplateResult[] {
  return ticks(scale).map((at, index, all) => {
    const words = index === all.length - 1 ? duration(at) : String(at / 1000);
    return svg`<text class="tick" x=${scale.x(at)} y=${y}>${index === 0 ? "0" : words}</text>`;
  });
}

function label(y: number, words: string): SVGTemplateResult {
  return svg`<text class="label" x="0" y=${y}>${words}</text>`;
}

function written({ x, number, count }: Mark, y: number): SVGTemplateResult {
  const words = count === 1 ? String(number) : inside(count);
  const width = pillWidth(words);
  return svg`
    <rect class="written" x=${x - 8} y=${y - 8} width=${width} height="16" rx="8"/>
    <text class="number" x=${x - 8 + width / 2} y=${y + 4}>${words}</text>
  `;
}

function arrived(
  { x, count, held }: Mark,
  { got: y, edge }: Place,
  words: string,
): SVGTemplateResult {
  const tone = held ? "held" : "";
  const mark =
    count === 1
      ? svg`<circle class="arrived ${tone}" cx=${x} cy=${y} r="6"/>`
      : svg`<rect class="arrived ${tone}" x=${x - 8} y=${y - 9} width="22" height="18" rx="9"/>`;
  if (words === "") return mark;
  const said =
    edge === null
      ? svg`<text class="summary beside ${tone}" x=${x + BESIDE} y=${y + 4}>${words}</text>`
      : svg`<text class="summary beside below ${tone}" x=${edge} y=${y + 22}>${words}</text>`;
  return svg`${mark}${said}`;
}

/** What is said beside a mark of several events: how many, and what else came in that instant. */
function beside({ at, until, count }: Mark, { name, attempts }: LaneView): string {
  if (count === 1) return "";
  const came = (time: number | null) =>
    time !== null && time >= at - INSTANT && time <= until + INSTANT;
  if (name === "eventsource") {
    const openToo = attempts.some(({ announcedAt }) => came(announcedAt));
    return texts.timeline.burst(count, openToo);
  }
  const chunks = attempts.flatMap((attempt) => attempt.chunks).filter((chunk) => came(chunk.at));
  return texts.timeline.chunks(count, chunks.length);
}
