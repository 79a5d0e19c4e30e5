/** Shows one client of the run: its state by name, its times, its events with the lag of each. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { bytes, grouped, milliseconds } from "../../trace/en/figures.ts";
import { laneStateSentence } from "../../trace/en/lane-state.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import type { AttemptView } from "../../trace/run/attempt.ts";
import { isEventStream } from "../../trace/run/head.ts";
import type { LaneView } from "../../trace/run/lane.ts";
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { enlargeButton, keyButton } from "../controls/buttons.ts";
import { withKey } from "../controls/by-hand.ts";
import { FollowEnd } from "../controls/follow-end.ts";
import { legible } from "../controls/legible.ts";
import "../controls/term.ts";
import { stateLook } from "../controls/state-look.ts";
import type { Term } from "../controls/terms.ts";
import { KeysController } from "../keys/keys.ts";
import { follow, followPage } from "../playground/follow.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { pointed } from "../playground/pointed.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { facts, pane, panel } from "../styles/panel.ts";
import type { attemptHeads } from "./attempt-heads.ts";
import { drawEvents } from "./draw-events.ts";
import { laneStyles } from "./lane-styles.ts";
import { laneTexts } from "./lane-texts.ts";

/** The key that connects a lane is the page's. */
const CODE_KEYS: Record<LaneName, string> = { eventsource: "5", fetch: "6" };
const COMES_BACK_KEYS: Record<LaneName, string> = { eventsource: "7", fetch: "8" };

/**
 * @attr name `eventsource` or `fetch`
 * @attr large whether it is shown alone
 * @fires enlarge when it is to be shown alone, or with the others again
 */
export class Lane extends LitElement {
  static override properties = {
    name: {},
    large: { type: Boolean },
    toolsOpen: { state: true },
    heads: { state: true },
  };
  static override styles = [base, pane, panel, facts, laneStyles];
  declare name: LaneName;
  declare large: boolean;
  declare toolsOpen: boolean;
  /** It tells of attempts; a chunk of its own, since a first one that goes well needs none. */
  declare heads: typeof attemptHeads | undefined;
  readonly #page = followPage(this);
  readonly #pointed = follow(this, pointed);
  readonly #end = new FollowEnd(this, () => this.#scroller);
  #run: Run | undefined;
  #table: Element | undefined;

