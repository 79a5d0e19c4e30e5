import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { AttemptView } from "../../trace/attempt.ts";
import { bytes, grouped, milliseconds } from "../../trace/figures.ts";
import type { LaneView } from "../../trace/lane.ts";
import { NOISE } from "../../trace/noise.ts";
import { isAt } from "../../trace/pointing.ts";
import type { ArrivedEvent } from "../../trace/reception.ts";
import type { LaneName } from "../../trace/records.ts";
import type { Run } from "../../trace/run.ts";
import { sentences } from "../../trace/sentences.ts";
import { listenForKeys } from "../app/keys.ts";
import { legible } from "../controls/legible.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { PointedController } from "../playground/pointed.ts";
import { CHAT } from "../playground/set-up.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { texts } from "../texts.ts";
import { laneStyles } from "./lane-styles.ts";
import { stateLook } from "./state-look.ts";

/** So many rows are drawn at the most, the newest ones. The trace keeps them all. */
const ROWS = 50;

/** Shows the lane's code. Its other key, which connects it, is the page's. */
const CODE_KEYS: Record<LaneName, string> = { eventsource: "5", fetch: "6" };

/**
 * One client of the run: its state by name, its times, its events with the lag of each.
 * @element sse-lane
 * @attr name `eventsource` or `fetch`
 */
export class Lane extends LitElement {
  static override properties = { name: {}, toolsOpen: { state: true } };
  static override styles = [base, panel, laneStyles];
  declare name: LaneName;
  declare toolsOpen: boolean;
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
    const key = CODE_KEYS[this.name];
    const act = () => this.#toggleTools();
    const keys = [{ key, name: texts.lane.codeKey, act }];
    this.#quiet = listenForKeys(sentences.laneTitles[this.name], keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  override render() {
    const run = this.#page.current?.run;
    const lane = run?.lane(this.name);
    return html`<section aria-label=${sentences.laneTitles[this.name]}>
      <h2>
        ${sentences.laneTitles[this.name]} <small>${this.#request()}</small>
        <span class="grow"></span>
        ${lane === undefined ? nothing : this.#state(lane)} ${this.#buttons()}
      </h2>
      ${this.toolsOpen ? html`<sse-lane-tools name=${this.name}></sse-lane-tools>` : nothing}
      ${
        lane === undefined || lane.attempts.length === 0
          ? html`<p class="note">${texts.lane.waiting}</p>`
          : html`${this.#facts(lane)} ${this.#answer(run)} ${this.#events(lane)}`
      }
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
        title=${connected ? disconnectWhy(key) : connectWhy(key)}
        @click=${() => this.#page.toggle(this.name)}
      >
        ${connected ? disconnect : connect}
      </button>
    </span>`;
  }

  #answer(run: Run | undefined): TemplateResult | typeof nothing {
    if (run?.setup.script.name !== CHAT) return nothing;
    void import("../chat/answer.ts"); // no other run has one
    return html`<sse-answer name=${this.name}></sse-answer>`;
  }

  #toggleTools(): void {
    this.toolsOpen = !this.toolsOpen;
    void import("./lane-tools.ts"); // nobody has asked for them before
  }

  #state(lane: LaneView): TemplateResult {
    const { icon, tone } = stateLook(lane.state);
    return html`<span class="state ${tone}" role="status" aria-live="off">${icon} ${legible(sentences.laneState(lane.state))}</span>`;
  }

  #facts(lane: LaneView): TemplateResult {
    // A last attempt that was turned away (204) has no times to tell.
    const attempt =
      lane.attempts.findLast(({ announcedAt }) => announcedAt !== null) ?? lane.attempts.at(-1);
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
      at === null ? texts.lane.notYet : milliseconds(at - reception.since);
    const [announced, many] =
      this.name === "fetch" ? [texts.lane.head, true] : [texts.lane.open, false];
    return html`
      ${number > 1 ? fact(texts.lane.attempt, String(number)) : nothing}
      ${fact(announced, since(announcedAt))} ${fact(texts.lane.firstEvent, since(firstEventAt))}
      ${many ? fact(texts.lane.chunks, texts.lane.chunksOf(grouped(chunks.length), bytes(reception.bytes))) : nothing}
    `;
  }

  #events(lane: LaneView): TemplateResult {
    const rows = newest(lane.attempts, ROWS);
    const arrived = lane.attempts.reduce((sum, attempt) => sum + attempt.arrived.length, 0);
    return html`<div class="events" tabindex="0" role="group" aria-label=${texts.lane.events}>
      ${arrived > ROWS ? html`<p class="note">${texts.lane.newest(ROWS, arrived)}</p>` : nothing}
      <table>
        <thead>
          <tr>
            <th scope="col">${texts.lane.type}</th>
            <th scope="col">${texts.lane.id}</th>
            <th scope="col">${texts.lane.data}</th>
            <th scope="col">${texts.lane.lag}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#event(row))}
        </tbody>
      </table>
    </div>`;
  }

  #event({ attempt, index, event }: EventOf): TemplateResult {
    const { type, data, lastEventId } = event;
    const lag = attempt.lag(index);
    const written = attempt.writtenFor(index);
    const own = { kind: "events", lane: this.name, attempt: attempt.number } as const;
    const pointed = this.#pointed;
    const isLit = written !== null && isAt(pointed.at, this.name, attempt.number, written);
    return html`<tr
      aria-current=${isLit ? "true" : nothing}
      @pointerenter=${() =>
        pointed.point(written && { ...own, first: written.number, last: written.number })}
      @pointerleave=${() => pointed.point(null)}
    >
      ${cell("type", type)}
      ${cell("id", lastEventId)}
      ${cell("data", data)}
      <td class=${lag !== null && lag > NOISE ? "held" : ""}>
        ${lag === null ? "" : milliseconds(Math.max(0, lag))}
      </td>
    </tr>`;
  }
}
customElements.define("sse-lane", Lane);

/** An event that arrived: as number `index` of its attempt, from 0. */
type EventOf = { attempt: AttemptView; index: number; event: ArrivedEvent };

/** The last `most` events, in their order. Costs no more than these, however many there were. */
function newest(attempts: readonly AttemptView[], most: number): EventOf[] {
  const found: EventOf[] = [];
  for (const attempt of attempts.toReversed()) {
    for (let index = attempt.arrived.length - 1; index >= 0; index--) {
      const event = attempt.arrived[index];
      if (event === undefined || found.length === most) break;
      found.push({ attempt, index, event });
    }
  }
  return found.reverse();
}

function cell(field: "type" | "id" | "data", text: string): TemplateResult {
  const shown = legible(text);
  return html`<td class=${field} title=${shown}>${shown}</td>`;
}
