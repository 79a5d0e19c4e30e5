import { html, LitElement, nothing, type TemplateResult } from "lit";
import { bytes, grouped, milliseconds } from "../../trace/en/figures.ts";
import { sentences } from "../../trace/en/sentences.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import { isEventStream } from "../../trace/run/head.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { listenForKeys } from "../app/keys.ts";
import { legible } from "../controls/legible.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { PointedController } from "../playground/pointed.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { texts } from "../texts.ts";
import type { attemptHeads } from "./attempt-heads.ts";
import { drawEvents } from "./draw-events.ts";
import { laneStyles } from "./lane-styles.ts";
import { stateLook } from "./state-look.ts";

/** Show the lane's code, and let its client come back. Its other key, which connects it, is the page's. */
const CODE_KEYS: Record<LaneName, string> = { eventsource: "5", fetch: "6" };
const COMES_BACK_KEYS: Record<LaneName, string> = { eventsource: "7", fetch: "8" };

/**
 * One client of the run: its state by name, its times, its events with the lag of each.
 * @element sse-lane
 * @attr name `eventsource` or `fetch`
 */
export class Lane extends LitElement {
  static override properties = { name: {}, toolsOpen: { state: true }, heads: { state: true } };
  static override styles = [base, panel, laneStyles];
  declare name: LaneName;
  declare toolsOpen: boolean;
  /** What tells of attempts; a chunk of its own, since a first one that goes well needs none. */
  declare heads: typeof attemptHeads | undefined;
  readonly #page = new PlaygroundController(this).playground;
  readonly #pointed = new PointedController(this).pointed;
  #quiet: (() => void) | undefined;

  constructor() {
    super();
    this.name = "eventsource";
    this.toolsOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { codeKey, comesBackKey } = texts.lane;
    const keys = [
      { key: CODE_KEYS[this.name], name: codeKey, act: () => this.#toggleTools() },
      { key: COMES_BACK_KEYS[this.name], name: comesBackKey, act: () => this.#toggleComesBack() },
    ];
    this.#quiet = listenForKeys(sentences.laneTitles[this.name], keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  override render() {
    const { current } = this.#page;
    const lane = current?.run.lane(this.name);
    const hasAsked = lane !== undefined && lane.attempts.length > 0;
    return html`<section aria-label=${sentences.laneTitles[this.name]}>
      <h2>
        ${sentences.laneTitles[this.name]} <small>${this.#request()}</small>
        <span class="grow"></span>
        ${lane === undefined ? nothing : this.#state(lane)} ${this.#buttons()}
      </h2>
      ${this.toolsOpen ? html`<sse-lane-tools name=${this.name}></sse-lane-tools>` : nothing}
      <div class="facts">
        ${hasAsked ? this.#facts(lane) : html`<p>${texts.lane.waiting}</p>`} ${this.#comesBack()}
      </div>
      ${current && hasAsked ? (this.#answer(current.run) ?? drawEvents(current, lane, this.#pointed, this.#heads(lane))) : nothing}
    </section>`;
  }

  #request(): string {
    const { scriptName, edited } = this.#page;
    if (scriptName === CHAT) return this.name === "fetch" ? "POST /api/chat" : "GET /api/chat…";
    if (this.name === "fetch") return "POST /api/sse";
    return edited === undefined ? `GET /api/sse/${scriptName}` : texts.lane.twoSteps;
  }

  #buttons(): TemplateResult {
    const connected = this.#page.isLaneConnected(this.name);
    const key = this.name === "fetch" ? "2" : "1";
    const { connect, connectWhy, disconnect, disconnectWhy } = texts.lane;
    const isFaulty = !connected && this.#page.edited?.faulty;
    return html`<span class="buttons">
      <button
        class="button small"
        aria-expanded=${this.toolsOpen}
        aria-keyshortcuts=${CODE_KEYS[this.name]}
        title="${texts.lane.codeWhy} (${CODE_KEYS[this.name]})"
        @click=${this.#toggleTools}
      >
        ${texts.lane.code}
      </button>
      <button
        class="button small connect"
        aria-keyshortcuts=${key}
        ?disabled=${isFaulty}
        title=${isFaulty ? texts.header.faulty : connected ? disconnectWhy(key) : connectWhy(key)}
        @click=${() => this.#page.toggle(this.name)}
      >
        ${connected ? disconnect : connect}
      </button>
    </span>`;
  }

