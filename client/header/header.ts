/** The header of the page: which stream is played, how the page is looked at, and Run. */
import { html, LitElement, type TemplateResult } from "lit";
import { keyButton } from "../controls/buttons.ts";
import { withKey } from "../controls/by-hand.ts";
import { icons } from "../icons.ts";
import { follow, followPage } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { headerStyles } from "./header-styles.ts";
import { headerTexts } from "./header-texts.ts";

/**
 * @prop sounds sound is on
 * @attr learning whether a lesson is on the screen, which needs little of it
 * @fires streams when its button is pressed, as `script`, `sound`, `yours`, `share`, `present`, `theme`, `learn`, `keys`
 */
export class Header extends LitElement {
  static override properties = {
    sounds: { attribute: false },
    learning: { type: Boolean, reflect: true },
  };
  static override styles = [base, headerStyles];
  declare sounds: boolean;
  declare learning: boolean;
  readonly #page = followPage(this);
  readonly #learning = follow(this, learning);

  override render() {
    const { share, shareWhy, present, presentWhy, keys, keysWhy, theme } = headerTexts;
    return html`
      <h1><span aria-hidden="true">data:</span> ${headerTexts.title}</h1>
      ${this.#streamPicker()}
      <button class="button drawer" aria-keyshortcuts="E" @click=${() => this.#ask("script")}>
        ${this.#page.scriptName === CHAT ? headerTexts.prompt : headerTexts.script}
      </button>
      <span class="grow"></span>
      ${this.#learn()}
      ${this.#yours()}
      ${this.#quiet("share", share, "H", shareWhy)}
      ${this.#quiet("present", present, "P", presentWhy)}
      ${this.#soundSwitch()}
      ${this.#quiet("theme", icons.theme, "T", theme, theme)}
      ${this.#quiet("keys", keys, "?", keysWhy)}
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
    return this.#quiet("yours", html`<span>${yours}</span>${icons.passing}`, "9", yoursWhy, yours);
  }

  /** `kind` is the event that it asks by, too. */
  #quiet(kind: string, inside: unknown, key: string, why: string, label?: string) {
    const act = () => this.#ask(kind);
    return keyButton(inside, {
      kind: `button quiet ${kind}`,
      key,
      why,
      act,
      ...(label && { label }),
    });
  }

  #learn(): TemplateResult {
    const { isOpen, at } = this.#learning;
    const what = isOpen ? "leave" : at === undefined ? "list" : "back";
    const why = headerTexts.learnWhy[what];
    const act = () => this.#ask("learn");
    return keyButton(headerTexts.learn[what], { kind: "button learn", key: "U", why, act });
  }

  #soundSwitch(): TemplateResult {
    const { sound: label } = headerTexts;
    const look = { kind: "button quiet sound", label, pressed: this.sounds, key: "M", why: label };
    const inside = this.sounds ? icons.soundOn : icons.soundOff;
    return keyButton(inside, { ...look, act: () => this.#ask("sound") });
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

  #ask(what: string): void {
    this.dispatchEvent(new Event(what));
  }
}
customElements.define("sse-header", Header);
