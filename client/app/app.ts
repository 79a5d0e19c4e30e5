/** The page: which part stands where, and the keys. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import "../header/header.ts";
import "../header/run-buttons.ts";
import { icons } from "../icons.ts";
import "../lanes/lane.ts";
import "../path/path.ts";
import { sentences } from "../../trace/en/sentences.ts";
import type { Row } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName, Setup } from "../../trace/run/records.ts";
import { CLOSE } from "../controls/close-button.ts";
import { prose } from "../controls/prose.ts";
import { follow } from "../playground/follow.ts";
import { playground } from "../playground/playground.ts";
import { togglePresenter } from "../playground/presenter.ts";
import { CHAT } from "../playground/set-up.ts";
import { Sound } from "../sound/sound.ts";
import { base } from "../styles/base.ts";
import "../verdict/spoken-verdict.ts";
import "../verdict/verdict.ts";
import { ANYWHERE, KeysController } from "../keys/keys.ts";
import { appStyles } from "./app-styles.ts";
import { appTexts } from "./app-texts.ts";
import { LateParts, loadChat } from "./late-parts.ts";
import { pageKeys } from "./page-keys.ts";
import { startTheme, toggleTheme } from "./theme.ts";

/** The dialogs over the page, which come late. */
const DIALOGS = {
  keys: "sse-key-sheet",
  share: "sse-share",
  browser: "sse-this-browser",
} as const;

/** @element sse-app */
export class App extends LitElement {
  static override properties = {
    tab: { state: true },
    scriptOpen: { state: true },
    sentence: { state: true },
    stepping: { state: true },
    breaking: { type: Boolean, reflect: true },
  };
  static override styles = [base, appStyles];
  /** The lane that a phone shows. */
  declare tab: LaneName;
  /** Whether the script's drawer is open, where the script is a drawer. */
  declare scriptOpen: boolean;
  /** What the log's selected row says: the one sentence of presenter mode. */
  declare sentence: unknown;
  /** Whether Step is open, and the log's row that it opens at. */
  declare stepping: { row: Row | undefined } | undefined;
  /** Whether Break it is open. */
  declare breaking: boolean;
  readonly #page = follow(this, playground);
  readonly #late = new LateParts(this);
  readonly #sound = new Sound(this);
  readonly #drawn = Promise.withResolvers<unknown>();
  /** Settles once every part of the page is there, or could not be loaded. */
  readonly ready: Promise<unknown> = this.#drawn.promise;

