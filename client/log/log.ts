import { html, LitElement, type TemplateResult } from "lit";
import { Log } from "../../trace/log.ts";
import type { LaneName } from "../../trace/records.ts";
import type { Depth } from "../../trace/row.ts";
import { sentences } from "../../trace/sentences.ts";
import "../controls/segmented.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { texts } from "../texts.ts";
import "./log-rows.ts";
import { logStyles } from "./log-styles.ts";

const LANES: readonly LaneName[] = ["eventsource", "fetch"];
const DEPTHS: readonly Depth[] = ["story", "lines"];

/**
 * The protocol log: both sides of the run in rows, on one clock, each with a sentence.
 * @element sse-log
 * @fires sentence when another row is told of (the selected one, else the latest arrival), or means more than it did: `event.detail` is its
 *   sentence as prose, "" for no row
 */
export class ProtocolLog extends LitElement {
  static override properties = { lanes: { state: true } };
  static override styles = [base, panel, logStyles];
  /** Those whose rows are shown. */
  declare lanes: ReadonlySet<LaneName>;
  readonly #page = new PlaygroundController(this).playground;
  #log: Log | undefined;

  constructor() {
    super();
    this.lanes = new Set(LANES);
  }

  override render() {
    const log = this.#current();
    return html`<section aria-label=${texts.log.title}>
      <h2>
        ${texts.log.title}
        <sse-segmented
          label=${texts.log.depth}
          value=${texts.log.depths[this.#page.depth]}
          .segments=${DEPTHS.map((depth) => ({ value: texts.log.depths[depth], why: "" }))}
          @change=${({ detail }: CustomEvent<string>) => this.#look(detail)}
        ></sse-segmented>
        <span class="chips" role="group" aria-label=${texts.log.lanes}>${LANES.map((lane) => this.#chip(lane))}</span>
        <span class="grow"></span>
        <small>${texts.log.rows(log?.count ?? 0)}</small>
      </h2>
      ${
        log === undefined || log.count === 0
          ? html`<p>${log === undefined ? texts.log.waiting : texts.log.noRows}</p>`
          : html`<sse-log-rows .log=${log} ?names-lanes=${this.lanes.size > 1}></sse-log-rows>`
      }
    </section>`;
  }

  /** The log of the current run as it is looked at, told up to now. */
  #current(): Log | undefined {
    const run = this.#page.current?.run;
    if (run === undefined) return undefined;
    const { depth } = this.#page;
    if (this.#log?.run !== run || this.#log.depth !== depth) {
      this.#log = new Log(run, depth, [...this.lanes]);
    }
    this.#log.read();
    return this.#log;
  }

  #chip(lane: LaneName): TemplateResult {
    return html`<button
      class="chip"
      aria-pressed=${this.lanes.has(lane)}
      @click=${() => this.#toggle(lane)}
    >
      ${sentences.laneTitles[lane]}
    </button>`;
  }

  #toggle(lane: LaneName): void {
    this.lanes = this.lanes.symmetricDifference(new Set([lane]));
    this.#log = undefined;
  }

  #look(label: string): void {
    const depth = DEPTHS.find((candidate) => texts.log.depths[candidate] === label);
    if (depth !== undefined) this.#page.look(depth);
  }
}
customElements.define("sse-log", ProtocolLog);
