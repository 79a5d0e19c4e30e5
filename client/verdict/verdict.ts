/**
 * Shows the verdict on the current run: the largest text of the page, the figures behind it, and the cure. Side by
 * side there is one for each path; picking one shows its lanes and its log.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { isProbe } from "../../trace/run/browser-name.ts";
import type { Run } from "../../trace/run/run.ts";
import type { Finding, Word } from "../../trace/verdict/finding.ts";
import {
  HTTP_VERSION,
  type ResponseFact,
  responseFacts,
} from "../../trace/verdict/response-facts.ts";
import { prose } from "../controls/prose.ts";
import "../controls/term.ts";
import { verdictLooks } from "../controls/verdict-looks.ts";
import { icons } from "../icons.ts";
import { followPage } from "../playground/follow.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { verdictStyles } from "./verdict-styles.ts";
import { verdictTexts } from "./verdict-texts.ts";

const ALSO = 2; // the log has the rest

const ABOUT_THE_STREAM: ReadonlySet<Word> = new Set<Word>([
  "format",
  "no-event",
  "no-stream",
  "cant-tell",
  "live",
  "came-back",
  "not-back",
]);

export class Verdict extends LitElement {
  static override styles = [base, verdictStyles];
  readonly #page = followPage(this);

  override render() {
    const { runs, current, waitsFor } = this.#page;
    if (waitsFor !== undefined) {
      return html`<section aria-label=${verdictTexts.label}>${waits(waitsFor)}</section>`;
    }
    return html`<section aria-label=${verdictTexts.label}>
      ${current === undefined ? ready(this.#page.scriptName) : nothing}
      ${
        runs.length > 1
          ? html`<div class="pair">${runs.map((run, index) => this.#ofPath(run, index))}</div>`
          : runs.map((run) => this.#judged(run, nothing))
      }
    </section>`;
  }

  #ofPath(one: LiveRun, index: number): TemplateResult {
    const isShown = one === this.#page.current;
    const name = playgroundTexts.pathName(one.run.setup.path);
    const pick = html`<button
      class="button small"
      aria-pressed=${isShown}
      @click=${() => this.#page.show(index)}
    >
      <code>${name}</code><span> · ${isShown ? verdictTexts.shown : verdictTexts.show}</span>
    </button>`;
    return html`<article aria-label=${name} class=${isShown ? "shown" : ""}>
      ${this.#judged(one, pick)}
    </article>`;
  }

  #judged(one: LiveRun, behind: TemplateResult | typeof nothing): TemplateResult {
    const { run, now, judge } = one;
    const { headline, differ, also } = judge.verdict(run, now);
    const { sentences: words } = judge;
    const { icon, tone } = verdictLooks[headline.word];
    const lane = verdictTexts.inLane(laneTitles[headline.lane]);
    return html`
      <div class="top">
        <h2 class=${tone}>
          ${icon} ${words.headline(headline)}${differ ? html`<small> ${lane}</small>` : nothing}
          ${behind}
        </h2>
        ${responseList(run)}
      </div>
      <p>
        <span>${prose(words.measured(headline))}</span> ${this.#why(one)}
        <span class="cure">${prose(words.cure(headline))}</span>
        <span>${also.slice(0, ALSO).map((finding) => html`${prose(words.also(finding))} `)}</span>
        ${shows(run, headline)}
      </p>
    `;
  }

  /** What is inferred stands back behind what was measured. */
  #why({ run, now, judge }: LiveRun): TemplateResult {
    const { headline } = judge.verdict(run, now);
    const { runs, before } = this.#page;
    const others = runs.map((other) => other.run).filter((other) => other !== run);
    const { inferred, compared } = judge.sentences;
    const said = [
      inferred(headline),
      compared(judge.comparison(run, before === undefined ? others : [...others, before])),
    ];
    return html`<em>${prose(said.join(" "))}</em>`;
  }
}
customElements.define("sse-verdict", Verdict);

/** The script says what it shows, where what the stream did is the headline. */
function shows({ setup }: Run, { word }: Finding): TemplateResult | typeof nothing {
  const [, says] = /^@# *(.+)/.exec(setup.script.text) ?? [];
  if (says === undefined || !ABOUT_THE_STREAM.has(word)) return nothing;
  return html`<q>${says}</q>`;
}

function waits(what: "answer" | "connection"): TemplateResult {
  const { headline, sentence } = verdictTexts.waits[what];
  return html`<h2 class="wait">${icons.clock} ${headline}</h2>
    <p>${sentence}</p>`;
}

function ready(scriptName: string): TemplateResult {
  return html`<h2>${verdictTexts.ready}</h2>
    <p>${verdictTexts.readySentence(playgroundTexts.begin(scriptName))}</p>`;
}

/** Lists the facts of the response that decide how it is delivered, and which side tells them. */
function responseList(run: Run): TemplateResult | typeof nothing {
  const words = responseFacts(run);
  if (words.length === 0) return nothing;
  return html`<ul aria-label=${verdictTexts.response}>
    ${words.map(({ by, facts }) => html`<li>${who(by, run)}${facts.map(shown)}</li>`)}
  </ul>`;
}

function who(by: "browser" | "server", { setup: { watched, browser } }: Run): string {
  return by === "browser" || watched === undefined
    ? verdictTexts.by[isProbe(browser) ? "probe" : by]
    : verdictTexts.left(watched);
}

function shown({ name, value }: ResponseFact): TemplateResult {
  const { http, header, notSet } = verdictTexts;
  const words =
    value === null ? notSet(name) : name === HTTP_VERSION ? http(value) : header(name, value);
  return html` <sse-term name=${name}><code>${words}</code></sse-term>`;
}

/** What the server tells of the end comes a little after the lanes have seen it. ms */
const SETTLES = 500;

/** Whoever hears the page is told once, politely, when a run is over; the headline changes while it runs, and is silent. */
export class SpokenVerdict extends LitElement {
  static override properties = { words: { state: true } };
  static override styles = base;
  declare words: readonly TemplateResult[];
  readonly #page = followPage(this);
  #said: readonly LiveRun[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.words = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  override willUpdate(): void {
    const { runs, isGoing } = this.#page;
    if (runs === this.#said) return;
    this.words = [];
    if (isGoing || this.#waiting !== undefined) return;
    this.#waiting = setTimeout(() => this.#say(), SETTLES);
  }

  override render() {
    return html`<div class="visually-hidden" role="status" aria-label=${verdictTexts.label}>${this.words}</div>`;
  }

  #say(): void {
    const { runs, isGoing } = this.#page;
    this.#waiting = undefined;
    if (isGoing) return;
    this.#said = runs;
    this.words = runs.map((run) => inWords(run, runs.length > 1));
  }
}
customElements.define("sse-spoken-verdict", SpokenVerdict);

function inWords({ run, now, judge }: LiveRun, namesPath: boolean): TemplateResult {
  const { headline } = judge.verdict(run, now);
  const path = namesPath ? `${playgroundTexts.pathName(run.setup.path)}: ` : "";
  return html`<p>${path}${judge.sentences.headline(headline)}. ${prose(judge.sentences.measured(headline))}</p>`;
}
