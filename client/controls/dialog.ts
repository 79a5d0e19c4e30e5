import { html, type LitElement, type TemplateResult } from "lit";
import { closeButton } from "./buttons.ts";

/**
 * Opens and closes the `<dialog>` that its host draws. Escape closes it; the focus goes back to where it was.
 */
export class ModalDialog {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  async open(): Promise<void> {
    await this.#host.updateComplete;
    this.#element?.showModal();
  }

  close(): void {
    this.#element?.close();
  }

  get #element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector("dialog");
  }
}

/** The heading names the dialog (`aria-labelledby="title"`). */
export function dialogHead(title: string): TemplateResult {
  const close = ({ currentTarget }: Event) => {
    if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
  };
  return html`<header>
    <h2 id="title">${title}</h2>
    ${closeButton(close)}
  </header>`;
}
