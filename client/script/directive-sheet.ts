/** The sheet of all that a script can say: a row each, how it is written and what it means. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { prose } from "../controls/prose.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { type Entry, reference } from "./reference.ts";
import { scriptTexts } from "./script-texts.ts";

export class DirectiveSheet extends LitElement {
  static override styles = [
    base,
    dialog,
    css`
      dialog { width: 58rem; }
      h3 {
        margin: 0.8rem 0 0.2rem;
        color: var(--ink-2);
      }
      th,
      td {
        padding: 0.22rem 0.9rem 0.22rem 0;
        border-top: 1px solid var(--rule-2);
        vertical-align: baseline;
      }
      th { width: 21rem; }
      th code {
        margin-right: 0.9rem;
        color: var(--directive);
        white-space: nowrap;
      }
      @media (max-width: 640px) {
        th,
        td {
          display: block;
          width: auto;
        }
        td { border: 0; }
      }
    `,
  ];
  readonly #dialog = new ModalDialog(this);

  open(): void {
    void this.#dialog.open();
  }

  override render() {
    const { title, parts } = scriptTexts.sheet;
    return html`<dialog aria-labelledby="title" closedby="any">
      ${dialogHead(title)}
      ${part(parts.directives, reference.directives)} ${part(parts.fields, reference.fields)}
      ${part(parts.placeholders, reference.placeholders)}
    </dialog>`;
  }
}
customElements.define("sse-directive-sheet", DirectiveSheet);

function part(title: string, entries: readonly Entry[]): TemplateResult {
  return html`<h3 id=${title}>${title}</h3>
    <table aria-labelledby=${title}>
      ${entries.map(
        ({ forms, meaning }) => html`<tr>
          <th scope="row">${forms.map((form) => html`<code>${form}</code> `)}</th>
          <td>${prose(meaning)}</td>
        </tr>`,
      )}
    </table>`;
}
