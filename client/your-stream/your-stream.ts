/**
 * What passes through the target proxy on its way to a stranger's server. Whoever picks one sees it in the page's own
 * timeline, verdict and log, which then tell of that server.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { grouped } from "../../trace/en/figures.ts";
import type { Passing, PassingList } from "../../trace/run/passing.ts";
import { now } from "../connections/clock.ts";
import { type NoList, watchPassing } from "../connections/passing.ts";
import { closeButton } from "../controls/buttons.ts";
import { prose } from "../controls/prose.ts";
import "../controls/segmented.ts";
import { icons } from "../icons.ts";
import { asking } from "../playground/asking.ts";
import { follow, followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { watchRun } from "./watched-run.ts";
import "./where-to-change.ts";
import { yourStreamStyles } from "./your-stream-styles.ts";
import { yourStreamTexts } from "./your-stream-texts.ts";

/** How often the times since are drawn. ms */
const TICK = 1000;

/** What waits no longer than this for its answer may be anything: it is not shown yet. ms */
const SOON = 1000;

/** @fires close when it is to be closed */
export class YourStream extends LitElement {
  static override properties = { list: { state: true }, none: { state: true } };
  static override styles = [base, panel, yourStreamStyles];
  /** What was told last. */
  declare list: PassingList | undefined;
  /** Why there is none. */
  declare none: NoList | undefined;
  readonly #page = followPage(this);
  readonly #asking = follow(this, asking);
  /** How far the server's clock is ahead of this page's: as far as the quickest list told. ms */
  #ahead = Number.NEGATIVE_INFINITY;
  #watching: { close(): void } | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.list = undefined;
    this.none = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), TICK);
    this.#watching = watchPassing({
      list: (list) => {
        if (list.boot !== this.list?.boot) this.#ahead = Number.NEGATIVE_INFINITY;
        this.#ahead = Math.max(this.#ahead, list.at - now());
        this.list = list;
        this.none = undefined;
      },
      none: (why) => {
        this.none = why;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.close();
    clearInterval(this.#tick);
  }

  override render() {
    const { title, watching, aims, ways, pick } = yourStreamTexts;
    const { list, none } = this;
    const { isOpen } = this.#asking;
    const asks = isOpen && none !== "presenter-only";
    if (isOpen) void import("./ask.ts");
    const close = () => this.dispatchEvent(new Event("close"));
    return html`<section aria-labelledby="title">
        <h2 id="title">
          ${title}
          <sse-segmented
            .label=${pick}
            .value=${isOpen ? ways.ask : ways.watch}
            .segments=${[ways.watch, ways.ask].map((value) => ({ value, why: "" }))}
            @change=${({ detail }: CustomEvent<string>) => this.#asking.open(detail === ways.ask)}
          ></sse-segmented>
          <small>${list === undefined ? nothing : prose((isOpen ? aims : watching)(list.target))}</small>
          ${closeButton(close, `Close ${title}`)}
        </h2>
        ${asks && none === undefined ? nothing : this.#about(asks)}
      </section>
      ${asks && (list !== undefined || none !== undefined) ? html`<sse-ask .list=${none === undefined ? list : undefined}></sse-ask>` : nothing}
      ${asks || list === undefined || none !== undefined ? nothing : this.#table(list)}`;
  }

  #about(asks: boolean): TemplateResult | typeof nothing {
    const { begin, nothing: nothingPassed, pickOne, why, dropped, onlyDirect } = yourStreamTexts;
    const { list, none } = this;
    if (none === "no-target") {
      return html`${asks ? html`<p class="about">${prose(onlyDirect)}</p>` : nothing}
        <ol class="about">
          ${begin.map((line) => html`<li>${prose(line)}</li>`)}
        </ol>`;
    }
    if (none !== undefined)
      return html`<p class="about" role="alert">${icons.warning} ${prose(why[none])}</p>`;
    if (list === undefined) return nothing;
    const said = list.passing.length === 0 ? nothingPassed(list.target, list.port) : pickOne;
    const gone = list.dropped === 0 ? "" : ` ${dropped(list.dropped)}`;
    return html`<p class="about" role="status">${prose(said + gone)}</p>`;
  }

  #table(list: PassingList): TemplateResult | typeof nothing {
    const time = now() + this.#ahead;
    const shown = list.passing.filter(
      ({ state, meant, beganAt }) => state !== "waiting" || meant !== null || time - beganAt > SOON,
    );
    if (shown.length === 0) return nothing;
    const [method, path, what, state, events, last] = yourStreamTexts.columns;
    return html`<div class="rows">
      <table aria-label=${yourStreamTexts.list}>
        <thead>
          <tr>
            <th>${method}</th>
            <th>${path}</th>
            <th class="what">${what}</th>
            <th>${state}</th>
            <th class="number">${events}</th>
            <th class="number">${last}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.toReversed().map((one) => this.#row(one, list, time))}
        </tbody>
      </table>
    </div>`;
  }

  #row(passing: Passing, list: PassingList, time: number): TemplateResult {
    const { state, since, redirect, attemptsWhy } = yourStreamTexts;
    const isPicked = this.#page.current?.run.setup.trace === passing.trace;
    const pick = () =>
      this.#page.watch(watchRun(passing, list, this.#ahead, () => this.#page.changed()));
    return html`<tr class=${isPicked ? "picked" : ""}>
      <td>${passing.method}</td>
      <td class="path">
        <button aria-pressed=${isPicked} title=${passing.url} @click=${pick}>${passing.url}</button>
      </td>
      <td class="what" title=${passing.attempts > 1 ? attemptsWhy : ""}>${prose(what(passing))}</td>
      <td class=${["down", "unfit", "cut"].includes(passing.state) ? "warn" : ""}>
        ${passing.redirect === null ? state[passing.state] : html`<span class="warn">${icons.warning} ${redirect(passing.redirect)}</span>`}
      </td>
      <td class="number">${grouped(passing.events)}</td>
      <td class="number">${since(Math.max(0, time - passing.lastAt))}</td>
    </tr>`;
  }
}
customElements.define("sse-your-stream", YourStream);

function what({ meant, status, coding, attempts: count }: Passing): string {
  const { meant: names, status: withStatus, coding: withCoding, attempts } = yourStreamTexts;
  if (meant === null || (meant === "asked" && status === null)) return "";
  const isOdd = status !== null && (status !== 200 || meant === "asked");
  return [
    names[meant],
    isOdd ? withStatus(status) : "",
    coding === "" ? "" : withCoding(coding),
    count === 1 ? "" : attempts(count),
  ].join("");
}
