import { css, html, LitElement, nothing } from "lit";
import { toggleTheme } from "../app/theme.ts";
import { icons } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";

/**
 * Which stream, and Run.
 * @element sse-header
 */
export class Header extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        padding: 0.5rem 1rem;
        border-bottom: 1px solid var(--rule);
        background: var(--panel);
        white-space: nowrap;
      }
      h1 {
        margin: 0;
        font-weight: 680;
        letter-spacing: -0.01em;
        font-size: 1.15rem;
      }
      h1 span {
        font-family: var(--font-wire);
        color: var(--accent);
        font-weight: 500;
      }
      select {
        background: var(--panel);
        min-width: 0;
      }
    `,
  ];
  readonly #page = new PlaygroundController(this).playground;

  override render() {
    return html`
      <h1><span aria-hidden="true">data:</span> ${texts.title}</h1>
      ${this.#streamPicker()}
      <span class="grow"></span>
      <button class="button quiet" aria-label=${texts.darkTheme} title=${texts.darkTheme} @click=${toggleTheme}>
        ${icons.theme}
      </button>
      ${this.#runButtons()}
    `;
  }

  #streamPicker() {
    const { scripts, scriptName } = this.#page;
    const title = scripts.find(({ name }) => name === scriptName)?.title ?? "";
    return html`<select
      class="button"
      aria-label=${texts.stream}
      title=${title}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) void this.#page.choose(event.target.value);
      }}
    >
      ${scripts.map(
        ({ name, title }) =>
          html`<option value=${name} title=${title} ?selected=${name === scriptName}>${name}</option>`,
      )}
    </select>`;
  }

  /** An EventSource may ask again after its run is over: then there is something to run and something to stop. */
  #runButtons() {
    const { isGoing, isConnected } = this.#page;
    const stop = (kind: string, key: unknown) => html`<button
      class="button ${kind}"
      aria-keyshortcuts=${key === nothing ? nothing : "Space"}
      @click=${() => this.#page.stop()}
    >
      ${icons.stop} ${texts.stop} ${key}
    </button>`;
    const key = html`<kbd>Space</kbd>`;
    if (isGoing) return stop("primary", key);
    return html`
      ${isConnected ? stop("", nothing) : nothing}
      <button
        class="button primary"
        aria-keyshortcuts="Space"
        ?disabled=${this.#page.scripts.length === 0}
        @click=${() => this.#page.run()}
      >
        ${icons.play} ${texts.run} ${key}
      </button>
    `;
  }
}
customElements.define("sse-header", Header);
