/** The streams to choose from, grouped in the order of teaching, each with the line that says what it shows. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { prose } from "../controls/prose.ts";
import { playground } from "../playground/playground.ts";
import { CHAT } from "../playground/set-up.ts";
import { type Stream, streamGroups } from "../playground/stream-groups.ts";
import { base } from "../styles/base.ts";
import { headerTexts } from "./header-texts.ts";
import { streamListStyles } from "./stream-list-styles.ts";
import { typedAhead } from "./typed-ahead.ts";

const APART = 6; // px, from its opener and from the window's edge

const PAGE = 10;

/** Letters that come closer together than this are of one name. ms */
const ONE_NAME = 700;

export class StreamList extends LitElement {
  static override properties = { at: { state: true }, isOpen: { state: true } };
  static override styles = [base, streamListStyles];
  /** Enter chooses this stream. */
  declare at: string;
  declare isOpen: boolean;
  readonly #page = playground;
  #opener: HTMLElement | undefined;
  #typed = "";
  #typedAt = 0; // ms

  constructor() {
    super();
    this.at = "";
    this.isOpen = false;
  }

  /** `opener` gets the focus back. */
  async open(opener: HTMLElement): Promise<void> {
    this.#opener = opener;
    this.#typed = "";
    this.isOpen = true;
    this.at = this.#page.scriptName;
    await this.updateComplete;
    const list = this.#list;
    if (list === null) return;
    list.showPopover();
    const { bottom, left } = opener.getBoundingClientRect();
    list.style.top = `${bottom + APART}px`;
    list.style.left = `${Math.max(APART, Math.min(left, innerWidth - list.offsetWidth - APART))}px`;
    list.style.maxHeight = `${innerHeight - bottom - 2 * APART}px`;
    list.focus();
    this.#show("center");
  }

  override render() {
    if (!this.isOpen) return nothing;
    const groups = streamGroups(this.#page.scripts, headerTexts.chatTitle);
    return html`<div
      popover
      role="listbox"
      tabindex="0"
      aria-label=${headerTexts.stream}
      aria-activedescendant=${`stream-${this.at}`}
      @keydown=${this.#press}
      @beforetoggle=${this.#leave}
      @toggle=${({ newState }: ToggleEvent) => {
        this.isOpen = newState === "open";
      }}
    >
      ${groups.map(
        ({ name, streams }) => html`<div role="group" aria-label=${name}>
          <p aria-hidden="true">${name}</p>
          ${streams.map((stream) => this.#option(stream))}
        </div>`,
      )}
    </div>`;
  }

  #option({ name, title }: Stream): TemplateResult {
    const isEdited = this.#page.editOf(name) !== undefined;
    return html`<div
      id="stream-${name}"
      role="option"
      class=${name === this.at ? "at" : ""}
      aria-selected=${name === this.#page.scriptName}
      @click=${() => this.#choose(name)}
    >
      <b>${name === CHAT ? headerTexts.chat : name}${isEdited ? html` <i>${headerTexts.edited}</i>` : nothing}</b>
      <span>${prose(title)}</span>
    </div>`;
  }

  get #list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("[popover]");
  }

  get #names(): string[] {
    return streamGroups(this.#page.scripts).flatMap(({ streams }) =>
      streams.map((one) => one.name),
    );
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    event.stopPropagation(); // what is typed is a stream's name here, and no key of the page
    const names = this.#names;
    const at = names.indexOf(this.at);
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: names.length - 1,
    };
    const index = to[key];
    if (index !== undefined) this.at = names[Math.max(0, Math.min(index, names.length - 1))] ?? "";
    else if (key === "Enter" || key === " ") this.#choose(this.at);
    else if (key === "Tab") this.#list?.hidePopover();
    else if (key.length === 1) this.at = this.#named(names, event) ?? this.at;
    else return;
    if (key !== "Tab") event.preventDefault();
    this.#show("nearest");
  };

  #named(names: readonly string[], { key, timeStamp }: KeyboardEvent): string | undefined {
    this.#typed = timeStamp - this.#typedAt < ONE_NAME ? this.#typed + key : key;
    this.#typedAt = timeStamp;
    return typedAhead(names, this.at, this.#typed.toLowerCase());
  }

  async #show(block: ScrollLogicalPosition): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector(".at")?.scrollIntoView({ block });
  }

  /** Somebody may have taken the focus elsewhere. */
  readonly #leave = ({ newState }: ToggleEvent): void => {
    if (newState === "closed" && this.#list?.matches(":focus")) this.#opener?.focus();
  };

  #choose(name: string): void {
    this.#list?.hidePopover();
    if (name !== this.#page.scriptName) void this.#page.choose(name);
  }
}
customElements.define("sse-stream-list", StreamList);
