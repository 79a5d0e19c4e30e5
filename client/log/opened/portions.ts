/** Says how what is long is shown: a first portion of it, and one more with each press of a button. */
import { html, type LitElement, nothing } from "lit";

export class Portions {
  shown: number;
  readonly #host: LitElement;
  readonly #portion: number;

  /** `portion`: each press shows so much more; `first`: so much is shown before any. */
  constructor(host: LitElement, portion: number, first = portion) {
    this.#host = host;
    this.#portion = portion;
    this.shown = first;
  }

  /** `words` name the button by what it shows more, and by what is left. */
  button(count: number, words: (more: number, rest: number) => string) {
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
