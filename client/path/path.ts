/**
 * The way of a stream: Node server → dev proxy → browser, with the switches that matter at each hop
 * and what lies there. Side by side there are two proxies.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { bytes } from "../../trace/en/figures.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import { headerValue } from "../../trace/run/head.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import { INSTANT } from "../../trace/run/noise.ts";
import type { Run } from "../../trace/run/run.ts";
import { serverPort } from "../connections/places.ts";
import { withKey } from "../controls/by-hand.ts";
import { prose } from "../controls/prose.ts";
import "../controls/segmented.ts";
import "../controls/term.ts";
import { follow, followPage } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import type { Switches } from "../playground/set-up.ts";
import { pathUnder } from "../playground/settings.ts";
import { base } from "../styles/base.ts";
import { pathStyles } from "./path-styles.ts";
import { pathTexts } from "./path-texts.ts";
import { flying, judged, pileOf } from "./pile.ts";

/** client/app/page-keys.ts has the same. */
const KEYS = { compress: "C", noTransform: "N", proxy: "X" } as const;

/**
 * @fires break-it when something is to be broken
 * @fires browser when it is asked what this browser does
 */
export class PathPicture extends LitElement {
  static override styles = [base, pathStyles];
  readonly #page = followPage(this);
  readonly #learning = follow(this, learning);

  override render() {
    const { current, runs } = this.#page;
    const lane = current && judged(current);
    const attempt = lane && latestStream(lane);
    const elapsed = current?.elapsed ?? 0;
    return html`<section aria-label=${pathTexts.label}>
      <ol>
        <li class="hop">
          <h2>${pathTexts.server} <span>:${serverPort}</span></h2>
          <p class="did">${prose(wrote(lane))}</p>
          <div class="switches">
            ${this.#switch("noTransform", ["off", "on"])}
            <button class="button ${this.#learning.pointsAt === "break-it" ? "pointed" : ""}" aria-keyshortcuts="O" @click=${() => this.dispatchEvent(new Event("break-it"))}>
              ${pathTexts.breakIt}
            </button>
          </div>
        </li>
        <li class="link" aria-hidden="true">
          <span>${sent(lane)}</span>
          ${flying(attempt?.written ?? [], ({ writtenAt }) => writtenAt, elapsed)}
        </li>
        <li class="stack">
          ${runs.length > 1 ? runs.map((run) => this.#proxyOf(run)) : this.#proxy(current)}
        </li>
        <li class="link" aria-hidden="true">
          <span>${received(current?.run, lane)}</span>
          ${flying(attempt?.passages ?? [], ({ arrivedAt }) => arrivedAt, elapsed)}
        </li>
        <li class="hop">
          <h2>
            <button
              class="bare"
              aria-keyshortcuts="I"
              title=${withKey(pathTexts.browserWhy, "I")}
              @click=${() => this.dispatchEvent(new Event("browser"))}
            >
              ${pathTexts.browser}
            </button>
            <span>${current?.run.setup.browser ?? ""}</span></h2>
          <p class="did">${prose(got(lane))}</p>
          <p class="accepts">${accepts(attempt)}</p>
        </li>
      </ol>
    </section>`;
  }

