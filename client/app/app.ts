import { html, LitElement, nothing, type TemplateResult } from "lit";
import "../header/header.ts";
import "../header/run-buttons.ts";
import { icons } from "../icons.ts";
import "../lanes/lane.ts";
import "../path/path.ts";
import { sentences } from "../../trace/en/sentences.ts";
import type { Row } from "../../trace/log/row.ts";
import type { LaneName, Setup } from "../../trace/run/records.ts";
import { prose } from "../controls/prose.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { Sound } from "../sound/sound.ts";
import { base } from "../styles/base.ts";
import { texts } from "../texts.ts";
import "../verdict/spoken-verdict.ts";
import "../verdict/verdict.ts";
import { appStyles } from "./app-styles.ts";
import { listenForKeys } from "./keys.ts";
import { LateParts } from "./late-parts.ts";
import { pageKeys } from "./page-keys.ts";
import { startTheme } from "./theme.ts";

const LANES: readonly LaneName[] = ["eventsource", "fetch"];

/** What is opened over the page, and comes late. */
const DIALOGS = {
  keys: "sse-key-sheet",
  share: "sse-share",
  browser: "sse-this-browser",
} as const;

/**
 * The page: which part stands where, and the keys.
 * @element sse-app
 */
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
  /** Whether the parser view is open, and the log's row that it opens at. */
  declare stepping: { row: Row | undefined } | undefined;
  /** Whether the part is open that breaks things. */
  declare breaking: boolean;
  readonly #page = new PlaygroundController(this).playground;
  readonly #late = new LateParts(this);
  readonly #sound = new Sound(this);
  readonly #stand = Promise.withResolvers<unknown>();
  /** Settles once every part of the page stands, or could not be loaded. */
  readonly stands: Promise<unknown> = this.#stand.promise;
  #quiet: (() => void) | undefined;

  constructor() {
    super();
    this.tab = "eventsource";
    this.scriptOpen = false;
    this.sentence = nothing;
    this.stepping = undefined;
    this.breaking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
    const view = {
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
    this.#quiet = listenForKeys(texts.keys.page, pageKeys(this.#page, view));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  /** What the first paint does not need comes after it, in chunks of its own. */
  override firstUpdated(): void {
    const parts = ["timeline", "script", "log"] as const;
    void Promise.all(parts.map((part) => this.#late.load(part))).then(this.#stand.resolve);
  }

  override render() {
    const { trouble, refused, current, opened, opening } = this.#page;
    return html`
      <sse-header
        role="banner"
        ?sounds=${this.#sound.isOn}
        @script=${this.#toggleScript}
        @sound=${() => this.#sound.toggle()}
        @keys=${() => this.#show("keys")}
        @share=${() => this.#show("share")}
      ></sse-header>
      <div>
        ${
          trouble === undefined
            ? nothing
            : html`<p class="trouble" role="alert">${icons.warning} ${prose(texts.trouble[trouble])}</p>`
        }
        ${(["keys", "parser", "faults", "share", "browser"] as const).map((part) => this.#late.alarm(part))}
        ${
          refused === undefined
            ? nothing
            : html`<p class="trouble" role="alert">${icons.warning} ${prose(refused)}</p>`
        }
        ${
          opening === undefined
            ? nothing
            : html`<label class="opened">${texts.opened.opening} <progress .value=${opening}></progress></label>`
        }
        ${current && opened !== undefined ? this.#openedRun(current.run.setup, opened) : nothing}
        <sse-path @faults=${this.#breakIt} @browser=${() => this.#show("browser")}></sse-path>
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
            ? html`<button class="scrim" aria-label=${texts.app.close} @click=${this.#toggleScript}></button>`
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
      ${this.#parserView()}
      ${this.breaking ? html`<sse-faults @close=${this.#breakIt}></sse-faults>` : nothing}
      <p class="sentence">${this.sentence}</p>
      <div class="bar"><sse-run-buttons></sse-run-buttons></div>
      <sse-key-sheet></sse-key-sheet>
      <sse-share></sse-share>
      <sse-this-browser></sse-this-browser>
    `;
  }

  #tabs(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${texts.app.lanes}>
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

  #parserView(): TemplateResult | typeof nothing {
    if (this.stepping === undefined) return nothing;
    const close = () => {
      this.stepping = undefined;
    };
    return html`<sse-parser-view .row=${this.stepping.row} @close=${close}></sse-parser-view>`;
  }

  /** Opens the parser view, or closes it. */
  async #stepThrough(row: Row | undefined): Promise<void> {
    if (!(await this.#late.load("parser"))) return;
    this.stepping = this.stepping === undefined ? { row } : undefined;
  }

  /** Opens the part that breaks things, or closes it. */
  async #breakIt(): Promise<void> {
    this.breaking = !this.breaking && (await this.#late.load("faults"));
  }

  #openedRun({ beganAt, browser }: Setup, file: string): TemplateResult {
    const { opened } = texts;
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
