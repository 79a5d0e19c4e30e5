/** Says what could not be put on the clipboard: it stands here, selected, to be copied by hand. */
import { css, html, LitElement } from "lit";
import { CLOSE } from "../controls/buttons.ts";
import { hasKeys } from "../controls/by-hand.ts";
import { base } from "../styles/base.ts";
import { logTexts } from "./log-texts.ts";

/** @fires close when it was copied, or is not wanted any more */
export class CopyByHand extends LitElement {
  static override properties = { text: { attribute: false } };
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: start;
        gap: 0.6rem;
        padding: 0.35rem 0.9rem;
      }
      label {
        flex: 1;
        font-size: 0.9rem;
      }
      textarea {
        display: block;
        width: 100%;
        height: 5rem;
        font: 0.85rem/1.4 var(--font-wire);
        white-space: pre;
      }
    `,
  ];
  declare text: string;

  override render() {
    return html`<label>
        ${logTexts.copy.byHand(hasKeys())}
        <textarea readonly .value=${this.text}></textarea>
      </label>
      <button class="button" @click=${() => this.dispatchEvent(new Event("close"))}>${CLOSE}</button>`;
  }

  override updated(): void {
    this.renderRoot.querySelector("textarea")?.select();
  }
}
customElements.define("sse-copy-by-hand", CopyByHand);
