import { html, LitElement, nothing, type SVGTemplateResult, svg } from "lit";
import { duration, milliseconds } from "../../trace/figures.ts";
import type { LaneView } from "../../trace/lane.ts";
import { INSTANT } from "../../trace/noise.ts";
import type { Run } from "../../trace/run.ts";
import { sentences } from "../../trace/sentences.ts";
import { verdict } from "../../trace/verdict.ts";
import { verdictLook } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import { type Mark, marks } from "./marks.ts";
import { arrivals, extent, type Rails, rails } from "./rails.ts";
import { createScale, roomySpan, type Scale, ticks } from "./scale.ts";
import { timelineStyles } from "./timeline-styles.ts";

/** Below this width the rails' names stand above them. px */
const NARROW = 560;

/** A run that is over fills the axis up to this share, so that what stands at its end can be read. */
const FILLED = 0.98;

/** Where the rails of one lane stand. px */
type Place = { wrote: number; got: number };

/**
 * When the server wrote each event and when each lane got it, joined by lines; above, thin, the run
 * before.
 * @element sse-timeline
 */
export class Timeline extends LitElement {
  static override properties = { width: { state: true }, pointer: { state: true } };
  static override styles = [base, timelineStyles];
  declare width: number;
  declare pointer: { x: number; y: number } | null;
  readonly #page = new PlaygroundController(this).playground;
  readonly #size = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.width = entry.contentRect.width;
  });

  constructor() {
    super();
    this.width = 0;
    this.pointer = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  override render() {
    const { current } = this.#page;
    if (this.width === 0 || current === undefined) return nothing;
    const { run } = current;
    const narrow = this.width < NARROW;
    const lanes = run.lanes;
    const row = narrow ? 46 : 34;
    const top = 16;
    const places = lanes.map((_, index) => ({
      wrote: top + row * (1 + 2 * index),
      got: top + row * (2 + 2 * index),
    }));
    const bottom = (places.at(-1)?.got ?? top + row) + 26;
    const scale = createScale(
      this.#span(run, current.isGoing),
      narrow ? 14 : 150,
      this.width - (narrow ? 60 : 120),
    );
    return html`
      <svg
        viewBox="0 0 ${this.width} ${bottom}"
        height=${bottom}
        role="img"
        aria-label=${texts.timeline.summary(lanes.map(summary))}
        @pointermove=${this.#point}
        @pointerleave=${() => {
          this.pointer = null;
        }}
      >
        ${this.#before(scale, top, narrow)}
        ${lanes.map((lane, index) => {
          const place = places[index];
          return place && this.#lane(lane, rails(lane, scale), place, scale, narrow);
        })}
        ${axis(scale, bottom)}
        ${current.isGoing ? svg`<path class="now" d="M${scale.x(run.latest)} ${top}V${bottom - 20}"/>` : nothing}
        ${this.#pointer(top, bottom - 20)}
      </svg>
      ${this.#exact(run, places, scale)}
    `;
  }

  /** What the axis shows: all that happens while it happens, then what there was to see. ms */
  #span(run: Run, going: boolean): number {
    if (going) return roomySpan(Math.max(run.latest, 1));
    const { before } = this.#page;
    const lanes = [...run.lanes, ...(before?.lanes ?? [])];
    return Math.max(1, ...lanes.map(extent)) / FILLED;
  }

  #before({ x, left, right }: Scale, y: number, narrow: boolean) {
    const { before } = this.#page;
    if (before === undefined) return nothing;
    const { headline } = verdict(before);
    const { tone } = verdictLook(headline.word);
    const attempt = before.lane(headline.lane).attempts[0];
    const got = attempt === undefined ? [] : marks(arrivals(attempt), x, 9);
    return svg`
      <text class="label" x="0" y=${narrow ? y - 5 : y + 4}>${texts.timeline.before}
        <tspan class="summary many ${tone}" dx="0.4em">● ${sentences.verdict.headline(headline)}</tspan>
      </text>
      <path class="rail" d="M${left} ${y}H${right}"/>
      ${got.map((mark) => svg`<circle class="arrived ${mark.held ? "held" : ""}" cx=${mark.x} cy=${y} r="4"/>`)}
    `;
  }

  #lane(lane: LaneView, drawn: Rails, place: Place, scale: Scale, narrow: boolean) {
    const { left, right } = scale;
    const label = (y: number, words: string) =>
      svg`<text class="label" x="0" y=${narrow ? y - 14 : y + 4}>${words}</text>`;
    return svg`
      ${label(place.wrote, texts.timeline.wrote)}
      ${label(place.got, texts.timeline.got(sentences.laneTitles[lane.name]))}
      <path class="rail" d="M${left} ${place.wrote}H${right}M${left} ${place.got}H${right}"/>
      ${drawn.ways.map(
        ({ from, to, held }) =>
          svg`<path class="way ${held ? "held" : ""}" d="M${from} ${place.wrote}L${to} ${place.got}"/>`,
      )}
      ${drawn.heads.map((x) => svg`<path class="head" d="M${x} ${place.got - 9}v18"><title>${texts.timeline.head[lane.name]}</title></path>`)}
      ${drawn.written.map((mark) => written(mark, place.wrote))}
      ${drawn.ends
        .filter(({ x }) => x <= right)
        .map(
          ({ x, status }) => svg`<path class="end" d="M${x} ${place.wrote - 10}v20"/>
            <text class="end-label" x=${x + 7} y=${place.wrote - 4}>${status ?? texts.timeline.end}</text>`,
        )}
      ${drawn.arrived.map((mark) => arrived(mark, place.got, labelFor(mark, lane)))}
    `;
  }

  #pointer(top: number, bottom: number) {
    return this.pointer === null
      ? nothing
      : svg`<path class="pointer" d="M${this.pointer.x} ${top}V${bottom}"/>`;
  }

  /** The exact times of what is under the pointer. */
  #exact(run: Run, places: readonly Place[], scale: Scale) {
    const { pointer } = this;
    if (pointer === null || pointer.x < scale.left) return nothing;
    const at = ((pointer.x - scale.left) / (scale.right - scale.left)) * scale.span;
    const index = places.findIndex(({ got }) => pointer.y < got + 17);
    const lane = run.lanes[index];
    const distance = (time: number) => Math.abs(scale.x(time) - pointer.x);
    const [nearest] = (lane?.attempts.flatMap(({ passages }) => passages) ?? [])
      .map((passage) => ({
        passage,
        px: Math.min(distance(passage.writtenAt), distance(passage.arrivedAt)),
      }))
      .filter(({ px }) => px < 12)
      .sort((a, b) => a.px - b.px);
    const words =
      nearest === undefined || lane === undefined
        ? milliseconds(at)
        : texts.timeline.exact(sentences.laneTitles[lane.name], nearest.passage);
    const side =
      pointer.x > this.width / 2
        ? `right: ${this.width - pointer.x + 10}px`
        : `left: ${pointer.x + 10}px`;
    return html`<output style=${side}>${words}</output>`;
  }

  #point(event: PointerEvent): void {
    const { left, top } = this.getBoundingClientRect();
    this.pointer = { x: event.clientX - left, y: event.clientY - top };
  }
}
customElements.define("sse-timeline", Timeline);

