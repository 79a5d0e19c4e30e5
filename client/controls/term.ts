/** A word of the page that explains itself: a press opens a note on it, by pointer, touch and keys. */
import { css, html, LitElement, nothing } from "lit";
import { base } from "../styles/base.ts";
import { prose } from "./prose.ts";
import type { Term, Terms } from "./terms.ts";

/** The note stays so far from its word and from the window's edges. px */
const APART = 6;

let terms: Terms | undefined;

/** The first paint does without the notes; where they cannot be loaded, the words stand alone. */
const loaded = import("./terms.ts").then(
  (notes) => {
    terms = notes.terms;
  },
  () => {},
);

export class TermWord extends LitElement {
  static override properties = { name: {}, isOpen: { state: true } };
  static override styles = [
    base,
    css`
      :host { display: inline; }
      button {
        text-align: inherit;
        text-decoration: underline dotted var(--control);
        text-underline-offset: 0.2em;
        cursor: help;
      }
      [popover] {
        position: fixed;
        inset: auto;
        width: min(24rem, calc(100vw - 12px));
        margin: 0;
        padding: 0.5rem 0.8rem;
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--panel);
        color: var(--ink);
        box-shadow: 0 0.3rem 1.2rem rgb(0 0 0 / 0.2);
        font: 0.95rem/1.45 var(--font-ui);
        text-align: left;
        white-space: normal;
      }
    `,
  ];
  declare name: Term;
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
    void loaded.then(() => this.requestUpdate());
    this.addEventListener("keydown", (event) => {
      // The page's own Escape would keep the browser from closing the note.
      if (this.isOpen && event.key === "Escape") event.stopPropagation();
    });
  }

  override render() {
    const says = terms?.[this.name] ?? "";
    return html`<button class="bare" popovertarget="note" title=${says.replaceAll(/[`*]/g, "")}><slot></slot></button
      ><span id="note" popover role="note" @beforetoggle=${this.#toggle}>${this.isOpen ? prose(says) : nothing}</span>`;
  }

  /** Puts the note beside its word before it is shown. */
  readonly #toggle = ({ newState, target }: ToggleEvent): void => {
    this.isOpen = newState === "open";
    if (!this.isOpen || !(target instanceof HTMLElement)) return;
    const { left, top, bottom } = this.getBoundingClientRect();
    const isLow = bottom > innerHeight * 0.7;
    target.style.top = isLow ? "auto" : `${bottom + APART}px`;
    target.style.bottom = isLow ? `${innerHeight - top + APART}px` : "auto";
    const width = Number.parseFloat(getComputedStyle(target).width) || 0;
    target.style.left = `${Math.max(APART, Math.min(left, innerWidth - width - APART))}px`;
  };
}
customElements.define("sse-term", TermWord);
