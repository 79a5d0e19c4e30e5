import { html, LitElement, nothing, type TemplateResult } from "lit";
import { sentence, title } from "../../trace/en/parser-step.ts";
import { view } from "../../trace/en/parser-view.ts";
import { parserStep } from "../../trace/en/standard.ts";
import { initialized } from "../../trace/en/standard-quotes.ts";
import type { Row } from "../../trace/log/row.ts";
import { spotOf, stepAt } from "../../trace/log/row-spot.ts";
import { begunAtEnd } from "../../trace/log/utf8.ts";
import { moved } from "../../trace/parsing/moves.ts";
import {
  type Parsing,
  parsingOf,
  recordedStreams,
  type StreamName,
} from "../../trace/parsing/parsing.ts";
import type { ParserState, ParserStep } from "../../trace/parsing/steps.ts";
import type { Run } from "../../trace/run/run.ts";
import { PartKeys } from "../app/part-keys.ts";
import { drawStep } from "../controls/draw-step.ts";
import { glyphStyles } from "../controls/glyph-styles.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { fieldStyles } from "../styles/fields.ts";
import { panel } from "../styles/panel.ts";
import { bytesList } from "./bytes-list.ts";
import { bytesStyles } from "./bytes-styles.ts";
import { focused } from "./focused.ts";
import { moveOf, movesBar, namedKeys } from "./moves-bar.ts";
import { parserViewStyles } from "./parser-view-styles.ts";
import { stateStyles } from "./state-styles.ts";
import { eventList, lineTable, stateTable } from "./state-table.ts";

/**
 * Goes through a recorded stream as the parser did, a step at a time, forward and back.
 * @element sse-parser-view
 * @fires close when somebody is done with it
 */
export class ParserView extends LitElement {
  static override properties = { row: { attribute: false }, step: { state: true } };
  static override styles = [
    base,
    panel,
    glyphStyles,
    fieldStyles,
    bytesStyles,
    stateStyles,
    parserViewStyles,
  ];
  /** Where to begin; `undefined`: at the start. */
  declare row: Row | undefined;
  /** How many steps were taken. */
  declare step: number;
  readonly #page = new PlaygroundController(this).playground;
  #parsing: Parsing | undefined;
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    this.step = 0;
    this.addEventListener("keydown", this.#press);
    new PartKeys(this, view.keys, namedKeys);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#opener = focused();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opener?.focus();
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector("section")?.focus();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const run = this.#page.current?.run;
    const spot = changed.has("row") && run && this.row ? spotOf(this.row, run) : null;
    if (run !== undefined) this.#read(run, spot?.stream ?? this.#parsing?.stream);
    if (spot !== null && this.#parsing) this.step = stepAt(this.#parsing, spot);
  }

  override render() {
    return html`<section role="dialog" aria-label=${view.title} tabindex="-1">
      <h2>
        ${view.title} ${this.#streams()} ${this.#state()}
        <span class="grow"></span>
        <button class="button quiet" aria-label=${view.close} title=${view.close} @click=${this.#close}>
          ${icons.close}
        </button>
      </h2>
      ${this.#parsing === undefined ? html`<p>${view.nothing}</p>` : this.#draw(this.#parsing)}
    </section>`;
  }

  /** The current line stays where it is, and the stream goes past it. */
  override updated(): void {
    const list = this.renderRoot.querySelector<HTMLElement>(".bytes-list");
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (!list) return;
    const top = current ? current.offsetTop + current.offsetHeight / 2 : 0;
    list.scrollTop = top - list.clientHeight / 2;
  }

  #read(run: Run, wanted: StreamName | undefined): void {
    const streams = recordedStreams(run);
    const stream =
      streams.find((one) => one.lane === wanted?.lane && one.attempt === wanted.attempt) ??
      streams[0];
    if (stream === undefined) {
      this.#parsing = undefined;
      this.step = 0;
      return;
    }
    if (!this.#parsing?.isOf(run, stream)) {
      this.#parsing = parsingOf(run, stream) ?? undefined;
      this.step = 0;
    }
    this.#parsing?.read();
  }

  #streams(): TemplateResult | typeof nothing {
    const run = this.#page.current?.run;
    if (run === undefined || this.#parsing === undefined) return nothing;
    const { stream: shown } = this.#parsing;
    const streams = recordedStreams(run);
    const choose = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.#read(run, streams[target.selectedIndex]);
      this.requestUpdate();
    };
    return html`<select aria-label=${view.stream} title=${view.streamOf[shown.lane]} @change=${choose}>
      ${streams.map(
        (stream) => html`<option
          .selected=${stream.lane === shown.lane && stream.attempt === shown.attempt}
        >
          ${view.streamName(stream)}
        </option>`,
      )}
    </select>`;
  }

  /** What is to be known of the stream as a whole. */
  #state(): TemplateResult | typeof nothing {
    const parsing = this.#parsing;
    if (parsing === undefined) return nothing;
    if (parsing.isBroken) return html`<small>${icons.warning} ${view.broken}</small>`;
    if (parsing.isFull) return html`<small>${icons.warning} ${view.full}</small>`;
    if (parsing.isGrowing)
      return html`<small class="growing">${icons.live} ${view.growing}</small>`;
    return html`<small class="detail">${view.streamOf[parsing.stream.lane]}</small>`;
  }

  #draw(parsing: Parsing): TemplateResult {
    const at = this.step;
    const before = parsing.state(at - 1);
    const after = parsing.state(at);
    return html`${movesBar(parsing, at, (to) => this.#go(to))}
      <div class="parts">
        <div class="bytes-list" role="group" aria-label=${view.bytes} tabindex="0">
          ${bytesList(parsing, at)}
        </div>
        <div class="held">
          ${sayStep(parsing, parsing.step(at), before)}
          ${lineTable(parsing, at)} ${stateTable(before, after)}
        </div>
        <div class="dispatched" role="group" aria-label=${view.dispatched(after.dispatched)}>
          <h3>${view.dispatched(after.dispatched)}</h3>
          ${eventList(parsing, at)}
        </div>
      </div>`;
  }

  #go(to: number): void {
    this.step = to;
  }

  #close(): void {
    this.dispatchEvent(new Event("close"));
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      this.#close();
    } else {
      const move = moveOf(event.key);
      const [target] = event.composedPath();
      if (move === undefined || !this.#parsing || target instanceof HTMLSelectElement) return;
      this.#go(moved(this.#parsing, this.step, move));
    }
    event.preventDefault();
  }
}
customElements.define("sse-parser-view", ParserView);

/** What the step did: its name, a sentence, and the standard's own words. */
function sayStep(
  parsing: Parsing,
  step: ParserStep | undefined,
  before: ParserState,
): TemplateResult {
  const { lastEventId } = before;
  const edge = step ? parsing.body.slice(Math.max(step.did.end - 3, 0), step.did.end) : null;
  const cut = edge === null ? 0 : begunAtEnd(edge);
  const said =
    step !== undefined
      ? sentence(step, before, cut)
      : lastEventId === ""
        ? view.startSentence
        : view.startWithId(lastEventId);
  return html`<div class="said">
    <h3>${step === undefined ? view.startTitle : title(step)}</h3>
    <p role="status">${prose(said)}</p>
    ${drawStep(step === undefined ? initialized : parserStep(step.did.kind))}
  </div>`;
}
