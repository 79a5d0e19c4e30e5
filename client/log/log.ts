/** The protocol log: both sides of the run in rows, on one clock, each with a sentence. */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { textColumns } from "../../trace/en/row-text.ts";
import type { Log } from "../../trace/log/log.ts";
import { everyRow, isFiltering, type LogFilter } from "../../trace/log/log-filter.ts";
import type { Depth, Row } from "../../trace/log/row.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { enlargeButton, keyButton } from "../controls/buttons.ts";
import { copy } from "../controls/copy.ts";
import { icons } from "../icons.ts";
import { KeysController } from "../keys/keys.ts";
import "../controls/segmented.ts";
import { drawQueue } from "../playground/draw-queue.ts";
import { followPage } from "../playground/follow.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { pane, panel } from "../styles/panel.ts";
import { logTexts } from "./log-texts.ts";
import "./copy-by-hand.ts";
import { FilterBar } from "./filter-bar.ts";
import { LogReader } from "./log-reader.ts";
import { LogRows } from "./log-rows.ts";
import { logStyles } from "./log-styles.ts";
import "./suspicion.ts";

const DEPTHS: readonly Depth[] = ["story", "lines", "bytes"];

const LANE_KEYS: Record<LaneName, string> = { eventsource: "3", fetch: "4" };

const COPIED = 10_000; // the latest ones

/**
 * @attr large whether it is shown alone
 * @fires enlarge when it is to be shown alone, or with the others again
 * @fires sentence when another row is told of (the selected one, else the latest arrival), or means more than it
 *   did: `event.detail` is its sentence as prose, "" for no row
 * @fires step-through when somebody wants to see what the parser did, `event.detail`: at which row
 */
export class ProtocolLog extends LitElement {
  static override properties = {
    large: { type: Boolean },
    lanes: { state: true },
    filter: { state: true },
    filterOpen: { state: true },
    isPaused: { state: true },
    cleared: { state: true },
    copied: { state: true },
  };
  static override styles = [base, pane, panel, logStyles];
  declare large: boolean;
  declare lanes: ReadonlySet<LaneName>;
  declare filter: LogFilter;
  declare filterOpen: boolean;
  declare isPaused: boolean;
  /** So many records of the run were cleared, and are shown no more. */
  declare cleared: number;
  /** No clipboard took this text: it is copied by hand. */
  declare copied: string;
  readonly #page = followPage(this);
  readonly #reader = new LogReader(() => drawQueue.add(this));
  #log: Log | undefined;

