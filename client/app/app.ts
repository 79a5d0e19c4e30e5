/** The page: which part stands where, and the keys. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { strangerOf } from "../../trace/run/passing.ts";
import "../header/header.ts";
import "../header/run-buttons.ts";
import "../path/path.ts";
import type { Moment } from "../../lessons/moments.ts";
import type { Row } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { CLOSE } from "../controls/buttons.ts";
import { prose } from "../controls/prose.ts";
import type { Header } from "../header/header.ts";
import type { StreamList } from "../header/stream-list.ts";
import "../lanes/lane.ts";
import type { Lane } from "../lanes/lane.ts";
import type { ProtocolLog } from "../log/log.ts";
import { asking } from "../playground/asking.ts";
import { follow, followPage } from "../playground/follow.ts";
import { type Looked, learning } from "../playground/learning.ts";
import { togglePresenter } from "../playground/presenter.ts";
import { CHAT } from "../playground/set-up.ts";
import { Sound } from "../sound/sound.ts";
import { base } from "../styles/base.ts";
import "../verdict/verdict.ts";
import { ANYWHERE, KeysController } from "../keys/keys.ts";
import type { Route } from "../learn/all-lessons.ts";
import { appStyles } from "./app-styles.ts";
import { appTexts } from "./app-texts.ts";
import { Borders } from "./borders.ts";
import { LateParts, loadChat } from "./late-parts.ts";
import { drawNotices, drawStale } from "./notices.ts";
import { pageKeys } from "./page-keys.ts";
import { nextPane, type Pane } from "./panes.ts";
import { startTheme, toggleTheme } from "./theme.ts";

const DIALOGS = {
  keys: "sse-key-sheet",
  share: "sse-share",
  browser: "sse-this-browser",
  lessons: "sse-lesson-list",
} as const;

export class App extends LitElement {
  static override properties = {
    tab: { state: true },
    scriptOpen: { state: true },
    sentence: { state: true },
    stepping: { state: true },
    large: { reflect: true },
    breaking: { type: Boolean, reflect: true },
    learning: { type: Boolean, reflect: true },
    uses: { reflect: true },
    ran: { type: Boolean, reflect: true },
    route: { state: true },
    yours: { reflect: true },
  };
  static override styles = [base, appStyles];
  declare tab: LaneName;
  /** The script's drawer, where the script is a drawer. */
  declare scriptOpen: boolean;
  /** The log tells what its selected row means: the one sentence of presenter mode. */
  declare sentence: unknown;
  /** Step is open, at this row of the log. */
  declare stepping: { row: Row | undefined } | undefined;
  declare large: Pane | undefined;
  declare breaking: boolean;
  /** A step of a lesson has its place, and uses these parts beside that. */
  declare learning: boolean;
  declare uses: string;
  /** Whether the run that the step is about has begun. */
  declare ran: boolean;
  /** The way through the lessons that was chosen. */
  declare route: Route;
  /** "Your stream" is open in the place of path and lanes: its list, or one of the list. */
  declare yours: "list" | "one" | undefined;
  readonly #page = followPage(this);
  readonly #learning = follow(this, learning);
  readonly #late = new LateParts(this);
  readonly #sound = new Sound(this);
  readonly #borders = new Borders(this);
  #place = this.#learning.at;
  readonly #drawn = Promise.withResolvers<unknown>();
  /** Settles once every part of the page is there, or could not be loaded. */
  readonly ready: Promise<unknown> = this.#drawn.promise;

  constructor() {
    super();
    this.tab = "eventsource";
    this.scriptOpen = false;
    this.breaking = false;
    this.ran = false;
    this.route = "everything";
    this.#page.loadChat = loadChat;
    follow(this, asking);
    const parts = {
      toggleScript: () => this.#toggleScript(),
      closeScript: () => {
        if (this.large === undefined) this.scriptOpen = false;
        this.#enlarge(undefined);
      },
      enlargeNext: () => this.yours === undefined && this.#enlarge(nextPane(this.large)), // no lanes there
      setBack: () => this.#setBack(),
      toggleSound: () => this.#sound.toggle(),
      show: (dialog: keyof typeof DIALOGS) => void this.#show(dialog),
      stepThrough: () => this.#stepThrough(undefined),
      breakIt: () => this.#breakIt(),
      learn: () => this.#learn(),
      playMoment: (moment: Moment) => void this.#playMoment(moment),
      yourStream: () => this.#yourStream(),
    };
    new KeysController(this, () => ({ where: ANYWHERE, keys: pageKeys(this.#page, parts) }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    startTheme();
    this.#learning.addEventListener("show", ({ detail }: CustomEventInit<Looked>) => {
      if (detail?.at === "parser" && this.stepping === undefined) void this.#stepThrough(undefined);
    });
  }

  override willUpdate(): void {
    const { current } = this.#page;
    const wasYours = this.yours;
    if (current !== undefined && strangerOf(current.run) !== undefined) this.yours = "one";
    else if (this.yours !== undefined) this.yours = current === undefined ? "list" : undefined;
    else if (asking.isOpen && current === undefined) this.yours = "list"; // a link says so
    if (this.yours !== undefined) this.#late.begin("yourStream");
    if (this.#page.scriptName === CHAT) this.#late.begin("chat");
    if (this.#place !== this.#learning.at) this.#uncover();
    this.learning = this.#learning.isOpen;
    this.uses = this.#learning.uses.join(" ");
    this.ran = this.#learning.hasRun;
    if (this.learning) {
      this.#late.begin("lesson");
      this.yours = undefined;
      this.large = undefined;
      this.scriptOpen = false;
    }
    if (wasYours !== undefined && this.yours === undefined) asking.open(false);
  }

  override firstUpdated(): void {
    const parts = ["timeline", "script", "log"] as const;
    void Promise.all(parts.map((part) => this.#late.load(part))).then(this.#drawn.resolve);
    this.#late.begin("splitters");
  }

  override render() {
    return html`
      <sse-header
        role="banner"
        .sounds=${this.#sound.isOn}
        ?learning=${this.learning}
        @streams=${this.#showStreams}
        @script=${this.#toggleScript}
        @sound=${() => this.#sound.toggle()}
        @keys=${() => this.#show("keys")}
        @learn=${() => this.#learn()}
        @yours=${this.#yourStream}
        @share=${() => this.#show("share")}
        @present=${togglePresenter}
        @theme=${toggleTheme}
      ></sse-header>
      <div>
        ${this.#late.alarms()} ${drawNotices(this.#page)}
        ${this.yours && !this.#page.isViewer ? html`<sse-your-stream @close=${this.#yourStream}></sse-your-stream>` : nothing}
        <sse-path @break-it=${this.#breakIt} @browser=${() => this.#show("browser")}></sse-path>
      </div>
      <div class="answer ${this.#page.isStale ? "stale" : ""}">
        ${this.yours === undefined ? drawStale(this.#page) : nothing}
        <sse-verdict></sse-verdict>
        <sse-spoken-verdict></sse-spoken-verdict>
        ${this.yours === "one" ? html`<sse-where-to-change></sse-where-to-change>` : nothing}
        <sse-stream-note></sse-stream-note>
        <sse-timeline>${this.#late.note("timeline")}</sse-timeline>
      </div>
      <main class=${this.stepping ? "covered" : ""}>
        <sse-script
          class=${this.#learning.pointsAt === "script" ? "pointed" : ""}
          ?open=${this.scriptOpen}
          ?large=${this.large === "script"}
          @close=${this.#toggleScript}
          @enlarge=${() => this.#toggleLarge("script")}
        >${this.#late.note("script")}</sse-script>
        ${this.#borders.draw("script", "x")}
        ${
          this.scriptOpen
            ? html`<button class="scrim" aria-label=${CLOSE} @click=${this.#toggleScript}></button>`
            : nothing
        }
        ${this.#tabs()}
        ${LANES.map(
          (lane, index) => html`${index === 0 ? nothing : this.#borders.draw("lane", "x")}
            <sse-lane
              name=${lane}
              ?chosen=${lane === this.tab}
              class=${this.#learning.pointsAt === lane ? "pointed" : ""}
              ?large=${this.large === lane}
              @enlarge=${() => this.#toggleLarge(lane)}
            ></sse-lane>`,
        )}
      </main>
      <sse-log
        class="${this.stepping || this.breaking ? "covered" : ""} ${this.#learning.pointsAt === "log" ? "pointed" : ""}"
        ?large=${this.large === "log"}
        @enlarge=${() => this.#toggleLarge("log")}
        @sentence=${({ detail }: CustomEvent<string>) => {
          this.sentence = prose(detail);
        }}
        @step-through=${({ detail }: CustomEvent<Row | undefined>) => this.#stepThrough(detail)}
        >${this.#late.note("log")}</sse-log
      >
      ${this.#borders.draw("log", "y")}
      ${
        this.learning
          ? html`<sse-lesson route=${this.route} @list=${() => this.#show("lessons")}></sse-lesson>`
          : nothing
      }
      ${this.#step()}
      ${this.breaking ? html`<sse-break-it @close=${this.#breakIt}></sse-break-it>` : nothing}
      <p class="sentence">${this.sentence}</p>
      <div class="bar"><sse-run-buttons></sse-run-buttons></div>
      <sse-stream-list></sse-stream-list>
      <sse-key-sheet></sse-key-sheet>
      <sse-share></sse-share>
      <sse-this-browser></sse-this-browser>
      <sse-lesson-list @route=${({ detail }: CustomEvent<Route>) => {
        this.route = detail;
      }}></sse-lesson-list>
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
          ${laneTitles[lane]}
        </button>`,
      )}
    </div>`;
  }

  #step(): TemplateResult | typeof nothing {
    if (this.stepping === undefined) return nothing;
    const close = () => {
      this.stepping = undefined;
    };
    const { isOpen, uses } = this.#learning;
    const lane = isOpen && !uses.includes("eventsource") ? "fetch" : nothing;
    return html`<sse-step .row=${this.stepping.row} lane=${lane} @close=${close}></sse-step>`;
  }

  #toggleLarge(pane: Pane): void {
    this.#enlarge(this.large === pane ? undefined : pane);
  }

  /** Shows one part large; `undefined`: all of them as they were. */
  #enlarge(pane: Pane | undefined): void {
    if (this.learning && pane !== undefined) this.#learning.toggleAside(); // a step has no room for it
    this.large = pane;
    this.scriptOpen = pane === "script" || (pane === undefined && this.scriptOpen);
    if (pane === "eventsource" || pane === "fetch") this.tab = pane;
  }

  /** Sets back what people chose and moved, so that the next may begin as the first did. */
  #setBack(): void {
    this.large = undefined;
    this.scriptOpen = false;
    this.stepping = undefined;
    this.breaking = false;
    this.#learning.go(undefined);
    this.yours = undefined;
    asking.setUp(null);
    this.tab = "eventsource";
    this.#borders.setBack();
    this.renderRoot.querySelector<ProtocolLog>("sse-log")?.setBack?.();
    if (!this.#page.isViewer) this.#page.setBack(); // a saved file keeps its one run
  }

  /** Opens the list of lessons; in a lesson it leads out to the whole instrument, and back. */
  #learn(): void {
    if (this.#learning.at === undefined) void this.#show("lessons");
    else this.#learning.toggleAside();
  }

  async #playMoment(moment: Moment): Promise<void> {
    if (this.learning) this.#learning.toggleAside();
    const { playMoment } = await import("../learn/play-moment.ts");
    await playMoment(moment, this.#page);
  }

  /** Another step of a lesson begins uncovered. */
  #uncover(): void {
    this.#place = this.#learning.at;
    this.stepping = undefined;
    this.breaking = false;
    for (const lane of this.renderRoot.querySelectorAll<Lane>("sse-lane")) lane.toolsOpen = false;
  }

  async #stepThrough(row: Row | undefined): Promise<void> {
    if (!(await this.#late.load("step"))) return;
    this.stepping = this.stepping === undefined ? { row } : undefined;
    if (this.stepping) this.#learning.saw({ at: "parser" });
  }

  async #yourStream(): Promise<void> {
    const isOpen = this.yours !== undefined;
    if (!isOpen && !(await this.#late.load("yourStream"))) return;
    this.stepping = undefined;
    this.breaking = false;
    this.large = undefined;
    if (!isOpen) this.#learning.go(undefined);
    if (isOpen) asking.open(false);
    this.#page.watch(undefined);
    this.yours = isOpen ? undefined : "list";
  }

  async #breakIt(): Promise<void> {
    this.breaking = !this.breaking && (await this.#late.load("breakIt"));
  }

  async #show(dialog: keyof typeof DIALOGS): Promise<void> {
    if (!(await this.#late.load(dialog))) return;
    this.renderRoot.querySelector<Element & { open(): void }>(DIALOGS[dialog])?.open();
  }

  async #showStreams(): Promise<void> {
    if (!(await this.#late.load("streams"))) return;
    const opener = this.renderRoot.querySelector<Header>("sse-header")?.streamButton;
    if (opener) void this.renderRoot.querySelector<StreamList>("sse-stream-list")?.open(opener);
  }

  #toggleScript(): void {
    this.scriptOpen = !this.scriptOpen && !this.learning; // a step shows it where it uses it
  }
}
customElements.define("sse-app", App);

declare global {
  interface HTMLElementTagNameMap {
    "sse-app": App;
  }
}
