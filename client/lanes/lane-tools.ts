/** The tools of a lane: its code, who asks, whether it sends cookies, and a cookie to send. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { LaneName } from "../../trace/run/records.ts";
import { takeCookie } from "../connections/cookie.ts";
import { copyByHand, hasKeys } from "../controls/by-hand.ts";
import { copy } from "../controls/copy.ts";
import { prose } from "../controls/prose.ts";
import { followPage } from "../playground/follow.ts";
import { laneCode } from "../playground/lane-code.ts";
import { learning } from "../playground/learning.ts";
import { base } from "../styles/base.ts";

const toolsTexts = {
  noCode: "Run once: the code stands here with that run's values.",
  copy: (state: "copied" | "selected" | "", keys: boolean) =>
    ({ "": "Copy the code", copied: "Copied", selected: copyByHand("Selected", keys) })[state],
  credentials: { eventsource: "withCredentials", fetch: 'credentials: "include"' },
  credentialsWhy:
    "Cookies go to another origin too, such as the twin dev server or the Node server.",
  package: "the package eventsource",
  packageWhy:
    "The npm package eventsource asks in the browser’s place: it is built on fetch, and sends an Authorization header.",
  cookie: "Take a cookie",
  cookieTaken: "taken",
  cookieWhy: "The server sets a harmless one, for ten minutes: see which requests bring it back.",
  ownTools: {
    eventsource:
      "In the Network panel Chromium lists these events under `EventStream`, Firefox under `Response`. Comments and `retry` are no events: neither lists them.",
    fetch:
      "In the Network panel Chromium lists these events under `EventStream` too; the text is under `Response`. Where a chunk ended is shown nowhere.",
  },
};

/** The button says so long that it copied. ms */
const COPIED = 2000;

export class LaneTools extends LitElement {
  static override properties = { name: {}, copied: { state: true }, hasCookie: { state: true } };
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
  declare hasCookie: boolean;
  readonly #page = followPage(this);

  constructor() {
    super();
    this.copied = "";
    this.hasCookie = false;
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
      ${this.name === "eventsource" ? this.#package() : nothing}
      <button class="button" title=${toolsTexts.cookieWhy} @click=${this.#takeCookie}>
        ${toolsTexts.cookie}
      </button>
      <span role="status">${this.hasCookie ? toolsTexts.cookieTaken : nothing}</span>
      <p>${prose(toolsTexts.ownTools[this.name])}</p>
    `;
  }

  #package(): TemplateResult {
    const { byPackage } = this.#page.clients.eventsource;
    return html`<label title=${toolsTexts.packageWhy}>
      <input
        type="checkbox"
        .checked=${byPackage}
        @change=${() => this.#page.chooseClient("eventsource", { byPackage: !byPackage })}
      />
      ${toolsTexts.package}
    </label>`;
  }

  async #takeCookie(): Promise<void> {
    await takeCookie();
    this.hasCookie = true;
    learning.saw({ at: "cookie" });
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
