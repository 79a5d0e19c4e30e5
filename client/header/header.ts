import { html, LitElement, nothing, type TemplateResult } from "lit";
import { freeze } from "../app/freeze.ts";
import { togglePresenter } from "../app/presenter.ts";
import { toggleTheme } from "../app/theme.ts";
import { icons } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import { headerStyles } from "./header-styles.ts";

/**
 * Which stream, how it is looked at, and Run.
 * @element sse-header
 * @fires script when the script panel is asked for, where it is a drawer
 */
export class Header extends LitElement {
  static override styles = [base, headerStyles];
  readonly #page = new PlaygroundController(this).playground;

  override render() {
    return html`
      <h1><span aria-hidden="true">data:</span> ${texts.title}</h1>
      ${this.#streamPicker()}
      <button class="button drawer" aria-keyshortcuts="E" @click=${this.#askForScript}>
        ${texts.header.script}
      </button>
      <span class="grow"></span>
      ${this.#quiet("freeze", texts.header.freeze, "F", texts.header.freezeWhy, freeze)}
      ${this.#quiet("present", texts.header.present, "P", texts.header.presentWhy, togglePresenter)}
      ${this.#quiet("theme", icons.theme, "T", texts.header.theme, toggleTheme)}
      <button
        class="button side"
        aria-keyshortcuts="S"
        ?disabled=${!this.#page.canGoSideBySide}
        title=${this.#page.canGoSideBySide ? texts.header.sideBySideWhy : texts.header.sideBySideNot}
        @click=${() => this.#page.sideBySide()}
      >
        ${texts.header.sideBySide} <kbd>S</kbd>
      </button>
      <sse-run-buttons></sse-run-buttons>
    `;
  }

  #quiet(kind: string, label: string | TemplateResult, key: string, why: string, act: () => void) {
    return html`<button
      class="button quiet ${kind}"
      aria-label=${typeof label === "string" ? nothing : why}
      aria-keyshortcuts=${key}
      title="${why} (${key})"
      @click=${act}
    >
      ${label}
    </button>`;
  }

  #streamPicker(): TemplateResult {
    const { scripts, scriptName } = this.#page;
    const title = scripts.find(({ name }) => name === scriptName)?.title ?? "";
    return html`<select
      class="button"
      aria-label=${texts.header.stream}
      aria-keyshortcuts="[ ]"
      title="${title} ([ and ])"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) void this.#page.choose(event.target.value);
      }}
    >
      ${scripts.map(
        ({ name, title }) =>
          html`<option value=${name} title=${title} .selected=${name === scriptName}>${name}</option>`,
      )}
    </select>`;
  }

  #askForScript(): void {
    this.dispatchEvent(new Event("script"));
  }
}
customElements.define("sse-header", Header);
