/** The rows of a log: those in view are drawn, and the end is followed until somebody looks back. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { rowTitle } from "../../trace/en/row.ts";
import { rowSentence } from "../../trace/en/row-sentence.ts";
import { textColumns } from "../../trace/en/row-text.ts";
import type { Log } from "../../trace/log/log.ts";
import type { Row } from "../../trace/log/row.ts";
import { rowMeaning } from "../../trace/log/row-meaning.ts";
import { indexOfPointed, isRowAt, pointingOf } from "../../trace/log/row-pointing.ts";
import { FollowEnd } from "../controls/follow-end.ts";
import { glyphStyles } from "../controls/glyphs.ts";
import { KeysController } from "../keys/keys.ts";
import { follow } from "../playground/follow.ts";
import { isLooked, type Looked, learning } from "../playground/learning.ts";
import { pointed } from "../playground/pointed.ts";
import { base } from "../styles/base.ts";
import { fieldStyles } from "../styles/fields.ts";
import { columns, drawRow, isOpenable } from "./draw-row.ts";
import { FirstSaid } from "./first-said.ts";
import { logTexts, rowKeys } from "./log-texts.ts";
import { OpenedRow } from "./opened/opened-row.ts";
import { jumpedTo, movedTo } from "./row-moves.ts";
import { rowStyles } from "./row-styles.ts";
import { RowWindow } from "./row-window.ts";
import { annotationStyles } from "./suspicion.ts";

/**
 * @attr count how many rows the log shows: their list grows in place
 * @attr names-lanes whether each row says whose lane it is of
 * @attr grows whether rows may still come
 * @fires sentence see `<sse-log>`
 */
export class LogRows extends LitElement {
  static override properties = {
    log: { attribute: false },
    count: { type: Number },
    namesLanes: { type: Boolean, attribute: "names-lanes" },
    grows: { type: Boolean },
    selected: { state: true },
  };
  static override styles = [base, fieldStyles, glyphStyles, annotationStyles, rowStyles];
  declare log: Log;
  declare count: number;
  declare namesLanes: boolean;
  declare grows: boolean;
  declare selected: Row | undefined;
  readonly #pointed = follow(this, pointed);
  readonly #scroller = createRef<HTMLElement>();
  readonly #end = new FollowEnd(this, () => this.#scroller.value);
  readonly #window = new RowWindow(this, () => this.#scroller.value);
  #opened = new Set<Row>();
  #said = new FirstSaid();
  #isRevealed = false;
  #sentence = "";

