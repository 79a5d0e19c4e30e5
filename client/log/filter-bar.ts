/**
 * Says what the rows of the log are chosen by: a text or a regular expression, whose they are, what they are.
 */

import { css, html, LitElement, nothing } from "lit";
import { kindTitles, whoseIn } from "../../trace/en/row.ts";
import { searchText } from "../../trace/en/row-text.ts";
import { everyRow, isFiltering, type LogFilter } from "../../trace/log/log-filter.ts";
import { readPattern } from "../../trace/log/pattern.ts";
import type { Row, Whose } from "../../trace/log/row.ts";
import { ROW_KINDS } from "../../trace/log/row-kind.ts";
import type { Run } from "../../trace/run/run.ts";
import { menu } from "../controls/menu.ts";
import { base } from "../styles/base.ts";
import { logTexts } from "./log-texts.ts";

const SIDES: readonly Whose[] = ["asks", "wrote", "saw", "heard", "page"];

/**
 * @fires filter when another one is chosen: `event.detail` is the `LogFilter`
 * @fires close when somebody is done with it, without any filter
 */
export class FilterBar extends LitElement {
  static override properties = {
    types: { attribute: false },
    filter: { attribute: false },
    setup: { attribute: false },
  };
  static override styles = [
    base,
    css`
      [role="search"] {
        gap: 0.3rem 0.6rem;
        padding: 0.35rem 0.9rem;
        border-bottom: 1px solid var(--rule-2);
        background: var(--paper);
        font-size: 0.88rem;
      }
      input,
      select {
        min-width: 0;
        padding: 0.15rem 0.5rem;
        border: 1px solid var(--control);
        border-radius: var(--radius-control);
        background: var(--panel);
      }
      input {
        flex: 1 1 14rem;
        max-width: 28rem;
        font-family: var(--font-wire);
      }
      input[aria-invalid="true"] { border-color: var(--wait); }
      .button { padding: 0.1rem 0.5rem; }
      p {
        flex-basis: 100%;
        color: var(--wait);
      }
    `,
  ];
  declare types: readonly string[];
  declare filter: LogFilter;
  /** It belongs to the run that the rows tell of. */
  declare setup: Run["setup"] | undefined;
  #typed = "";
  #why = "";

  constructor() {
    super();
    this.types = [];
    this.filter = everyRow;
  }

  override focus(): void {
    this.#input?.select();
    this.#input?.focus();
  }

  clear(): void {
    this.#typed = "";
    this.#why = "";
    this.#choose(everyRow);
  }

  override render() {
    const { search, searchHint, side, kind, type, clear, broken, anySide, anyKind, anyType } =
      logTexts.filter;
    const { setup, types, filter } = this;
    return html`<div class="flow" role="search" aria-label=${logTexts.filter.title}>
      <input
        type="text"
        aria-label=${search}
        placeholder=${searchHint}
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${this.#why !== ""}
        .value=${this.#typed}
        @input=${this.#type}
        @keydown=${this.#press}
      />
      ${menu(
        [null, ...SIDES],
        (one) => (one === null ? anySide : whoseIn(setup, one)),
        filter.whose,
        (whose) => this.#choose({ whose }),
        { label: side },
      )}
      ${menu(
        [null, ...ROW_KINDS],
        (one) => (one === null ? anyKind : kindTitles[one]),
        filter.kind,
        (kind) => this.#choose({ kind }),
        { label: kind },
      )}
      ${menu(
        [null, ...types],
        (one) => one ?? anyType,
        filter.type,
        (type) => this.#choose({ type }),
        { label: type },
      )}
      ${
        isFiltering(filter) || this.#typed !== ""
          ? html`<button class="button quiet" @click=${this.clear}>${clear}</button>`
          : nothing
      }
      ${this.#why === "" ? nothing : html`<p role="alert">${broken(this.#why)}</p>`}
    </div>`;
  }

  #type(): void {
    this.#typed = this.#input?.value ?? "";
    const pattern = readPattern(this.#typed);
    this.#why = pattern.ok ? "" : pattern.why;
    const isSought = pattern.ok
      ? (row: Row, run: Run) => pattern.found(searchText(row, run))
      : null;
    this.#choose({ isSought: this.#typed === "" ? null : isSought });
  }

  #choose(change: Partial<LogFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.requestUpdate(); // what is wrong with the text may have changed alone
    this.dispatchEvent(new CustomEvent<LogFilter>("filter", { detail: this.filter }));
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.clear();
    this.dispatchEvent(new Event("close"));
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector("input");
  }
}
customElements.define("sse-filter-bar", FilterBar);