function written({ x, number, count }: Mark, y: number): SVGTemplateResult {
  const words = count === 1 ? String(number) : `×${count}`;
  const width = Math.max(16, 6 + 7 * words.length);
  return svg`
    <rect class="written" x=${x - 8} y=${y - 8} width=${width} height="16" rx="8"/>
    <text class="number" x=${x - 8 + width / 2} y=${y + 4}>${words}</text>
  `;
}

function arrived({ x, count, held }: Mark, y: number, label: string): SVGTemplateResult {
  const tone = held ? "held" : "";
  return svg`
    ${
      count === 1
        ? svg`<circle class="arrived ${tone}" cx=${x} cy=${y} r="6"/>`
        : svg`<rect class="arrived ${tone}" x=${x - 8} y=${y - 9} width="22" height="18" rx="9"/>`
    }
    ${label === "" ? nothing : svg`<text class="summary many ${tone}" x=${x + 20} y=${y + 4}>${label}</text>`}
  `;
}

/** What is said beside a mark of several events: how many, and what else came in that instant. */
function labelFor({ at, until, count }: Mark, lane: LaneView): string {
  if (count === 1) return "";
  const within = (time: number | null) =>
    time !== null && time >= at - INSTANT && time <= until + INSTANT;
  if (lane.name === "eventsource") {
    return texts.timeline.burst(
      count,
      lane.attempts.some(({ announcedAt }) => within(announcedAt)),
    );
  }
  const chunks = lane.attempts.flatMap(({ chunks }) => chunks).filter((chunk) => within(chunk.at));
  return texts.timeline.chunks(count, chunks.length);
}

function axis(scale: Scale, bottom: number): SVGTemplateResult[] {
  return ticks(scale).map(
    (at, index, all) =>
      svg`<text class="tick" x=${scale.x(at)} y=${bottom - 4} text-anchor="middle">${
        index === all.length - 1 ? duration(at) : index === 0 ? "0" : (at / 1000).toString()
      }</text>`,
  );
}

function summary({ name, attempts }: LaneView): string {
  const written = attempts.reduce((sum, attempt) => sum + attempt.written.length, 0);
  const arrived = attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);
  return texts.timeline.laneSummary(sentences.laneTitles[name], written, arrived);
}
