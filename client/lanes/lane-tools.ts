/** The tools of a lane: its code, whether it sends cookies, and where the browser's own tools show the same. */
import { css, html, LitElement, nothing } from "lit";
import type { LaneName } from "../../trace/run/records.ts";
import { hasKeys } from "../controls/by-hand.ts";
import { copy } from "../controls/copy.ts";
import { prose } from "../controls/prose.ts";
import { follow } from "../playground/follow.ts";
import { laneCode } from "../playground/lane-code.ts";
import { playground } from "../playground/playground.ts";
import { base } from "../styles/base.ts";
import { toolsTexts } from "./tools-texts.ts";

/** How long the button says that it copied. ms */
const COPIED = 2000;

/**
 * @element sse-lane-tools
 * @attr name `eventsource` or `fetch`
 */
export class LaneTools extends LitElement {
  static override properties = { name: {}, copied: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        padding: 0.5rem 0.9rem;
        border-bottom: 1px solid var(--rule-2);
        font-size: 0.9rem;
        color: var(--ink-2);
        overflow: auto;
      }
      pre {
        margin: 0 0 0.5rem;
        padding: 0.5rem 0.7rem;
        border: 1px solid var(--rule);
        border-radius: var(--radius-control);
        background: var(--paper);
        color: var(--ink);
        font: 0.95em/1.5 var(--font-wire);
        overflow: auto;
      }
      p { margin: 0.4rem 0 0; }
      label { margin-left: 0.7rem; }
    `,
  ];
  declare name: LaneName;
  declare copied: "copied" | "selected" | "";
  readonly #page = follow(this, playground);

  constructor() {
    super();
    this.name = "eventsource";
    this.copied = "";
  }

  override render() {
    const { current, clients } = this.#page;
    const { credentials } = clients[this.name];
    const code = current && laneCode(current, this.name);
    return html`
      ${code === undefined ? html`<p>${toolsTexts.noCode}</p>` : html`<pre tabindex="0">${code}</pre>`}
      ${
        code === undefined
          ? nothing
          : html`<button class="button" @click=${() => this.#copy(code)}>
              ${toolsTexts.copy(this.copied, hasKeys())}
            </button>`
      }
      <label title=${toolsTexts.credentialsWhy}>
        <input
          type="checkbox"
          .checked=${credentials}
          @change=${() => this.#page.chooseClient(this.name, { credentials: !credentials })}
        />
        <code>${toolsTexts.credentials[this.name]}</code>
      </label>
      <p>${prose(toolsTexts.ownTools[this.name])}</p>
    `;
  }

  async #copy(code: string): Promise<void> {
    this.copied = (await copy(code)) ? "copied" : "selected";
    const pre = this.renderRoot.querySelector("pre");
    if (this.copied === "selected" && pre !== null) getSelection()?.selectAllChildren(pre);
    setTimeout(() => {
      this.copied = "";
    }, COPIED);
  }
}
customElements.define("sse-lane-tools", LaneTools);
