import { html, LitElement, nothing, svg } from "lit";
import { milliseconds } from "../../trace/figures.ts";
import type { LaneView } from "../../trace/lane.ts";
import { sentences } from "../../trace/sentences.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import { axis, beforeRow, type Place, track } from "./drawing.ts";
import { extent } from "./rails.ts";
import { createScale, roomySpan, type Scale } from "./scale.ts";
import { timelineStyles } from "./timeline-styles.ts";
import { type Track, tracks } from "./tracks.ts";

/** Below this width the rails' names stand above them. px */
const NARROW = 560;

/** A run that is over fills the axis up to this share, so that what stands at its end can be read. */
const FILLED = 0.98;

/** How far the pointer may be from what it points at. px */
const REACH = 12;

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
    const runs = this.#page.runs.map(({ run }) => run);
    if (this.width === 0 || runs.length === 0) return nothing;
    const shown = tracks(runs);
    const narrow = this.width < NARROW;
    const em = Number.parseFloat(getComputedStyle(this).fontSize) / 14;
    const row = (narrow ? 46 : 33) * em;
    // Side by side, the comparison is not with the run before.
    const top = (runs.length > 1 ? (narrow ? 0 : -16) : narrow ? 24 : 16) * em;
    const lift = narrow ? 14 * em : -4;
    const places = shown.map((_, index) => ({
      wrote: top + row * (1 + 2 * index),
      got: top + row * (2 + 2 * index),
      lift,
      edge: narrow ? this.width : null,
    }));
    const height = top + row * 2 * shown.length + 26 * em;
    const scale = createScale(
      this.#span(shown),
      narrow ? 14 : 142 * em,
      this.width - (narrow ? 64 : 122 * em),
    );
    return html`
      <svg
        viewBox="0 0 ${this.width} ${height}"
        height=${height}
        role="img"
        aria-label=${texts.timeline.summary(shown.map(({ lane }) => summary(lane)))}
        @pointermove=${this.#point}
        @pointerleave=${this.#leave}
      >
        ${runs.length === 1 ? beforeRow(this.#page.before, top, lift, scale) : nothing}
        ${shown.map((one, index) => {
          const place = places[index];
          return place && track(one, place, scale);
        })}
        ${axis(scale, height - 4)} ${this.#now(scale, height - 20 * em)}
        ${this.pointer && svg`<path class="pointer" d="M${this.pointer.x} 0V${height - 20 * em}"/>`}
      </svg>
      ${this.#exact(shown, places, scale)}
    `;
  }

  /** What the axis shows: all that happens while it happens, then what there was to see. ms */
  #span(shown: readonly Track[]): number {
    const { isGoing, current, before } = this.#page;
    const lanes = [...shown.map(({ lane }) => lane), ...(before?.lanes ?? [])];
    const longest = Math.max(1, ...lanes.map(extent));
    return isGoing ? roomySpan(Math.max(current?.elapsed ?? 0, longest)) : longest / FILLED;
  }

  #now(scale: Scale, bottom: number) {
    const { isGoing, current } = this.#page;
    if (!isGoing || current === undefined) return nothing;
    return svg`<path class="now" d="M${scale.x(current.elapsed)} 0V${bottom}"/>`;
  }

  /** The exact times of what is under the pointer. */
  #exact(shown: readonly Track[], places: readonly Place[], scale: Scale) {
    const { pointer } = this;
    if (pointer === null || pointer.x < scale.left) return nothing;
    const { x, y } = pointer;
    const lane = shown[places.findIndex(({ got }) => y < got + REACH)]?.lane;
    const distance = (time: number) => Math.abs(scale.x(time) - x);
    const [nearest] = (lane?.attempts.flatMap(({ passages }) => passages) ?? [])
      .map((passage) => ({
        passage,
        away: Math.min(distance(passage.writtenAt), distance(passage.arrivedAt)),
      }))
      .filter(({ away }) => away < REACH)
      .sort((a, b) => a.away - b.away);
    const words =
      nearest === undefined || lane === undefined
        ? milliseconds(((x - scale.left) / (scale.right - scale.left)) * scale.span)
        : texts.timeline.exact(sentences.laneTitles[lane.name], nearest.passage);
    const beside = x > this.width / 2 ? `right: ${this.width - x + 10}px` : `left: ${x + 10}px`;
    return html`<output aria-live="off" .style=${beside}>${words}</output>`;
  }

  #point(event: PointerEvent): void {
    const { left, top } = this.getBoundingClientRect();
    this.pointer = { x: event.clientX - left, y: event.clientY - top };
  }

  #leave(): void {
    this.pointer = null;
  }
}
customElements.define("sse-timeline", Timeline);

function summary({ name, attempts }: LaneView): string {
  const written = attempts.reduce((sum, attempt) => sum + attempt.written.length, 0);
  const arrived = attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);
  return texts.timeline.laneSummary(sentences.laneTitles[name], written, arrived);
}
