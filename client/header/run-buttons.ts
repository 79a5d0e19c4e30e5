/** Stop and Run, each in its place whatever goes on: nobody who means the one hits the other. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { icons } from "../icons.ts";
import { follow, followPage } from "../playground/follow.ts";
import { learning } from "../playground/learning.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { headerTexts } from "./header-texts.ts";

export class RunButtons extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        gap: 0.7rem;
      }
      .button,
      .button.primary {
        flex: 1;
        padding: 0.32rem 0.8rem;
        font-weight: 650; /* both at all times, or their widths would change */
      }
      @media (max-width: 1279px) {
        kbd { display: none; }
      }
      .idle {
        visibility: hidden; /* it keeps its room, or both buttons would move */
      }
    `,
  ];
  readonly #page = followPage(this);
  readonly #learning = follow(this, learning);

  override render() {
    const { isGoing, isConnected, scripts, scriptName, edited, trouble } = this.#page;
    const isLoading = scripts.length === 0 && trouble === undefined;
    const { stop } = headerTexts;
    return html`
      ${this.#button(icons.stop, stop, isGoing, isGoing || isConnected, () => this.#page.stop())}
      ${this.#button(
        icons.play,
        playgroundTexts.begin(scriptName),
        !isGoing,
        !isLoading && !edited?.faulty,
        () => void this.#page.run(),
        edited?.faulty ? playgroundTexts.faulty : "",
      )}
    `;
  }

  /** Space does what is next. */
  #button(
    icon: TemplateResult,
    name: string,
    isNext: boolean,
    isPossible: boolean,
    act: () => void,
    why = "",
  ): TemplateResult {
    return html`<button
      class="button ${isNext ? "primary" : ""} ${isNext && this.#learning.pointsAt === "run" ? "pointed" : ""}"
      aria-keyshortcuts=${isNext ? "Space" : nothing}
      ?disabled=${!isPossible}
      title=${why}
      @click=${act}
    >
      ${icon} ${name} <kbd class=${isNext ? "" : "idle"}>Space</kbd>
    </button>`;
  }
}
customElements.define("sse-run-buttons", RunButtons);
