/** Says what is asked of a chat model, by whom, and in which way its answer is read. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { type ChatClient, chatClients } from "../../trace/chat/chat-client.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { newTraceName } from "../connections/trace-name.ts";
import { menu } from "../controls/menu.ts";
import { prose } from "../controls/prose.ts";
import { drawSwitch } from "../controls/segmented.ts";
import { icons } from "../icons.ts";
import { KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { laneOptions } from "../playground/plan.ts";
import { base } from "../styles/base.ts";
import { chat } from "./chat.ts";
import { chatPanelStyles } from "./chat-panel-styles.ts";
import { chatTexts } from "./chat-texts.ts";
import { modelField, wayField } from "./fields.ts";
import { keep } from "./kept-answer.ts";
import { promptQuery, ways } from "./ways.ts";

/** @fires ask when the model is asked, or an answer is gone on with */
export class ChatPanel extends LitElement {
  static override styles = [base, chatPanelStyles];
  readonly #page = followPage(this);
  readonly #chat = follow(this, chat);

  constructor() {
    super();
    new KeysController(this, () => chatTexts.keys);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("pagehide", this.#keep);
    void this.#begin();
  }

  /** A reload goes on with this page's own answer; whatever else brought the tab here offers it. */
  async #begin(): Promise<void> {
    await this.#chat.look();
    const [visit] = performance.getEntriesByType("navigation");
    const isReload = visit instanceof PerformanceNavigationTiming && visit.type === "reload";
    if (isReload && this.#chat.goesOnByItself()) this.#ask(this.#chat.resume());
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
      <form @submit=${this.#submit}>
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
        ${this.#tooLong()} ${this.#slow()} ${this.#roles()} ${this.#model()} ${this.#clients()}
        ${wayField(this.#chat, ways)}
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

  #offer(): TemplateResult {
    const lanes = Object.values(this.#chat.kept?.lanes ?? {});
    const characters = Math.max(0, ...lanes.map(({ text }) => text.length));
    return html`<p class="offer" role="status">
      ${chatTexts.kept.offer(characters)} ${prose(chatTexts.kept.why)}
      <button class="button" @click=${() => this.#ask(this.#chat.resume())}>
        ${chatTexts.kept.resume}
      </button>
    </p>`;
  }

  #tooLong(): TemplateResult | typeof nothing {
    const { about, choice, question } = this.#chat;
    if (about === undefined || choice.client === "two-steps") return nothing;
    const options = laneOptions("eventsource", newTraceName(), this.#page.switches.noTransform);
    const { length } = promptQuery(question, choice.way, options);
    const most = about.limits.query;
    if (length <= most) return nothing;
    return html`<p class="why">${icons.warning} ${prose(chatTexts.tooLong(length, most))}</p>`;
  }

  /** Nobody can tell a real model how fast to speak. */
  #slow(): TemplateResult | typeof nothing {
    const { about, choice } = this.#chat;
    if (!about?.isDemo) return nothing;
    const { label, why, off, on } = chatTexts.slow;
    return html`<span class="label" aria-hidden="true">${label}</span>
      <span title=${why}>
        ${drawSwitch(
          label,
          [false, true],
          (slow) => (slow ? on : off),
          choice.slow,
          (slow) => this.#chat.choose({ slow }),
        )}
      </span>`;
  }

  #roles(): TemplateResult {
    const { about, choice } = this.#chat;
    const roles = about?.roles.map(({ name }) => name) ?? [];
    const titleOf = (role: string) => about?.roles.find(({ name }) => name === role)?.title ?? role;
    return html`<label for="role">${chatTexts.role}</label>
      <div class="line">
        ${menu(roles, titleOf, choice.role, (role) => this.#chat.choose({ role }), { id: "role", kind: "button" })}
        <button class="button primary ask" title=${chatTexts.askWhy}>
          ${icons.play} ${chatTexts.ask}
        </button>
      </div>`;
  }

  #model(): TemplateResult | typeof nothing {
    const { about } = this.#chat;
    if (about === undefined) return nothing;
    if (about.who !== "guest") return modelField(about);
    const { guest } = chatTexts;
    return html`${modelField(about, guest)}
      <p class="why" role="note">${guest}</p>`;
  }

  #clients(): TemplateResult {
    const { choice } = this.#chat;
    const name = (client: ChatClient) => chatTexts.clients[client].name;
    const choose = (client: ChatClient) => this.#chat.choose({ client });
    return html`<label for="client" title=${chatTexts.clientWhy}>${chatTexts.client}</label>
      ${menu(chatClients, name, choice.client, choose, { id: "client", kind: "button" })}`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#ask();
  };

  #ask(lanes?: readonly LaneName[]): void {
    void this.#page.run(lanes);
    this.dispatchEvent(new Event("ask"));
  }

  #press(event: KeyboardEvent): void {
    // Enter that ends a word of an input method, as of Chinese, is no Enter of the prompt's.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#ask();
  }

  readonly #keep = (): void => {
    const { asked, resumed } = this.#chat;
    const { current } = this.#page;
    if (asked !== undefined && current !== undefined) keep(current.run, asked, resumed);
  };
}
customElements.define("sse-chat-panel", ChatPanel);
