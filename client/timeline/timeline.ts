/**
 * Says when the server wrote each event and when each lane got it, joined by lines; above, thin, the run
 * before. It can be zoomed and moved, and saved as a picture.
 */

import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { verdictSentences } from "../../trace/en/verdict.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { Passage } from "../../trace/run/matching.ts";
import { strangerOf } from "../../trace/run/passing.ts";
import type { Pointing } from "../../trace/run/pointing.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { download, fileName } from "../controls/download.ts";
import { KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import { pointed } from "../playground/pointed.ts";
import { base } from "../styles/base.ts";
import { axis, beforeRow, between, lit, litMoment, track } from "./drawing.ts";
import { drawingStyles } from "./drawing-styles.ts";
import { Gestures, type Point } from "./gestures.ts";
import { type Layout, layOut, type Place } from "./layout.ts";
import { lostOf } from "./lost.ts";
import { passageOf, type Target, targetAt } from "./pointing.ts";
import { extent, type Rails, rails } from "./rails.ts";
import { roomySpan, type Scale } from "./scale.ts";
import { timelineStyles } from "./timeline-styles.ts";
import { timelineSvg } from "./timeline-svg.ts";
import { timelineTexts } from "./timeline-texts.ts";
import { buttons, keys } from "./tools.ts";
import { type Track, tracks } from "./tracks.ts";
import { Viewport } from "./viewport.ts";

/** A run that is over fills this share of the axis, so that what stands at its end can be read. */
const FILLED = 0.98;

/** So far below a lane's rail the pointer still points at that lane. px */
const REACH = 12;

type Drawn = { track: Track; place: Place; rails: Rails };

export class Timeline extends LitElement {
  static override properties = { width: { state: true }, pointer: { state: true } };
  static override styles = [base, drawingStyles, timelineStyles];
  declare width: number;
  declare pointer: Point | null;
  readonly #page = followPage(this);
  readonly #pointed = follow(this, pointed);
  readonly #learning = follow(this, learning);
  readonly #viewport = new Viewport(() => this.requestUpdate());
  readonly #gestures = new Gestures(
    this.#viewport,
    (at) => {
      this.pointer = at;
    },
    () => this.#goTo(),
  );
  readonly #size = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.width = entry.contentRect.width;
  });
  #under: Target | undefined;

  constructor() {
    super();
    this.width = 0;
    this.pointer = null;
    const where = timelineTexts.keys;
    new KeysController(this, () => ({ where, keys: keys(this.#viewport) }), this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  /** Whether a run before stands there, or can: nothing here can play again what left a stranger's server. In a lesson there is no room to say that there is none. */
  get #comparesWithOneBefore(): boolean {
    const [one, ...others] = this.#page.runs;
    const isOwn = one !== undefined && others.length === 0 && strangerOf(one.run) === undefined;
    return isOwn && (this.#page.before !== undefined || !this.#learning.isOpen);
  }

  override render() {
    const runs = this.#page.runs.map(({ run }) => run);
    const [first] = runs;
    if (this.width === 0 || first === undefined) return nothing;
    const shown = tracks(runs);
    const em = Number.parseFloat(getComputedStyle(this).fontSize) / 14;
    // Side by side, the comparison is not with the run before.
    const layout = layOut(this.width, em, shown.length, this.#comparesWithOneBefore);
    const { at } = this.#pointed;
    const asked = at?.kind === "moment" ? at.at / FILLED : 0;
    const span = this.#span(shown);
    const scale = this.#viewport.scaleFor(first, span, layout.left, layout.right, asked);
    const drawn = shown.flatMap((track, index) => {
      const place = layout.places[index];
      return place === undefined
        ? []
        : [{ track, place, rails: rails(track.run, track.lane, scale) }];
    });
    const under = this.#underPointer(drawn, scale);
    this.#under = under;
    return html`
      ${this.#picture(drawn, layout, scale, under)}
      ${buttons(this.#viewport, () => void this.#save())} ${this.#exact(under)}
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("pointer")) this.#tell(this.#under);
  }

  #picture(drawn: readonly Drawn[], layout: Layout, scale: Scale, under: Target | undefined) {
    const { width, height, top, lift, em, bottom } = layout;
    const gestures = this.#gestures;
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      role="img"
      tabindex="0"
      class=${this.#viewport.isWhole ? "" : "zoomed"}
      aria-label=${timelineTexts.summary(drawn.map(({ track }) => summary(track)))}
      @wheel=${gestures.wheel}
      @pointerdown=${gestures.press}
      @pointermove=${gestures.move}
      @pointerup=${gestures.release}
      @pointercancel=${gestures.release}
      @pointerleave=${gestures.leave}
      @click=${gestures.click}
      @dblclick=${() => this.#viewport.showAll()}
    >
      ${between(scale, height)} ${this.#now(scale, bottom)}
      ${this.#comparesWithOneBefore ? beforeRow(this.#page.before, { y: top, lift, em }, scale) : nothing}
      ${drawn.map(({ track: one, place, rails }) => track(one, rails, place, scale))}
      ${axis(scale, layout.axis)}
      ${drawn.map((one) => this.#light(one, scale, under))}
      ${this.pointer && svg`<path class="pointer" d="M${this.pointer.x} 0V${bottom}"/>`}
    </svg>`;
  }

  /** All that happens is to be seen while it happens, then what happened. ms */
  #span(shown: readonly Track[]): number {
    const { isGoing, current, before } = this.#page;
    const longest = Math.max(
      1,
      ...shown.map(({ run, lane }) => extent(run, lane)),
      ...(before?.lanes.map((lane) => extent(before, lane)) ?? []),
    );
    return isGoing ? roomySpan(Math.max(current?.elapsed ?? 0, longest)) : longest / FILLED;
  }

  #now({ x, until }: Scale, bottom: number) {
    const { isGoing, current } = this.#page;
    if (!isGoing || current === undefined || current.elapsed > until) return nothing;
    return svg`<path class="now" d="M${x(current.elapsed)} 0V${bottom}"/>`;
  }

  /** It may be pointed at here, or elsewhere. */
  #light({ track: { lane }, place }: Drawn, scale: Scale, under: Target | undefined) {
    if (under?.lane === lane) {
      return under.isOne && under.first ? lit(under.first, place, scale) : nothing;
    }
    const { at } = this.#pointed;
    // Side by side, nobody knows which of the runs was meant.
    if (at?.kind === "moment" && at.lane === lane.name) return litMoment(at.at, place, scale);
    if (at?.kind !== "events" || at.lane !== lane.name || this.#page.runs.length > 1)
      return nothing;
    const attempt = lane.attempts[at.attempt - 1];
    const passage = attempt && passageOf(attempt, at.first);
    return passage ? lit(passage, place, scale) : nothing;
  }

  #underPointer(drawn: readonly Drawn[], scale: Scale): Target | undefined {
    const { pointer } = this;
    if (pointer === null || pointer.x < scale.left) return undefined;
    const { x, y } = pointer;
    const found = drawn.find(({ place }) => y < place.got + REACH) ?? drawn.at(-1);
    if (found === undefined) return undefined;
    const { track, place, rails } = found;
    const rail = y < (place.wrote + place.got) / 2 ? "wrote" : "got";
    return targetAt(track.lane, rail, rails, scale, x);
  }

  #tell(under: Target | undefined): void {
    const one = under?.isOne ? under.first : undefined;
    this.#pointed.point(under && one ? this.#pointingOf(under.lane, one) : null);
  }

  /** The log shows the first of several. */
  #goTo(): void {
    const { lane, first } = this.#under ?? {};
    const pointing = lane && first && this.#pointingOf(lane, first);
    if (pointing) this.#pointed.goTo(pointing);
  }

  /** Side by side nobody knows which of the runs is meant: `null`. */
  #pointingOf(lane: LaneView, passage: Passage): Pointing | null {
    const { number } = passage;
    const attempt = lane.attempts.find((one) => passageOf(one, number) === passage)?.number;
    if (attempt === undefined || this.#page.runs.length > 1) return null;
    return { kind: "events", lane: lane.name, attempt, first: number, last: number };
  }

  #exact(under: Target | undefined): TemplateResult | typeof nothing {
    if (this.pointer === null || under === undefined) return nothing;
    const { x } = this.pointer;
    const beside = x > this.width / 2 ? `right: ${this.width - x + 10}px` : `left: ${x + 10}px`;
    return html`<output aria-live="off" .style=${beside}>${under.words}</output>`;
  }

  async #save(): Promise<void> {
    this.pointer = null;
    await this.updateComplete;
    const drawing = this.renderRoot.querySelector("svg");
    const { current } = this.#page;
    if (drawing === null || current === undefined) return;
    const { run, now } = current;
    const { width, height } = drawing.viewBox.baseVal;
    const { name } = run.setup.script;
    const style = getComputedStyle(this);
    const picture = timelineSvg({
      title: timelineTexts.caption(name, verdictSentences.headline(verdict(run, now).headline)),
      drawing: new XMLSerializer().serializeToString(drawing),
      width,
      height,
      fontSize: getComputedStyle(drawing).fontSize,
      css: drawingStyles.cssText,
      token: (name) => style.getPropertyValue(name),
    });
    download(fileName(name, "timeline", "svg"), "image/svg+xml", picture);
  }
}
customElements.define("sse-timeline", Timeline);

function summary({ run, lane }: Track): string {
  const { name, attempts } = lane;
  const written = attempts.reduce((sum, attempt) => sum + attempt.written.length, 0);
  const arrived = attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);
  return timelineTexts.laneSummary(laneTitles[name], written, arrived, lostOf(run, lane).length);
}