  constructor() {
    super();
    this.tab = "eventsource";
    this.scriptOpen = false;
    this.sentence = nothing;
    this.stepping = undefined;
    this.breaking = false;
    this.#page.loadChat = loadChat;
    const parts = {
      toggleScript: () => this.#toggleScript(),
      closeScript: () => {
        this.scriptOpen = false;
      },
      toggleSound: () => this.#sound.toggle(),
      showKeys: () => this.#show("keys"),
      stepThrough: () => this.#stepThrough(undefined),
      breakIt: () => this.#breakIt(),
      share: () => this.#show("share"),
      showBrowser: () => this.#show("browser"),
    };
    new KeysController(this, () => ({ where: ANYWHERE, keys: pageKeys(this.#page, parts) }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
  }

  override willUpdate(): void {
    if (this.#page.scriptName === CHAT) this.#late.begin("chat");
  }

  /** Loads what the first paint does not need after it, in chunks of their own. */
  override firstUpdated(): void {
    const parts = ["timeline", "script", "log"] as const;
    void Promise.all(parts.map((part) => this.#late.load(part))).then(this.#drawn.resolve);
  }

  override render() {
    const { trouble, refused, current, opened, opening } = this.#page;
    return html`
      <sse-header
        role="banner"
        ?sounds=${this.#sound.isOn}
        @streams=${this.#showStreams}
        @script=${this.#toggleScript}
        @sound=${() => this.#sound.toggle()}
        @keys=${() => this.#show("keys")}
        @share=${() => this.#show("share")}
        @present=${togglePresenter}
        @theme=${toggleTheme}
      ></sse-header>
      <div>
        ${
          trouble === undefined
            ? nothing
            : html`<p class="trouble" role="alert">${icons.warning} ${prose(appTexts.trouble[trouble])}</p>`
        }
        ${(["streams", "keys", "step", "breakIt", "share", "browser", "chat"] as const).map((part) => this.#late.alarm(part))}
        ${
          refused === undefined
            ? nothing
            : html`<p class="trouble" role="alert">${icons.warning} ${prose(refused)}</p>`
        }
        ${
          opening === undefined
            ? nothing
            : html`<label class="opened">${appTexts.opened.opening} <progress .value=${opening}></progress></label>`
        }
        ${current && opened !== undefined ? this.#openedRun(current.run.setup, opened) : nothing}
        <sse-path @break-it=${this.#breakIt} @browser=${() => this.#show("browser")}></sse-path>
      </div>
      <div class="answer">
        <sse-verdict></sse-verdict>
        <sse-spoken-verdict></sse-spoken-verdict>
        <sse-stream-note></sse-stream-note>
        <sse-timeline>${this.#late.note("timeline")}</sse-timeline>
      </div>
      <main class=${this.stepping ? "covered" : ""}>
        <sse-script ?open=${this.scriptOpen} @close=${this.#toggleScript}>${this.#late.note("script")}</sse-script>
        ${
          this.scriptOpen
            ? html`<button class="scrim" aria-label=${CLOSE} @click=${this.#toggleScript}></button>`
            : nothing
        }
        ${this.#tabs()}
        ${LANES.map((lane) => html`<sse-lane name=${lane} ?chosen=${lane === this.tab}></sse-lane>`)}
      </main>
      <sse-log
        class=${this.stepping || this.breaking ? "covered" : ""}
        @sentence=${this.#tell}
        @step-through=${({ detail }: CustomEvent<Row | undefined>) => this.#stepThrough(detail)}
        >${this.#late.note("log")}</sse-log
      >
      ${this.#step()}
      ${this.breaking ? html`<sse-break-it @close=${this.#breakIt}></sse-break-it>` : nothing}
      <p class="sentence">${this.sentence}</p>
      <div class="bar"><sse-run-buttons></sse-run-buttons></div>
      <sse-stream-list></sse-stream-list>
      <sse-key-sheet></sse-key-sheet>
      <sse-share></sse-share>
      <sse-this-browser></sse-this-browser>
    `;
  }

  #tabs(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${appTexts.lanes}>
      ${LANES.map(
        (lane) => html`<button
          class="button"
          role="tab"
          aria-selected=${lane === this.tab}
          @click=${() => {
            this.tab = lane;
          }}
        >
          ${sentences.laneTitles[lane]}
        </button>`,
      )}
    </div>`;
  }

  #step(): TemplateResult | typeof nothing {
    if (this.stepping === undefined) return nothing;
    const close = () => {
      this.stepping = undefined;
    };
    return html`<sse-step .row=${this.stepping.row} @close=${close}></sse-step>`;
  }

  /** Opens Step, or closes it. */
  async #stepThrough(row: Row | undefined): Promise<void> {
    if (!(await this.#late.load("step"))) return;
    this.stepping = this.stepping === undefined ? { row } : undefined;
  }

  /** Opens Break it, or closes it. */
  async #breakIt(): Promise<void> {
    this.breaking = !this.breaking && (await this.#late.load("breakIt"));
  }

  #openedRun({ beganAt, browser }: Setup, file: string): TemplateResult {
    const { opened } = appTexts;
    const recorded = new Date(beganAt).toLocaleString();
    return html`<p class="opened" role="status">
      ${prose(opened.file(file))}, ${opened.when(recorded, browser)}
      ${this.#page.isViewer ? nothing : opened.leave}
    </p>`;
  }

  #tell({ detail }: CustomEvent<string>): void {
    this.sentence = prose(detail);
  }

  async #show(dialog: keyof typeof DIALOGS): Promise<void> {
    if (!(await this.#late.load(dialog))) return;
    this.renderRoot.querySelector(DIALOGS[dialog])?.open();
  }

  async #showStreams(): Promise<void> {
    if (!(await this.#late.load("streams"))) return;
    const opener = this.renderRoot.querySelector("sse-header")?.streamButton;
    if (opener) void this.renderRoot.querySelector("sse-stream-list")?.open(opener);
  }

  #toggleScript(): void {
    this.scriptOpen = !this.scriptOpen;
  }
}
customElements.define("sse-app", App);

declare global {
  interface HTMLElementTagNameMap {
    "sse-app": App;
  }
}
