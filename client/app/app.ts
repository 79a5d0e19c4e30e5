import { css, html, LitElement, nothing } from "lit";
import "../header/header.ts";
import { icons } from "../icons.ts";
import "../lanes/lane.ts";
import "../path/path.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import "../timeline/timeline.ts";
import "../verdict/verdict.ts";
import { listenForKeys } from "./keys.ts";
import { startTheme } from "./theme.ts";

/**
 * The page: which part stands where, and the keys.
 * @element sse-app
 */
export class App extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto auto minmax(0, 1fr);
        height: 100vh;
        height: 100dvh;
      }
      .answer {
        padding: 0.15rem 1rem 0.5rem;
        border-bottom: 1px solid var(--rule);
      }
      main {
        display: grid;
        grid-template-columns: 1fr 1fr;
        min-height: 0;
        background: var(--panel);
      }
      sse-lane + sse-lane {
        border-left: 1px solid var(--rule);
      }
      .trouble {
        margin: 0.5rem 1rem;
        padding: 0.5rem 0.9rem;
        border: 1px solid var(--wait);
        border-radius: var(--radius);
        background: var(--wait-soft);
      }
      @media (max-width: 640px) {
        :host {
          display: block;
          height: auto;
        }
        main {
          grid-template-columns: 1fr;
        }
        sse-lane + sse-lane {
          border-left: 0;
          border-top: 1px solid var(--rule);
        }
      }
    `,
  ];
  readonly #page = new PlaygroundController(this).playground;
  #quiet: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
    this.#quiet = listenForKeys({
      " ": () => (this.#page.isGoing ? this.#page.stop() : void this.#page.run()),
      c: () => this.#page.turn({ compress: !this.#page.switches.compress }),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  override render() {
    const { trouble } = this.#page;
    return html`
      <sse-header></sse-header>
      <div>
        ${
          trouble === undefined
            ? nothing
            : html`<p class="trouble" role="alert">${icons.warning} ${texts.trouble[trouble]}</p>`
        }
        <sse-path></sse-path>
      </div>
      <div class="answer">
        <sse-verdict></sse-verdict>
        <sse-timeline></sse-timeline>
      </div>
      <main>
        <sse-lane name="eventsource"></sse-lane>
        <sse-lane name="fetch"></sse-lane>
      </main>
    `;
  }
}
customElements.define("sse-app", App);
