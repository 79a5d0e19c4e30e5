/** The header of the page: which stream is played, how the page is looked at, and Run. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { withKey } from "../controls/by-hand.ts";
import { icons } from "../icons.ts";
import { follow } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import { playground } from "../playground/playground.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { headerStyles } from "./header-styles.ts";
import { headerTexts } from "./header-texts.ts";

/**
 * @element sse-header
 * @attr sounds whether sound is on
 * @attr learning whether a lesson is on the screen, which needs little of it
 * @fires streams when the list of streams is asked for
 * @fires script when the script panel is asked for, where it is a drawer
 * @fires sound when sound is to be turned on, or off
 * @fires yours when what passes on its way to a stranger's server is asked for
 * @fires share when the menu of what can be taken along is asked for
 * @fires present when presenter mode is to begin, or to end
 * @fires theme when the other theme is asked for
 * @fires learn when lessons are asked for, or the whole page out of one, or back
 * @fires keys when the sheet of keys is asked for
 */
export class Header extends LitElement {
  static override properties = {
    sounds: { type: Boolean },
    learning: { type: Boolean, reflect: true },
  };
  static override styles = [base, headerStyles];
  declare sounds: boolean;
  declare learning: boolean;
  readonly #page = follow(this, playground);
  readonly #learning = follow(this, learning);

  constructor() {
    super();
    this.sounds = false;
    this.learning = false;
  }

  override render() {
    return html`
      <h1><span aria-hidden="true">data:</span> ${headerTexts.title}</h1>
      ${this.#streamPicker()}
      <button class="button drawer" aria-keyshortcuts="E" @click=${() => this.#ask("script")}>
        ${this.#page.scriptName === CHAT ? headerTexts.prompt : headerTexts.script}
      </button>
      <span class="grow"></span>
      ${this.#learn()}
      ${this.#yours()}
      ${this.#quiet("share", headerTexts.share, "H", headerTexts.shareWhy, () => this.#ask("share"))}
      ${this.#quiet("present", headerTexts.present, "P", headerTexts.presentWhy, () => this.#ask("present"))}
      ${this.#soundSwitch()}
      ${this.#quiet("theme", icons.theme, "T", headerTexts.theme, () => this.#ask("theme"))}
      ${this.#quiet("keys", headerTexts.keys, "?", headerTexts.keysWhy, () => this.#ask("keys"))}
      ${this.#sideBySide()}
      <sse-run-buttons></sse-run-buttons>
    `;
  }

  /** Both names take the room of the longer one, so that nothing beside them moves. */
  #sideBySide(): TemplateResult {
    const { sideBySide, sideBySideWhy, onePath, onePathWhy } = headerTexts;
    const { isSideBySide } = this.#page;
    const whyNot = this.#whyNotSideBySide();
    return html`<button
      class="button side ${isSideBySide ? "on" : ""}"
      aria-keyshortcuts="S"
      ?disabled=${whyNot !== undefined}
      title=${whyNot ?? withKey(isSideBySide ? onePathWhy : sideBySideWhy, "S")}
      @click=${() => this.#page.toggleSideBySide()}
    >
      <span class="names">
        <span ?data-idle=${isSideBySide}>${sideBySide}</span>
        <span ?data-idle=${!isSideBySide}>${icons.close} ${onePath}</span>
      </span>
      <kbd>S</kbd>
    </button>`;
  }

  #whyNotSideBySide(): string | undefined {
    if (this.#page.edited?.faulty) return playgroundTexts.faulty;
    return this.#page.canGoSideBySide ? undefined : headerTexts.sideBySideNot;
  }

  /** Where there is little room, its icon stands for it. */
  #yours(): TemplateResult {
    const { yours, yoursWhy } = headerTexts;
    return html`<button
      class="button quiet yours"
      aria-label=${yours}
      aria-keyshortcuts="9"
      title=${withKey(yoursWhy, "9")}
      @click=${() => this.#ask("yours")}
    >
      <span>${yours}</span>${icons.passing}
    </button>`;
  }

  #quiet(kind: string, label: string | TemplateResult, key: string, why: string, act: () => void) {
    return html`<button
      class="button quiet ${kind}"
      aria-label=${typeof label === "string" ? nothing : why}
      aria-keyshortcuts=${key}
      title=${withKey(why, key)}
      @click=${act}
    >
      ${label}
    </button>`;
  }

  #learn(): TemplateResult {
    const { isOpen, at } = this.#learning;
    const what = isOpen ? "leave" : at === undefined ? "list" : "back";
    const { learn, learnWhy } = headerTexts;
    return html`<button
      class="button learn"
      aria-keyshortcuts="U"
      title=${withKey(learnWhy[what], "U")}
      @click=${() => this.#ask("learn")}
    >
      ${learn[what]}
    </button>`;
  }

  #soundSwitch(): TemplateResult {
    return html`<button
      class="button quiet sound"
      aria-label=${headerTexts.sound}
      aria-keyshortcuts="M"
      aria-pressed=${this.sounds}
      title=${withKey(headerTexts.sound, "M")}
      @click=${() => this.#ask("sound")}
    >
      ${this.sounds ? icons.soundOn : icons.soundOff}
    </button>`;
  }

  #streamPicker(): TemplateResult {
    const { scripts, scriptName } = this.#page;
    const { chat, chatTitle, streamNamed } = headerTexts;
    const isChat = scriptName === CHAT;
    const title = isChat ? chatTitle : scripts.find(({ name }) => name === scriptName)?.title;
    return html`<button
      class="button stream"
      aria-label=${streamNamed(isChat ? chat : scriptName)}
      aria-haspopup="listbox"
      aria-keyshortcuts="[ ]"
      title=${withKey(title ?? "", "[ and ]")}
      ?disabled=${scripts.length === 0}
      @click=${() => this.#ask("streams")}
    >
      <span>${isChat ? chat : scriptName}</span>
    </button>`;
  }

  get streamButton(): HTMLElement | null {
    return this.renderRoot.querySelector(".stream");
  }

  #ask(
    what:
      | "yours"
      | "streams"
      | "script"
      | "share"
      | "sound"
      | "keys"
      | "present"
      | "theme"
      | "learn",
  ): void {
    this.dispatchEvent(new Event(what));
  }
}
customElements.define("sse-header", Header);

declare global {
  interface HTMLElementTagNameMap {
    "sse-header": Header;
  }
}