  constructor() {
    super();
    new KeysController(this, () => rowKeys);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#pointed.addEventListener("go", this.#goToPointed);
    learning.addEventListener("show", this.#show);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pointed.removeEventListener("go", this.#goToPointed);
    learning.removeEventListener("show", this.#show);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isNew = changed.has("log");
    if (isNew) this.#beginAnew();
    this.#window.take(this.log.rows, isNew);
    if (this.#end.follows) this.#window.lookAhead();
  }

  override render() {
    const { rows } = this.log;
    const { items, height } = this.#window;
    const start = items[0]?.start ?? 0;
    return html`
      <div
        class="grid ${this.namesLanes ? "lanes" : ""} ${this.log?.run.setup.watched === undefined ? "" : "watched"}"
        role="grid"
        tabindex="0"
        aria-label=${logTexts.title}
        aria-rowcount=${rows.length + 1}
        data-depth=${this.log.view.depth}
        aria-activedescendant=${this.selected === undefined ? nothing : idOf(this.selected)}
        aria-keyshortcuts="J K R Shift+R W Shift+W"
        @keydown=${this.#press}
        @copy=${this.#copy}
      >
        ${columns(this.namesLanes)}
        <div ${ref(this.#scroller)} class="rows" role="rowgroup" tabindex="0" @scroll=${this.#scrolled}>
          <div ${ref(this.#end.content)} role="presentation" .style=${`height: ${height}px; padding-top: ${start}px`}>
            ${repeat(
              items,
              ({ key }) => key,
              ({ index }) => this.#row(index),
            )}
          </div>
        </div>
      </div>
      ${this.#followButton()}
    `;
  }

  override updated(): void {
    this.#window.measure(this.renderRoot.querySelectorAll<HTMLElement>("[data-index]"));
    const told = this.selected ?? this.log.latestArrival;
    const means = told && rowMeaning(told, this.log.run);
    const sentence = means ? rowSentence(means) : "";
    if (sentence === this.#sentence) return;
    this.#sentence = sentence;
    const options = { detail: sentence, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<string>("sentence", options));
  }

  #beginAnew(): void {
    this.#opened = new Set();
    this.#said = new FirstSaid();
    this.selected = undefined;
    this.#pointed.point(null);
    this.#end.follows = true;
  }

  #row(index: number) {
    const row = this.log.rows[index];
    if (row === undefined) return nothing;
    return drawRow(row, {
      id: idOf(row),
      index,
      log: this.log,
      said: this.#said,
      namesLane: this.namesLanes,
      isSelected: row === this.selected,
      isLit: isRowAt(this.#pointed.at, row, this.log.run),
      isOpen: this.#opened.has(row),
      click: (event) => this.#click(event, index, row),
      toggle: () => this.#toggle(row),
      point: (isAt) => this.#point(isAt ? row : this.selected),
    });
  }

  #followButton() {
    if (this.#end.follows || !this.grows) return nothing;
    const follow = () => {
      this.#end.follows = true;
    };
    return html`<button class="button follow" @click=${follow}>↓ ${logTexts.follow}</button>`;
  }

  readonly #goToPointed = (): void => {
    const { at } = this.#pointed;
    const isThere = (row: Row) => isRowAt(at, row, this.log.run);
    const folded = this.log.rows.find(
      ({ subject }) => subject.kind === "more" && subject.rows.some(isThere),
    );
    if (folded !== undefined) this.log.unfold(folded);
    this.#select(indexOfPointed(at, this.log.rows, this.log.run));
  };

  /** Opens the row that a step of a lesson is about. */
  readonly #show = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const asked: Looked = event.detail;
    const row = this.log.rows.find((one) => isLooked(this.#looked(one), asked));
    if (row !== undefined && !this.#opened.has(row)) this.#toggle(row);
  };

  #looked(row: Row): Looked {
    const title = rowTitle(rowMeaning(row, this.log.run));
    return { at: "row", lane: row.lane ?? "eventsource", title };
  }

  #press(event: KeyboardEvent): void {
    const { selected } = this;
    const { rows } = this.log;
    const at = selected === undefined ? -1 : rows.indexOf(selected);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof OpenedRow) return; // what is in it has keys of its own
    const to =
      jumpedTo(event.key, at, rows) ?? movedTo(event.key, at, rows.length, this.#window.page);
    if (to !== undefined) this.#select(to);
    else if (event.key === "Enter" && selected) this.#toggle(selected);
    else if (event.key === "b" && selected) this.#stepThrough(event, selected);
    else return;
    event.preventDefault();
    event.stopPropagation(); // a step of a lesson knows PageDown too
  }

  #point(row: Row | undefined): void {
    this.#pointed.point(row === undefined ? null : pointingOf(row, this.log.run));
  }

  /** Copies the selected row, unless somebody selected a text. */
  #copy(event: ClipboardEvent): void {
    if (this.selected === undefined || !(getSelection()?.isCollapsed ?? true)) return;
    event.clipboardData?.setData("text/plain", textColumns([this.selected], this.log.run));
    event.preventDefault();
  }

  /** Steps through the parser from this row on, where the page's own key begins at the start. */
  #stepThrough(event: KeyboardEvent, detail: Row): void {
    event.stopPropagation();
    const options = { detail, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<Row>("step-through", options));
  }

  /** Selects a row, and stops following the end: whoever reads a row does not want it to run away. */
  #select(index: number): void {
    if (index < 0) return;
    this.selected = this.log.rows[index];
    this.#point(this.selected);
    this.#end.follows = false;
    this.#window.show(index);
  }

  /** Opens the row, or closes it; with Ctrl or ⌘ it is selected and no more, as at the end of a selected text. */
  #click({ ctrlKey, metaKey }: MouseEvent, index: number, row: Row): void {
    const isText = !(getSelection()?.isCollapsed ?? true);
    if (ctrlKey || metaKey || isText || !isOpenable(row, this.log)) this.#select(index);
    else this.#toggle(row);
  }

  #toggle(row: Row): void {
    if (!isOpenable(row, this.log)) return;
    this.#end.follows = false;
    this.selected = row;
    if (row.subject.kind === "more") {
      this.log.unfold(row);
      this.selected = row.subject.rows[0];
    } else if (!this.#opened.delete(row)) {
      this.#opened.add(row);
      learning.saw(this.#looked(row));
      void this.#reveal(row);
    }
    this.requestUpdate();
  }

  async #reveal(row: Row): Promise<void> {
    this.requestUpdate(); // it may be selected already
    await this.updateComplete;
    const drawn = this.renderRoot.querySelector(`#${idOf(row)}`);
    const opened = drawn?.querySelector("sse-opened-row");
    if (opened instanceof OpenedRow) await opened.updateComplete;
    const before = this.#scroller.value?.scrollTop;
    drawn?.scrollIntoView({ block: "nearest" });
    this.#isRevealed = this.#scroller.value?.scrollTop !== before;
  }

  /** That what was opened is at the end does not say that somebody wants to follow it. */
  #scrolled(): void {
    if (!this.#isRevealed) this.#end.scrolled();
    this.#isRevealed = false;
  }
}
customElements.define("sse-log-rows", LogRows);

function idOf({ id }: Row): string {
  return `row-${id}`;
}