  #proxy(current: LiveRun | undefined): TemplateResult {
    const { switches, devServers, suggestsCompress, isViewer } = this.#page;
    const path = isViewer ? current?.run.setup.path : pathUnder(switches, devServers);
    const pile = current?.run.setup.path.proxy ? pileOf(current) : undefined;
    const state = switches.proxy ? (pile ? "holds" : "") : "bypassed";
    return html`<div class="hop ${state}">
      <h2><sse-term name="hop">${pathTexts.proxy}</sse-term> <span>${path?.proxy ? `:${path.port}` : ""}</span></h2>
      <p class="did">${switches.proxy ? (pile ?? pathTexts.passesOn) : this.#whyBypassed()}</p>
      <div class="switches">
        ${this.#switch("compress", ["false", "true"])} ${this.#switch("proxy", ["off", "on"])}
      </div>
      ${
        suggestsCompress
          ? html`<p class="suggestion" role="status">${prose(pathTexts.suggestCompress)}</p>`
          : nothing
      }
    </div>`;
  }

  /** Somebody chose it, or the Node server serves this page by itself (`npm run serve`). */
  #whyBypassed(): TemplateResult[] {
    const { devServers, trouble, isViewer } = this.#page;
    const isAlone = devServers.length === 0 && trouble === undefined && !isViewer;
    return prose(isAlone ? pathTexts.noDevServers : pathTexts.bypassed);
  }

  #proxyOf(one: LiveRun): TemplateResult {
    const { path } = one.run.setup;
    const pile = pileOf(one);
    return html`<div class="hop slim ${pile ? "holds" : ""}">
      <h2>
        <span class="what">${pathTexts.proxy}</span> <span>:${path.port}</span>
        <code>${playgroundTexts.pathName(path)}</code>
      </h2>
      <p class="did">${pile ?? pathTexts.passesOn}</p>
    </div>`;
  }

  #switch(name: keyof Switches, [no, yes]: [no: string, yes: string]): TemplateResult {
    const { switches, suggestsCompress, isViewer } = this.#page;
    const label = pathTexts.switches[name];
    // Nobody can play a file's run again: it tells how the switch stood.
    if (isViewer) return html`<span>${label} <b>${switches[name] ? yes : no}</b></span>`;
    return html`<span class="switch ${name}">
      <span aria-hidden="true">${label}</span>
      <sse-segmented
        .label=${label}
        .shortcut=${KEYS[name]}
        .value=${switches[name] ? yes : no}
        .segments=${[
          { value: no, why: this.#whyNot(name, false) },
          { value: yes, why: this.#whyNot(name, true) },
        ]}
        ?suggested=${(suggestsCompress && name === "compress") || this.#learning.pointsAt === name}
        @change=${({ detail }: CustomEvent<string>) => this.#page.turn({ [name]: detail === yes })}
      ></sse-segmented>
    </span>`;
  }

  #whyNot(name: keyof Switches, value: boolean): string {
    const { switches, devServers } = this.#page;
    if (name === "noTransform" || switches[name] === value) return "";
    if (devServers.length === 0) return pathTexts.noDevServers;
    if (name === "proxy") return "";
    if (!switches.proxy) return pathTexts.noProxyToCompress;
    const reachable = pathUnder({ ...switches, compress: value }, devServers) !== undefined;
    return reachable ? "" : pathTexts.noSuchDevServer(value);
  }
}
customElements.define("sse-path", PathPicture);

/** What came later and brought nothing is no stream. */
function latestStream({ attempts }: LaneView): AttemptView | undefined {
  return (
    attempts.findLast(({ written, arrived }) => written.length + arrived.length > 0) ?? attempts[0]
  );
}

function wrote(lane: LaneView | undefined): string {
  const attempts = lane?.attempts ?? [];
  const isUntold = attempts.some(({ isTold, announcedAt }) => !isTold && announcedAt !== null);
  if (isUntold) return pathTexts.untold;
  const written = attempts.flatMap((attempt) => spanOf(attempt.written, (one) => one.writtenAt));
  return pathTexts.wrote(sum(written), spent(written));
}

function got(lane: LaneView | undefined): string {
  const arrived = (lane?.attempts ?? []).flatMap((attempt) =>
    spanOf(attempt.arrived, (one) => one.arrivedAt),
  );
  const isAtOnce = arrived.length === 1 && arrived.every(({ over }) => over <= INSTANT);
  const count = sum(arrived);
  return pathTexts.got(count, isAtOnce && count > 1 ? pathTexts.atOnce : spent(arrived));
}

/** `over` is the time from the first event of an attempt to the last, ms. */
type Span = { count: number; over: number };

function spanOf<Event>(events: readonly Event[], timeOf: (event: Event) => number): Span[] {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ count: events.length, over: timeOf(last) - timeOf(first) }];
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((all, { count }) => all + count, 0);
}

/** Tells in which time they came. One event takes none, and the number of several attempts says more. */
function spent(spans: readonly Span[]): string {
  const [first, ...others] = spans;
  if (others.length > 0) return pathTexts.inAttempts(spans.length);
  return first === undefined || first.count === 1 ? "" : pathTexts.over(first.over);
}

function sent(lane: LaneView | undefined): string {
  const written = (lane?.attempts ?? []).reduce(
    (all, { connection }) => all + (connection?.bytes ?? 0),
    0,
  );
  return written === 0 ? "" : `${bytes(written)} →`;
}

/** EventSource tells no coding, but both lanes take one path. "" until all is told. */
function received(run: Run | undefined, lane: LaneView | undefined): string {
  const sizes = (lane?.attempts ?? []).flatMap(({ arrived, reception: { size } }) =>
    arrived.length > 0 || size ? [size?.encoded] : [],
  );
  const encoded = sizes.reduce<number>((all, one) => all + (one ?? 0), 0);
  if (!run || encoded === 0 || sizes.includes(undefined)) return "";
  const coding = run.lanes.map(({ attempts }) => attempts[0]?.coding).find((one) => one);
  return `${bytes(encoded)} ${coding ? `${coding} ` : ""}→`;
}

function accepts(attempt: AttemptView | undefined): string {
  const request = attempt?.connection?.request;
  const codings = request && headerValue(request.headers, "Accept-Encoding");
  return codings ? pathTexts.accepts(codings) : "";
}
