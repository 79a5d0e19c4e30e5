/** Run, or Stop; or both, since an EventSource may ask again after its run is over. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { icons } from "../icons.ts";
import { follow } from "../playground/follow.ts";
import { playground } from "../playground/playground.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { headerTexts } from "./header-texts.ts";

/** @element sse-run-buttons */
export class RunButtons extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        gap: 0.7rem;
      }
      .primary {
        flex: 1;
      }
    `,
  ];
  readonly #page = follow(this, playground);

  override render() {
    const { isGoing, isConnected, scripts, edited, trouble } = this.#page;
    const isLoading = scripts.length === 0 && trouble === undefined;
    if (isGoing) return this.#stop("primary");
    return html`
      ${isConnected ? this.#stop("") : nothing}
      <button
        class="button primary"
        aria-keyshortcuts="Space"
        ?disabled=${isLoading || edited?.faulty}
        title=${edited?.faulty ? playgroundTexts.faulty : ""}
        @click=${() => this.#page.run()}
      >
        ${icons.play} ${headerTexts.run} <kbd>Space</kbd>
      </button>
    `;
  }

  #stop(kind: "primary" | ""): TemplateResult {
    return html`<button
      class="button ${kind}"
      aria-keyshortcuts=${kind === "primary" ? "Space" : nothing}
      @click=${() => this.#page.stop()}
    >
      ${icons.stop} ${headerTexts.stop} ${kind === "primary" ? html`<kbd>Space</kbd>` : nothing}
    </button>`;
  }
}
customElements.define("sse-run-buttons", RunButtons);
