import { html, LitElement, nothing, type TemplateResult } from "lit";
import { chatTexts } from "../chat-texts.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { ChatController } from "./chat-controller.ts";
import { panelStyles } from "./chat-panel-styles.ts";
import { keep } from "./kept-answer.ts";
import { clients, type Way, ways } from "./ways.ts";

/**
 * What is asked of a chat model, by whom, and in which way its answer is read.
 * @element sse-chat-panel
 */
export class ChatPanel extends LitElement {
  static override styles = [base, panelStyles];
  readonly #page = new PlaygroundController(this).playground;
  readonly #chat = new ChatController(this).chat;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.#keep);
    void this.#chat.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pagehide", this.#keep);
  }

  override render() {
    const { choice, kept, isMissing } = this.#chat;
    return html`
      ${isMissing ? this.#missing() : nothing}
      ${kept === undefined ? nothing : this.#offer()}
      <form @submit=${this.#ask}>
        <label for="prompt">${chatTexts.prompt}</label>
        <textarea
          id="prompt"
          rows="2"
          .value=${choice.prompt}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLTextAreaElement) this.#chat.choose({ prompt: target.value });
          }}
          @keydown=${this.#press}
        ></textarea>
        ${this.#tooLong()} ${this.#roles()} ${this.#model()} ${this.#clients()} ${this.#ways()}
        ${this.#wayWhy()}
        <p class="why">${prose(chatTexts.clients[choice.client].why)}</p>
      </form>
    `;
  }

  #missing(): TemplateResult {
    return html`<p class="trouble" role="alert">
      ${icons.warning} ${chatTexts.noRelay}
      <button class="button" @click=${() => this.#chat.look()}>${chatTexts.again}</button>
    </p>`;
  }

  /** What a page that was loaded anew can go on with. */
  #offer(): TemplateResult {
    const lanes = Object.values(this.#chat.kept?.lanes ?? {});
    const characters = Math.max(0, ...lanes.map(({ text }) => text.length));
    return html`<p class="offer" role="status">
      ${chatTexts.kept.offer(characters)} ${prose(chatTexts.kept.why)}
      <button class="button" @click=${() => this.#page.run(this.#chat.resume())}>
        ${chatTexts.kept.resume}
      </button>
    </p>`;
  }

  #tooLong(): TemplateResult | typeof nothing {
    const { prompt, client } = this.#chat.choice;
    const most = this.#chat.about?.limits.query ?? Number.POSITIVE_INFINITY;
    if (client === "two-steps" || prompt.length <= most) return nothing;
    return html`<p class="why">${icons.warning} ${prose(chatTexts.tooLong(prompt.length, most))}</p>`;
  }

  #roles(): TemplateResult {
    const { about, choice } = this.#chat;
    return html`<label for="role">${chatTexts.role}</label>
      <div class="line">
        <select
          id="role"
          class="button"
          @change=${(event: Event) => this.#chat.choose({ role: picked(event) })}
        >
          ${about?.roles.map(
            ({ name, title }) =>
              html`<option value=${name} .selected=${name === choice.role}>${title}</option>`,
          )}
        </select>
        <button class="button primary" title=${chatTexts.askWhy}>
          ${icons.play} ${chatTexts.ask}
        </button>
      </div>`;
  }

  #model(): TemplateResult | typeof nothing {
    const { about } = this.#chat;
    if (about === undefined) return nothing;
    const { model, demo, demoWhy } = chatTexts;
    return html`<span class="label">${model}</span>
      <span title=${about.isDemo ? demoWhy : nothing}>
        <code>${about.model}</code> ${about.isDemo ? html`<b class="demo">${demo}</b>` : nothing}
      </span>`;
  }

  #clients(): TemplateResult {
    const chosen = this.#chat.choice.client;
    return html`<label for="client" title=${chatTexts.clientWhy}>${chatTexts.client}</label>
      <select
        id="client"
        class="button"
        @change=${(event: Event) => {
          const client = clients.find((one) => one === picked(event));
          if (client !== undefined) this.#chat.choose({ client });
        }}
      >
        ${clients.map(
          (client) =>
            html`<option value=${client} .selected=${client === chosen}>
              ${chatTexts.clients[client].name}
            </option>`,
        )}
      </select>`;
  }

  #ways(): TemplateResult {
    const [right, ...wrong] = ways;
    const isWrong = this.#chat.choice.way !== right;
    return html`<label for="way">${chatTexts.way}</label>
      <select
        id="way"
        class="button ${isWrong ? "wrong" : ""}"
        @change=${(event: Event) => {
          const way = ways.find((one) => one === picked(event));
          if (way !== undefined) this.#chat.choose({ way });
        }}
      >
        <optgroup label=${chatTexts.rightWay}>${this.#wayOption(right)}</optgroup>
        <optgroup label=${chatTexts.wrongWays}>${wrong.map((one) => this.#wayOption(one))}</optgroup>
      </select>`;
  }

  #wayWhy(): TemplateResult {
    const { way } = this.#chat.choice;
    const why = prose(chatTexts.ways[way].why);
    return way === "right"
      ? html`<p class="why">${why}</p>`
      : html`<p class="why wrong">${icons.warning} ${why}</p>`;
  }

  #wayOption(way: Way): TemplateResult {
    return html`<option value=${way} .selected=${way === this.#chat.choice.way}>
      ${way === "right" ? "✓" : "✗"} ${chatTexts.ways[way].name}
    </option>`;
  }

  readonly #ask = (event: Event): void => {
    event.preventDefault();
    void this.#page.run();
  };

  #press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#page.run();
  }

  readonly #keep = (): void => {
    const { asked, resumed } = this.#chat;
    const { current } = this.#page;
    if (asked !== undefined && current !== undefined) keep(current.run, asked, resumed);
  };
}
customElements.define("sse-chat-panel", ChatPanel);

function picked({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : "";
}
