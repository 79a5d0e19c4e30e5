import { html, LitElement, type TemplateResult } from "lit";
import { prose } from "../controls/prose.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";

/** What the server tells of the end comes a little after the lanes have seen it. ms */
const SETTLES = 500;

/**
 * The verdict for who hears the page: said once, politely, when a run is over; the headline on screen
 * changes while it runs, and is silent.
 * @element sse-spoken-verdict
 */
export class SpokenVerdict extends LitElement {
  static override properties = { words: { state: true } };
  static override styles = base;
  declare words: readonly TemplateResult[];
  readonly #page = new PlaygroundController(this).playground;
  /** The runs that were spoken of last. */
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
    return html`<div class="visually-hidden" role="status" aria-label=${texts.verdict.label}>${this.words}</div>`;
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
  const path = namesPath ? `${texts.pathName(run.setup.path)}: ` : "";
  return html`<p>${path}${judge.sentences.headline(headline)}. ${prose(judge.sentences.measured(headline))}</p>`;
}
