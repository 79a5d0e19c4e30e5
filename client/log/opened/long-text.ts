/** A text that may be long: folded at first, and shown in full on demand, portion by portion. */
import { css, html, LitElement } from "lit";
import { BEGINNING, beginning } from "../../../trace/run/beginning.ts";
import { legible } from "../../controls/legible.ts";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";
import { Portions } from "./portions.ts";

/** Each press shows so much more. UTF-16 units */
const PORTION = 20_000;

export class LongText extends LitElement {
  static override properties = { text: {} };
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
  readonly #portions = new Portions(this, PORTION, BEGINNING);

  override render() {
    const { shown } = this.#portions;
    if (this.text.length <= shown) return html`${legible(this.text)}`;
    return html`${legible(beginning(this.text, shown))}
      ${this.#portions.button(this.text.length, logTexts.moreText)}`;
  }
}
customElements.define("sse-long-text", LongText);
