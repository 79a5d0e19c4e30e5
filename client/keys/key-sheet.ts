/** The sheet of keys: what is listened to at this moment, by place. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { type KeyGroup, shownKeys } from "./keys.ts";

/** `KeyboardEvent.key` has other names for these. */
const CAPS: Readonly<Record<string, string>> = {
  " ": "Space",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page up",
  PageDown: "Page down",
  Escape: "Esc",
  "Mod-Enter": "Ctrl or ⌘ Enter",
  "Shift-Enter": "Shift Enter",
};

export class KeySheet extends LitElement {
  static override styles = [
    base,
    dialog,
    css`
      dt kbd {
        display: inline-block; /* whoever opens it has keys */
      }
      .groups {
        columns: 2 21rem;
        column-gap: 2.5rem;
      }
      section {
        break-inside: avoid-column;
        margin-bottom: 1rem;
      }
      h3 {
        margin: 0 0 0.3rem;
        color: var(--ink-2);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(4rem, max-content) 1fr;
        gap: 0.2rem 0.9rem;
      }
    `,
  ];
  readonly #dialog = new ModalDialog(this);

  open(): void {
    this.requestUpdate(); // parts that came since then have told their keys
    void this.#dialog.open();
  }

  override render() {
    return html`<dialog aria-labelledby="title" closedby="any">
      ${dialogHead("Keys")}
      <div class="groups">${shownKeys().map(group)}</div>
    </dialog>`;
  }
}
customElements.define("sse-key-sheet", KeySheet);

function group({ where, keys }: KeyGroup): TemplateResult {
  return html`<section>
    <h3>${where}</h3>
    <dl>
      ${keys.map(({ key, name }) => html`<dt><kbd>${cap(key)}</kbd></dt><dd>${name}</dd>`)}
    </dl>
  </section>`;
}

function cap(key: string): string {
  return CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
