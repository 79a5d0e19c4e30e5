/** A dialog that takes what `curl -N` printed, as a script that sends it. */
import { css, html, LitElement } from "lit";
import { scriptFromStream } from "../../protocol/script/from-stream.ts";
import { ModalDialog } from "../controls/dialog.ts";
import { prose } from "../controls/prose.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { scriptTexts } from "./script-texts.ts";

/**
 * @element sse-paste-stream
 * @fires paste-stream when somebody took it: `event.detail` is the script's text
 */
export class PasteStream extends LitElement {
  static override styles = [
    base,
    dialog,
    css`
      dialog {
        width: 40rem;
      }
      textarea {
        height: 16rem;
      }
      p {
        margin: 0.5rem 0 0.9rem;
        color: var(--ink-2);
      }
      .buttons {
        display: flex;
        justify-content: end;
        gap: 0.6rem;
      }
    `,
  ];
  readonly #dialog = new ModalDialog(this);

  /** Opens it, empty. */
  open(): void {
    const textarea = this.#textarea;
    if (textarea) textarea.value = "";
    void this.#dialog.open();
  }

  override render() {
    const { title, label, explain, take, cancel } = scriptTexts.paste;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <label>
        ${prose(label)}
        <textarea spellcheck="false" autocomplete="off" required></textarea>
      </label>
      <p>${prose(explain)}</p>
      <div class="buttons">
        <button class="button" @click=${() => this.#dialog.close()}>${cancel}</button>
        <button class="button primary" @click=${this.#take}>${take}</button>
      </div>
    </dialog>`;
  }

  #take(): void {
    const textarea = this.#textarea;
    if (!textarea?.reportValidity()) return;
    this.#dialog.close();
    const detail = scriptFromStream(textarea.value);
    this.dispatchEvent(new CustomEvent<string>("paste-stream", { detail }));
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }
}
customElements.define("sse-paste-stream", PasteStream);
