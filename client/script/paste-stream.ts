/** A dialog that takes what curl printed, as a script that sends it: its bytes, where they are to be had. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { headOf } from "../../protocol/script/from-curl.ts";
import { scriptFromStream } from "../../protocol/script/from-stream.ts";
import { MAX_SCRIPT_BYTES } from "../../protocol/script/limits.ts";
import { ModalDialog } from "../controls/dialog.ts";
import { prose } from "../controls/prose.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { scriptTexts } from "./script-texts.ts";

/** @fires paste-stream when somebody took it: `event.detail` is the script's text */
export class PasteStream extends LitElement {
  static override properties = {
    printed: { state: true },
    said: { state: true },
    takesHead: { state: true },
  };
  static override styles = [
    base,
    dialog,
    css`
      dialog { width: 40rem; }
      textarea { height: 16rem; }
      p {
        margin: 0.5rem 0 0.9rem;
        color: var(--ink-2);
      }
      .more {
        gap: 0.3rem 0.9rem;
        min-height: 3.6rem;
      }
      .head {
        display: flex;
        gap: 0.4rem;
      }
      .buttons {
        display: flex;
        justify-content: end;
        gap: 0.6rem;
      }
    `,
  ];
  /** curl printed this; a text box turns every line end into LF, so it does not always stand there so. */
  declare printed: string;
  declare said: string;
  /** Its response head becomes directives. */
  declare takesHead: boolean;
  readonly #dialog = new ModalDialog(this);

  constructor() {
    super();
    this.printed = "";
    this.said = "";
    this.takesHead = true;
  }

  open(): void {
    const textarea = this.#textarea;
    if (textarea) textarea.value = "";
    this.printed = "";
    this.said = "";
    this.takesHead = true;
    void this.#dialog.open();
  }

  override render() {
    const { title, label, explain, take, cancel } = scriptTexts.paste;
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <label>
        ${prose(label)}
        <textarea
          spellcheck="false"
          autocomplete="off"
          required
          @paste=${({ clipboardData }: ClipboardEvent) => {
            this.printed = clipboardData?.getData("text/plain") ?? "";
            this.said = "";
          }}
          @input=${this.#read}
          @dragover=${(event: DragEvent) => event.preventDefault()}
          @drop=${this.#drop}
        ></textarea>
      </label>
      <div class="flow more">
        <label class="button file">
          ${scriptTexts.paste.pick}
          <input class="visually-hidden" type="file" @change=${this.#pick} />
        </label>
        ${this.#head()}
        <span role="status">${prose(this.said)}</span>
      </div>
      <p>${prose(explain)}</p>
      <div class="buttons">
        <button class="button" @click=${() => this.#dialog.close()}>${cancel}</button>
        <button class="button primary" @click=${this.#take}>${take}</button>
      </div>
    </dialog>`;
  }

  /** `curl -i` and `-v` print it above the stream. */
  #head(): TemplateResult | typeof nothing {
    const { head, stream } = headOf(this.printed);
    if (stream === this.printed) return nothing;
    const { asDirectives, leftOut } = scriptTexts.paste;
    if (head === "") return html`<span>${leftOut}</span>`;
    return html`<label class="head">
      <input
        type="checkbox"
        .checked=${this.takesHead}
        @change=${() => {
          this.takesHead = !this.takesHead;
        }}
      />
      <span>${prose(asDirectives(head.trim().split("\n")))}</span>
    </label>`;
  }

  /** What stands there is what was pasted, unless somebody went on writing. */
  #read({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const { kept, lost } = scriptTexts.paste;
    const hasCr = hasCarriageReturns(this.printed);
    if (target.value === this.printed.replace(/\r\n?/g, "\n")) {
      this.said = hasCr ? kept : "";
      return;
    }
    if (hasCr) this.said = lost;
    this.printed = target.value;
  }

  readonly #drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // it is no trace
    void this.#readFile(file);
  };

  readonly #pick = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    target.value = ""; // the same file may be picked again
    if (file !== undefined) void this.#readFile(file);
  };

  async #readFile(file: File): Promise<void> {
    const { tooBig, notText, kept } = scriptTexts.paste;
    if (file.size > MAX_SCRIPT_BYTES) {
      this.said = tooBig;
      return;
    }
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
    const textarea = this.#textarea;
    if (textarea === null) return;
    this.printed = text;
    textarea.value = text;
    if (text.includes("\u{fffd}")) this.said = notText;
    else this.said = hasCarriageReturns(text) ? kept : "";
  }

  #take(): void {
    const textarea = this.#textarea;
    if (!textarea?.reportValidity()) return;
    this.#dialog.close();
    const { head, stream } = headOf(this.printed);
    const detail = (this.takesHead ? head : "") + scriptFromStream(stream);
    this.dispatchEvent(new CustomEvent<string>("paste-stream", { detail }));
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }
}
/** Those of a response head become none of the script's. */
function hasCarriageReturns(printed: string): boolean {
  return headOf(printed).stream.includes("\r");
}
customElements.define("sse-paste-stream", PasteStream);
