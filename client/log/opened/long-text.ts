/** A text that may be long: folded at first, and shown in full on demand, portion by portion. */
import { css, html, LitElement } from "lit";
import { BEGINNING, beginning } from "../../../trace/run/beginning.ts";
import { legible } from "../../controls/legible.ts";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";

/** How much more is shown each time somebody asks. UTF-16 units */
const PORTION = 20_000;

/** @element sse-long-text */
export class LongText extends LitElement {
  static override properties = { text: {}, shown: { state: true } };
  static override styles = [
    base,
    css`
      :host { display: inline; }
      .button {
        padding: 0 0.4rem;
        font: 0.85rem var(--font-ui);
      }
    `,
  ];
  declare text: string;
  /** UTF-16 units */
  declare shown: number;

  constructor() {
    super();
    this.text = "";
    this.shown = BEGINNING;
  }

  override render() {
    const { text, shown } = this;
    const rest = text.length - shown;
    if (rest <= 0) return html`${legible(text)}`;
    const more = Math.min(rest, PORTION);
    const words = logTexts.moreText(more, rest);
    return html`${legible(beginning(text, shown))}
      <button class="button" @click=${this.#more}>${words}</button>`;
  }

  #more(): void {
    this.shown += PORTION;
  }
}
customElements.define("sse-long-text", LongText);
