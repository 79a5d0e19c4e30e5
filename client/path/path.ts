import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { AttemptView } from "../../trace/attempt.ts";
import { bytes, duration } from "../../trace/figures.ts";
import { headerValue } from "../../trace/head.ts";
import { heldAt, heldMost } from "../../trace/held.ts";
import { INSTANT } from "../../trace/noise.ts";
import type { Run } from "../../trace/run.ts";
import { verdict } from "../../trace/verdict.ts";
import { serverPort } from "../connections/places.ts";
import { prose } from "../controls/prose.ts";
import "../controls/segmented.ts";
import { icons } from "../icons.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { pathUnder, type Switches } from "../playground/settings.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import { pathStyles } from "./path-styles.ts";

/** So many events are drawn as numbered dots; a larger pile is a figure alone. */
const DOTS = 8;

/**
 * The way of a stream: Node server → dev proxy → browser, with the switches that matter at each hop
 * and what lies there.
 * @element sse-path
 */
export class PathPicture extends LitElement {
  static override styles = [base, pathStyles];
  readonly #page = new PlaygroundController(this).playground;

  override render() {
    const { current } = this.#page;
    const attempt = current && judged(current.run);
    return html`<section aria-label=${texts.path.label}>
      <ol>
        <li class="hop">
          <h3>${texts.path.server} <span>:${serverPort}</span></h3>
          <p class="did">${prose(wrote(attempt))}</p>
          <div class="switches">${this.#switch("noTransform", ["off", "on"])}</div>
        </li>
        <li class="link" aria-hidden="true"><span>${sent(attempt)}</span></li>
        ${this.#proxy(current)}
        <li class="link" aria-hidden="true"><span>${received(current?.run, attempt)}</span></li>
        <li class="hop">
          <h3>${texts.path.browser} <span>${current?.run.setup.browser ?? ""}</span></h3>
          <p class="did">${prose(got(attempt))}</p>
          <p class="accepts">${accepts(attempt)}</p>
        </li>
      </ol>
    </section>`;
  }

  #proxy(current: LiveRun | undefined): TemplateResult {
    const { switches, devServers, suggestsCompress } = this.#page;
    const path = pathUnder(switches, devServers);
    const pile = current?.run.setup.path.proxy ? pileOf(current) : undefined;
    return html`<li class="hop ${switches.proxy ? "" : "bypassed"} ${pile === undefined ? "" : "holds"}">
      <h3>${texts.path.proxy} <span>${path?.proxy ? `:${path.port}` : ""}</span></h3>
      <p class="did">${switches.proxy ? (pile ?? texts.path.passesOn) : texts.path.bypassed}</p>
      <div class="switches">
        ${this.#switch("compress", ["false", "true"])} ${this.#switch("proxy", ["off", "on"])}
      </div>
      ${
        suggestsCompress
          ? html`<p class="suggestion" role="status">${prose(texts.path.suggestCompress)}</p>`
          : nothing
      }
    </li>`;
  }

  #switch(name: keyof Switches, [no, yes]: [no: string, yes: string]): TemplateResult {
    const { switches, suggestsCompress } = this.#page;
    const label = texts.path.switches[name];
    return html`<span class="switch">
      <span aria-hidden="true">${label}</span>
      <sse-segmented
        .label=${label}
        .value=${switches[name] ? yes : no}
        .segments=${[
          { value: no, why: this.#whyNot(name, false) },
          { value: yes, why: this.#whyNot(name, true) },
        ]}
        ?suggested=${suggestsCompress && name === "compress"}
        @change=${({ detail }: CustomEvent<string>) => this.#page.turn({ [name]: detail === yes })}
      ></sse-segmented>
    </span>`;
  }

  /** Why a switch cannot be set so; "" where it can. */
  #whyNot(name: keyof Switches, value: boolean): string {
    const { switches, devServers } = this.#page;
    if (name === "noTransform" || switches[name] === value) return "";
    if (devServers.length === 0) return texts.path.noDevServers;
    if (name === "proxy") return "";
    if (!switches.proxy) return texts.path.noProxyToCompress;
    const reachable = pathUnder({ ...switches, compress: value }, devServers) !== undefined;
    return reachable ? "" : texts.path.noSuchDevServer(value);
  }
}
customElements.define("sse-path", PathPicture);

/** The attempt that the picture's figures are of: the first one of the lane that the headline names. */
function judged(run: Run): AttemptView | undefined {
  return run.lane(verdict(run).headline.lane).attempts[0];
}

/** What lies at the proxy, or lay there; `undefined` where nothing was held. */
function pileOf({ run, isGoing, elapsed }: LiveRun): TemplateResult | undefined {
  if (isGoing) {
    const held = heldAt(run, elapsed);
    if (held === null) return undefined;
    const since = duration(elapsed - held.since);
    return html`${icons.hourglass} ${texts.path.holding} ${dots(held.first, held.last)} ${texts.path.heldSince(since)}`;
  }
  const attempt = judged(run);
  const most = attempt && heldMost(attempt, run);
  if (!most) return undefined;
  const all = most.events === attempt.written.length;
  const pile = all ? dots(1, most.events) : texts.path.upToEvents(most.events);
  return html`${icons.hourglass} ${texts.path.held} ${pile} ${texts.path.heldUpTo(duration(most.ms))}`;
}

function dots(first: number, last: number): TemplateResult {
  const count = last - first + 1;
  if (count > DOTS) return html`<span class="dots"><i>${count}</i></span> ${texts.path.events}`;
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  return html`<span class="dots">${numbers.map((number) => html`<i>${number}</i>`)}</span>`;
}

function wrote(attempt: AttemptView | undefined): string {
  const written = attempt?.written ?? [];
  const over = (written.at(-1)?.writtenAt ?? 0) - (written[0]?.writtenAt ?? 0);
  return texts.path.wrote(written.length, over);
}

function got(attempt: AttemptView | undefined): string {
  const arrived = attempt?.arrived ?? [];
  const over = (arrived.at(-1)?.arrivedAt ?? 0) - (arrived[0]?.arrivedAt ?? 0);
  return texts.path.got(arrived.length, over, over <= INSTANT);
}

/** What left the server. */
function sent(attempt: AttemptView | undefined): string {
  const written = attempt?.connection?.bytes ?? 0;
  return written === 0 ? "" : `${bytes(written)} →`;
}

/** What came over the last hop, and in which coding; EventSource tells none, but both lanes go one way. */
function received(run: Run | undefined, attempt: AttemptView | undefined): string {
  const size = attempt?.reception.size;
  if (!run || !size || size.encoded === 0) return "";
  const coding = run.lanes.map(({ attempts }) => attempts[0]?.coding).find((one) => one);
  return `${bytes(size.encoded)} ${coding ? `${coding} ` : ""}→`;
}

function accepts(attempt: AttemptView | undefined): string {
  const request = attempt?.connection?.request;
  const codings = request && headerValue(request.headers, "Accept-Encoding");
  return codings ? texts.path.accepts(codings) : "";
}
