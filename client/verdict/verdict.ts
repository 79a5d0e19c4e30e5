import { html, LitElement, nothing, type TemplateResult } from "lit";
import { sentences } from "../../trace/sentences.ts";
import { type LaneVerdict, verdict } from "../../trace/verdict.ts";
import { prose } from "../controls/prose.ts";
import { verdictLook } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import { verdictStyles } from "./verdict-styles.ts";

/**
 * The verdict on the current run: the largest text of the page, the figures behind it, and the cure.
 * @element sse-verdict
 */
export class Verdict extends LitElement {
  static override styles = [base, verdictStyles];
  readonly #page = new PlaygroundController(this).playground;

  override render() {
    const { current } = this.#page;
    return html`<section aria-label=${texts.verdict.label}>
      ${
        current === undefined
          ? html`<h2>${texts.verdict.ready}</h2>
            <p>${texts.verdict.readySentence}</p>`
          : this.#judged(verdict(current.run))
      }
    </section>`;
  }

  #judged({ headline, differ }: ReturnType<typeof verdict>): TemplateResult {
    const { icon, tone } = verdictLook(headline.word);
    return html`
      <h2 class=${tone} aria-live="polite">
        ${icon} ${sentences.verdict.headline(headline)}
        ${differ ? html`<small>${texts.verdict.inLane(sentences.laneTitles[headline.lane])}</small>` : nothing}
      </h2>
      <p>${prose(sentences.verdict.measured(headline))} ${why(headline)}</p>
    `;
  }
}
customElements.define("sse-verdict", Verdict);

/** What is inferred stands back behind what was measured. */
function why(verdict: LaneVerdict): TemplateResult {
  const both = `${sentences.verdict.inferred(verdict)} ${sentences.verdict.cure(verdict)}`;
  return html`<em>${prose(both)}</em>`;
}