  constructor() {
    super();
    this.toolsOpen = false;
    const { codeKey, comesBackKey } = laneTexts;
    new KeysController(this, () => {
      const [code, again] = [CODE_KEYS[this.name], COMES_BACK_KEYS[this.name]];
      const ofCode = { key: code, name: codeKey, act: () => this.#toggleTools() };
      const ofAgain = { key: again, name: comesBackKey, act: () => this.#toggleComesBack() };
      const keys = this.#page.isViewer ? [ofCode] : [ofCode, ofAgain];
      return { where: laneTitles[this.name], keys };
    });
  }

  override render() {
    const { current } = this.#page;
    const lane = current?.run.lane(this.name);
    const hasAsked = lane !== undefined && lane.attempts.length > 0;
    return html`<section aria-label=${laneTitles[this.name]}>
      <h2>
        ${laneTitles[this.name]} <small><span>${this.#request()}</span></small>
        <span class="grow"></span>
        ${lane === undefined ? nothing : this.#state(lane)} ${this.#buttons()}
        ${enlargeButton(this, laneTitles[this.name], this.large)}
      </h2>
      ${this.toolsOpen ? html`<sse-lane-tools name=${this.name}></sse-lane-tools>` : nothing}
      <div class="facts">
        ${hasAsked ? this.#facts(lane) : html`<p>${laneTexts.waiting(playgroundTexts.begin(this.#page.scriptName))}</p>`} ${this.#comesBack()}
      </div>
      ${current && hasAsked ? (this.#answer(current.run) ?? drawEvents(current, lane, this.#pointed, this.#heads(lane), this.#end.scrolled)) : nothing}
    </section>`;
  }

  /** The newest event stays in view, until somebody looks back. */
  override updated(): void {
    const { run } = this.#page.current ?? {};
    if (run !== this.#run) this.#end.follows = true;
    this.#run = run;
    const table = this.#scroller?.lastElementChild ?? undefined;
    if (table === this.#table) return;
    this.#table = table;
    this.#end.content(table);
  }

  get #scroller(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(".events") ?? undefined;
  }

  #request(): string {
    const { scriptName, edited } = this.#page;
    if (scriptName === CHAT) return this.name === "fetch" ? "POST /api/chat" : "GET /api/chat…";
    if (this.name === "fetch") return "POST /api/sse";
    return edited === undefined ? `GET /api/sse/${scriptName}` : laneTexts.twoSteps;
  }

  #buttons(): TemplateResult {
    const connected = this.#page.isLaneConnected(this.name);
    const key = this.name === "fetch" ? "2" : "1";
    const { connect, connectWhy, disconnect, disconnectWhy } = laneTexts;
    const isFaulty = !connected && this.#page.edited?.faulty;
    const codeKey = CODE_KEYS[this.name];
    const code = { key: codeKey, why: laneTexts.codeWhy, expanded: this.toolsOpen };
    return html`<span class="buttons">
      ${keyButton(laneTexts.code, { ...code, kind: "button small", act: () => this.#toggleTools() })}
      <button
        class="button small connect"
        aria-keyshortcuts=${key}
        ?disabled=${isFaulty}
        title=${isFaulty ? playgroundTexts.faulty : withKey(connected ? disconnectWhy : connectWhy, key)}
        @click=${() => this.#page.toggle(this.name)}
      >
        ${connected ? disconnect : connect}
      </button>
    </span>`;
  }

  /** A chat model's answer, whose tokens are its events. The element is the chat's; the app loads it. */
  #answer(run: Run | undefined): TemplateResult | undefined {
    if (run?.setup.script.name !== CHAT) return undefined;
    return html`<sse-answer name=${this.name}></sse-answer>`;
  }

  #toggleTools(): void {
    this.toolsOpen = !this.toolsOpen;
    void import("./lane-tools.ts"); // nobody has asked for them before
  }

  #comesBack(): TemplateResult {
    return keyButton(laneTexts.comesBack, {
      kind: "button small connect",
      pressed: this.#page.clients[this.name].comesBack,
      key: COMES_BACK_KEYS[this.name],
      why: laneTexts.comesBackWhy[this.name],
      act: () => this.#toggleComesBack(),
    });
  }

  #toggleComesBack(): void {
    const { comesBack } = this.#page.clients[this.name];
    this.#page.chooseClient(this.name, { comesBack: !comesBack });
  }

  #state({ state }: LaneView): TemplateResult {
    const { icon, tone } = stateLook(state);
    const said = legible(laneStateSentence(state, this.name, this.#page.current?.now ?? 0));
    const [, name = said, readyState = "", why = ""] =
      /^(\w+)( \(readyState \d\))(.*)$/s.exec(said) ?? [];
    return html`<span class="state ${tone}" role="status" aria-live="off" title=${said}>
      ${icon} <span>${name}<span class=${why === "" ? nothing : "ready-state"}>${readyState.replace("e ", "e\u00a0")}</span>${why}</span>
    </span>`;
  }

  #facts(lane: LaneView): TemplateResult {
    // A last attempt that was turned away (204) has no times to tell.
    const isStream = ({ announcedAt, head }: AttemptView) =>
      announcedAt !== null && (head === null || isEventStream(head));
    const attempt = lane.attempts.findLast(isStream) ?? lane.attempts.at(-1);
    const fact = (name: string, value: string, term?: Term) =>
      html`<div><dt>${term === undefined ? name : html`<sse-term name=${term}>${name}</sse-term>`}</dt><dd>${value}</dd></div>`;
    return html`<dl>
      ${attempt === undefined ? nothing : this.#times(attempt, fact)}
      ${
        lane.reconnectionTime === null
          ? nothing
          : fact(
              laneTexts.reconnectionTime,
              milliseconds(lane.reconnectionTime),
              "reconnection-time",
            )
      }
      ${fact(laneTexts.lastId, legible(lane.lastEventId) || laneTexts.none, "last-id")}
    </dl>`;
  }

  #times(
    { reception, announcedAt, firstEventAt, chunks, number }: AttemptView,
    fact: (name: string, value: string, term?: Term) => TemplateResult,
  ): TemplateResult {
    const since = (at: number | null) =>
      at === null ? laneTexts.notYet : milliseconds(at - (reception.askedAt ?? reception.since));
    const [announced, many] =
      this.name === "fetch" ? [laneTexts.head, true] : [laneTexts.open, false];
    return html`
      ${number > 1 ? fact(laneTexts.attempt, String(number)) : nothing}
      ${fact(announced, since(announcedAt))} ${fact(laneTexts.firstEvent, since(firstEventAt))}
      ${many ? fact(laneTexts.chunks, laneTexts.chunksOf(grouped(chunks.length), bytes(reception.bytes)), "chunk") : nothing}
    `;
  }

  /** Tells of each attempt, once there is more to tell than its events. */
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
