/**
 * The verdict for whoever hears the page: it is said once, politely, when a run is over; the headline on screen
 * changes while it runs, and is silent.
 */
import { html, LitElement, type TemplateResult } from "lit";
import { prose } from "../controls/prose.ts";
import { followPage } from "../playground/follow.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { verdictTexts } from "./verdict-texts.ts";

/** What the server tells of the end comes a little after the lanes have seen it. ms */
const SETTLES = 500;

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