  /** A chat model's answer, whose tokens are its events. */
  #answer(run: Run | undefined): TemplateResult | undefined {
    if (run?.setup.script.name !== CHAT) return undefined;
    void import("../chat/answer.ts"); // no other run has one
    return html`<sse-answer name=${this.name}></sse-answer>`;
  }

  #toggleTools(): void {
    this.toolsOpen = !this.toolsOpen;
    void import("./lane-tools.ts"); // nobody has asked for them before
  }

  #comesBack(): TemplateResult {
    const key = COMES_BACK_KEYS[this.name];
    return html`<button
      class="button small connect"
      aria-pressed=${this.#page.clients[this.name].comesBack}
      aria-keyshortcuts=${key}
      title="${texts.lane.comesBackWhy[this.name]} (${key})"
      @click=${this.#toggleComesBack}
    >
      ${texts.lane.comesBack}
    </button>`;
  }

  #toggleComesBack(): void {
    const { comesBack } = this.#page.clients[this.name];
    this.#page.chooseClient(this.name, { comesBack: !comesBack });
  }

  #state({ state }: LaneView): TemplateResult {
    const { icon, tone } = stateLook(state);
    const said = legible(sentences.laneState(state, this.name, this.#page.current?.now ?? 0));
    return html`<span class="state ${tone}" role="status" aria-live="off" title=${said}>
      ${icon} <span>${said}</span>
    </span>`;
  }

  #facts(lane: LaneView): TemplateResult {
    // A last attempt that was turned away (204) has no times to tell.
    const isStream = ({ announcedAt, head }: AttemptView) =>
      announcedAt !== null && (head === null || isEventStream(head));
    const attempt = lane.attempts.findLast(isStream) ?? lane.attempts.at(-1);
    const fact = (name: string, value: string) =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<dl>
      ${attempt === undefined ? nothing : this.#times(attempt, fact)}
      ${
        lane.reconnectionTime === null
          ? nothing
          : fact(texts.lane.reconnectionTime, milliseconds(lane.reconnectionTime))
      }
      ${fact(texts.lane.lastId, legible(lane.lastEventId) || texts.lane.none)}
    </dl>`;
  }

  #times(
    { reception, announcedAt, firstEventAt, chunks, number }: AttemptView,
    fact: (name: string, value: string) => TemplateResult,
  ): TemplateResult {
    const since = (at: number | null) =>
      at === null ? texts.lane.notYet : milliseconds(at - (reception.askedAt ?? reception.since));
    const [announced, many] =
      this.name === "fetch" ? [texts.lane.head, true] : [texts.lane.open, false];
    return html`
      ${number > 1 ? fact(texts.lane.attempt, String(number)) : nothing}
      ${fact(announced, since(announcedAt))} ${fact(texts.lane.firstEvent, since(firstEventAt))}
      ${many ? fact(texts.lane.chunks, texts.lane.chunksOf(grouped(chunks.length), bytes(reception.bytes))) : nothing}
    `;
  }

  /** Draws what tells of each attempt, once there is more to tell than its events. */
  #heads(lane: LaneView): ((attempt: AttemptView) => TemplateResult) | undefined {
    const { state, attempts } = lane;
    const isStory = attempts.length > 1 || "asksAt" in state || stateLook(state).tone === "failed";
    if (!isStory) return undefined;
    if (this.heads === undefined) void this.#loadHeads();
    return this.heads?.(lane, this.#page.current?.client.clients[this.name].comesBack ?? false);
  }

  async #loadHeads(): Promise<void> {
    this.heads = (await import("./attempt-heads.ts")).attemptHeads;
  }
}
customElements.define("sse-lane", Lane);