  constructor() {
    super();
    this.lanes = new Set(LANES);
    this.filter = everyRow;
    this.filterOpen = false;
    this.isPaused = false;
    this.cleared = 0;
    this.copied = "";
    const { keyNames: names, title: where } = logTexts;
    const keys = [
      { key: "/", name: names.filter, act: () => void this.#openFilter() },
      { key: "l", name: names.depth, act: () => this.#lookDeeper() },
      ...LANES.map((lane) => ({
        key: LANE_KEYS[lane],
        name: names[lane],
        act: () => this.#toggle(lane),
      })),
      { key: "z", name: names.pause, act: () => this.#pause() },
      { key: "d", name: names.clear, act: () => this.#clear() },
      { key: "y", name: names.copy, act: () => void this.#copy() },
    ];
    new KeysController(this, () => ({ where, keys }));
  }

  override willUpdate(): void {
    const run = this.#page.current?.run;
    if (run !== this.#log?.run) {
      this.isPaused = false;
      this.cleared = 0;
    }
    const { filter, cleared, isPaused } = this;
    const { depth, isGoing } = this.#page;
    const view = { depth, lanes: [...this.lanes], filter, cleared };
    this.#log = run && this.#reader.read(run, view, { isGoing, isPaused });
  }

  override render() {
    const log = this.#log;
    return html`<section aria-label=${logTexts.title}>
      <h2>
        ${logTexts.title}
        <sse-segmented
          label=${logTexts.depth}
          value=${playgroundTexts.depths[this.#page.depth]}
          shortcut="L"
          .segments=${DEPTHS.map((depth) => ({ value: playgroundTexts.depths[depth], why: "" }))}
          @change=${({ detail }: CustomEvent<string>) => this.#look(detail)}
        ></sse-segmented>
        <span class="chips" role="group" aria-label=${logTexts.lanes}>${LANES.map((lane) => this.#chip(lane))}</span>
        <span class="grow"></span>
        ${keyButton(logTexts.step, { kind: "chip small", key: "B", why: logTexts.stepWhy, act: () => this.#stepThrough() })}
        ${this.#tools(log)}
        <small class="count" title=${logTexts.jumps}>${counted(log)}</small>
        ${this.#notKept()} ${enlargeButton(this, logTexts.part, this.large)}
      </h2>
      <sse-filter-bar
        .setup=${log?.run.setup}
        ?hidden=${!this.filterOpen}
        .types=${log?.types ?? []}
        @filter=${({ detail }: CustomEvent<LogFilter>) => {
          this.filter = detail;
        }}
        @close=${() => {
          this.filterOpen = false;
        }}
      ></sse-filter-bar>
      ${
        this.copied === ""
          ? nothing
          : html`<sse-copy-by-hand
              .text=${this.copied}
              @close=${() => {
                this.copied = "";
              }}
            ></sse-copy-by-hand>`
      }
      ${log === undefined || log.rows.length === 0 ? this.#empty(log) : html`<sse-log-rows .log=${log} count=${log.rows.length} ?names-lanes=${this.lanes.size > 1} ?grows=${this.#page.isConnected}></sse-log-rows>`}
    </section>`;
  }

  setBack(): void {
    this.lanes = new Set(LANES);
    this.#filterBar?.clear();
    this.filter = everyRow;
    this.filterOpen = false;
    this.isPaused = false;
    this.cleared = 0;
  }

  #tools(log: Log | undefined): TemplateResult {
    const { pause, resume, clear, unclear, copy, filter } = logTexts;
    const waiting = log?.waiting ?? 0;
    const { isPaused: pressed, filterOpen: expanded } = this;
    const tool = (inside: string, key: string, why: string, act: () => unknown) =>
      keyButton(inside, { kind: "tool small", key, why, act, ...(key === "Z" && { pressed }) });
    return html`<span class="tools">
      ${tool(pressed ? resume(waiting) : pause.name, "Z", pause.why, () => this.#pause())}
      ${tool(this.cleared > 0 ? unclear : clear.name, "D", clear.why, () => this.#clear())}
      ${tool(copy.name, "Y", copy.why, () => this.#copy())}
      ${keyButton(html`${filter.title} <kbd>/</kbd>`, {
        kind: "chip small",
        pressed: isFiltering(this.filter),
        expanded,
        key: "/",
        why: filter.why,
        act: () => {
          this.filterOpen = !expanded;
        },
      })}
    </span>`;
  }

  #chip(lane: LaneName): TemplateResult {
    const title = laneTitles[lane];
    const look = { kind: "chip small", pressed: this.lanes.has(lane), key: LANE_KEYS[lane] };
    return keyButton(title, {
      ...look,
      why: logTexts.laneWhy(title),
      act: () => this.#toggle(lane),
    });
  }

  /** A bound of the server or of this run has dropped them. */
  #notKept(): TemplateResult | typeof nothing {
    const records = this.#log?.run.forgotten ?? 0;
    if (records === 0) return nothing;
    return html`<small title=${logTexts.notKeptWhy}>${icons.warning} ${logTexts.notKept(records)}</small>`;
  }

  #empty(log: Log | undefined): TemplateResult {
    const { waiting, noRows, clearedAll, filter } = logTexts;
    if (log === undefined)
      return html`<p class="note">${waiting(playgroundTexts.begin(this.#page.scriptName))}</p>`;
    if (log.count === 0) return html`<p class="note">${this.cleared > 0 ? clearedAll : noRows}</p>`;
    return html`<p class="note" role="status">
      ${filter.none} <button class="button" @click=${() => this.#filterBar?.clear()}>${filter.clear}</button>
    </p>`;
  }

  async #openFilter(): Promise<void> {
    this.filterOpen = true;
    await this.updateComplete;
    this.#filterBar?.focus();
  }

  get #filterBar(): FilterBar | undefined {
    const bar = this.renderRoot.querySelector("sse-filter-bar");
    return bar instanceof FilterBar ? bar : undefined;
  }

  #pause(): void {
    this.isPaused = !this.isPaused;
  }

  #clear(): void {
    this.cleared = this.cleared > 0 ? 0 : (this.#log?.run.records.length ?? 0);
  }

  async #copy(): Promise<void> {
    if (this.#log === undefined) return;
    const text = textColumns(this.#log.rows.slice(-COPIED), this.#log.run);
    this.copied = (await copy(text)) ? "" : text;
  }

  #stepThrough(): void {
    const rows = this.renderRoot.querySelector("sse-log-rows");
    const detail = rows instanceof LogRows ? rows.selected : undefined;
    const options = { detail, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<Row | undefined>("step-through", options));
  }

  #toggle(lane: LaneName): void {
    this.lanes = this.lanes.symmetricDifference(new Set([lane]));
  }

  #look(label: string): void {
    const depth = DEPTHS.find((candidate) => playgroundTexts.depths[candidate] === label);
    if (depth !== undefined) this.#page.look(depth);
  }

  /** The first depth follows the last. */
  #lookDeeper(): void {
    const next = (DEPTHS.indexOf(this.#page.depth) + 1) % DEPTHS.length;
    this.#page.look(DEPTHS[next] ?? "story");
  }
}
customElements.define("sse-log", ProtocolLog);

function counted(log: Log | undefined): string {
  const { rows, rowsOf } = logTexts;
  if (log === undefined) return rows(0);
  return log.passed === log.count ? rows(log.count) : rowsOf(log.passed, log.count);
}
