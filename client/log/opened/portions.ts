/** Says how what is long is shown: a first portion of it, and one more with each press of a button. */
import { html, type LitElement, nothing, type TemplateResult } from "lit";

export class Portions {
  /** How much is shown now. */
  shown: number;
  readonly #host: LitElement;
  readonly #portion: number;

  /** `portion`: how much more a press shows; `first`: how much is shown before any. */
  constructor(host: LitElement, portion: number, first = portion) {
    this.#host = host;
    this.#portion = portion;
    this.shown = first;
  }

  /** Draws the button, where not all of `count` is shown. `words`: by how much it shows more, and what is left. */
  button(
    count: number,
    words: (more: number, rest: number) => string,
  ): TemplateResult | typeof nothing {
    const rest = count - this.shown;
    if (rest <= 0) return nothing;
    const name = words(Math.min(rest, this.#portion), rest);
    return html`<button class="button" @click=${() => this.#showMore()}>${name}</button>`;
  }

  #showMore(): void {
    this.shown += this.#portion;
    this.#host.requestUpdate();
  }
}
