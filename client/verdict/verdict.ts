/**
 * The verdict on the current run: the largest text of the page, the figures behind it, and the cure.
 * Side by side there is one for each path; picking one shows its lanes and its log.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { sentences } from "../../trace/en/sentences.ts";
import type { Run } from "../../trace/run/run.ts";
import { comparison } from "../../trace/verdict/comparison.ts";
import { type DeliveryFact, delivery, HTTP_VERSION } from "../../trace/verdict/delivery.ts";
import { verdict } from "../../trace/verdict/verdict.ts";
import { prose } from "../controls/prose.ts";
import { verdictLook } from "../icons.ts";
import { follow } from "../playground/follow.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { playground } from "../playground/playground.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { verdictStyles } from "./verdict-styles.ts";
import { verdictTexts } from "./verdict-texts.ts";

/** @element sse-verdict */
export class Verdict extends LitElement {
  static override styles = [base, verdictStyles];
  readonly #page = follow(this, playground);

  override render() {
    const { runs, current } = this.#page;
    return html`<section aria-label=${verdictTexts.label}>
      ${current === undefined ? ready() : nothing}
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
      class="button"
      aria-pressed=${isShown}
      @click=${() => this.#page.show(index)}
    >
      <code>${name}</code> · ${isShown ? verdictTexts.shown : verdictTexts.show}
    </button>`;
    return html`<article aria-label=${name} class=${isShown ? "shown" : ""}>
      ${this.#judged(one, pick)}
    </article>`;
  }

  #judged({ run }: LiveRun, behind: TemplateResult | typeof nothing): TemplateResult {
    const { headline, differ } = verdict(run);
    const { icon, tone } = verdictLook(headline.word);
    const lane = verdictTexts.inLane(sentences.laneTitles[headline.lane]);
    return html`
      <div class="top">
        <h2 class=${tone}>
          ${icon} ${sentences.verdict.headline(headline)}${differ ? html`<small> ${lane}</small>` : nothing}
          ${behind}
        </h2>
        ${deliveryList(run)}
      </div>
      <p>${prose(sentences.verdict.measured(headline))} ${this.#why(run)}</p>
    `;
  }

  /** Says what is inferred, which stands back behind what was measured. */
  #why(run: Run): TemplateResult {
    const { headline } = verdict(run);
    const { runs, before } = this.#page;
    const others = runs.map((other) => other.run).filter((other) => other !== run);
    const { inferred, compared, cure } = sentences.verdict;
    const said = [
      inferred(headline),
      compared(comparison(run, before === undefined ? others : [...others, before])),
      cure(headline),
    ];
    return html`<em>${prose(said.join(" "))}</em>`;
  }
}
customElements.define("sse-verdict", Verdict);

function ready(): TemplateResult {
  return html`<h2>${verdictTexts.ready}</h2>
    <p>${verdictTexts.readySentence}</p>`;
}

/** Lists beside the verdict which facts of the response decide how it is delivered, and which side tells them. */
function deliveryList(run: Run): TemplateResult | typeof nothing {
  const words = delivery(run);
  if (words.length === 0) return nothing;
  return html`<ul aria-label=${verdictTexts.response}>
    ${words.map(({ by, facts }) => html`<li>${verdictTexts.by[by]}${facts.map(shown)}</li>`)}
  </ul>`;
}

function shown({ name, value }: DeliveryFact): TemplateResult {
  if (value === null) return html` <code>${verdictTexts.notSet(name)}</code>`;
  const { http, header } = verdictTexts;
  return html` <code>${name === HTTP_VERSION ? http(value) : header(name, value)}</code>`;
}
