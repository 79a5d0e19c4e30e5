/** Goes through a recorded stream as the parser did, a step at a time, forward and back. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { sentence, title } from "../../trace/en/parser-step.ts";
import { parserSteps } from "../../trace/en/standard.ts";
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
import type { LaneName } from "../../trace/run/records.ts";
import type { Run } from "../../trace/run/run.ts";
import { closeButton } from "../controls/buttons.ts";
import { drawStep } from "../controls/draw-step.ts";
import { glyphStyles } from "../controls/glyphs.ts";
import { menu } from "../controls/menu.ts";
import { Overlay } from "../controls/overlay.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { KeysController } from "../keys/keys.ts";
import { followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";
import { fieldStyles } from "../styles/fields.ts";
import { panel } from "../styles/panel.ts";
import { bytesList } from "./bytes-list.ts";
import { bytesStyles } from "./bytes-styles.ts";
import { moveOf, movesBar, namedKeys } from "./moves-bar.ts";
import { stateStyles } from "./state-styles.ts";
import { eventList, lineTable, stateTable } from "./state-table.ts";
import { stepStyles } from "./step-styles.ts";
import { stepTexts } from "./step-texts.ts";

/**
 * @attr lane whose stream to begin with, where no row says
 * @fires close when somebody is done with it
 */
export class StepView extends LitElement {
  static override properties = { row: { attribute: false }, lane: {}, step: { state: true } };
  static override styles = [
    base,
    panel,
    glyphStyles,
    fieldStyles,
    bytesStyles,
    stateStyles,
    stepStyles,
  ];
  declare row: Row | undefined;
  declare lane: LaneName | undefined;
  declare step: number;
  readonly #page = followPage(this);
  readonly #overlay = new Overlay(this);
  #parsing: Parsing | undefined;

  constructor() {
    super();
    this.step = 0;
    this.addEventListener("keydown", this.#press);
    new KeysController(this, () => ({ where: stepTexts.keys, keys: namedKeys }));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const run = this.#page.current?.run;
    const spot = changed.has("row") && run && this.row ? spotOf(this.row, run) : null;
    const first = this.lane && { lane: this.lane, attempt: 1 };
    if (run !== undefined) this.#read(run, spot?.stream ?? this.#parsing?.stream ?? first);
    if (spot !== null && this.#parsing) this.step = stepAt(this.#parsing, spot);
  }

  override render() {
    return html`<section role="dialog" aria-label=${stepTexts.title} tabindex="-1">
      <h2>
        ${stepTexts.title} ${this.#streams()} ${this.#state()}
        <span class="grow"></span>
        ${closeButton(this.#overlay.close, stepTexts.close)}
      </h2>
      ${this.#parsing === undefined ? html`<p>${stepTexts.nothing}</p>` : this.#draw(this.#parsing)}
    </section>`;
  }

  /** Keeps the current line where it is, so that the stream goes past it. */
  override updated(): void {
    const list = this.renderRoot.querySelector<HTMLElement>(".bytes-list");
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (!list) return;
    const top = current ? current.offsetTop + current.offsetHeight / 2 : 0;
    list.scrollTop = top - list.clientHeight / 2;
  }

  #read(run: Run, wanted: StreamName | undefined): void {
    const streams = recordedStreams(run);
    const stream = streams.find((one) => wanted && isSame(one, wanted)) ?? streams[0];
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
    const choose = (stream: StreamName) => {
      this.#read(run, stream);
      this.requestUpdate();
    };
    const chosen = streams.find((one) => isSame(one, shown)) ?? shown;
    const look = { label: stepTexts.stream, title: stepTexts.streamOf[shown.lane] };
    return menu(streams, stepTexts.streamName, chosen, choose, look);
  }

  #state(): TemplateResult | typeof nothing {
    const parsing = this.#parsing;
    if (parsing === undefined) return nothing;
    if (parsing.isBroken) return html`<small>${icons.warning} ${stepTexts.broken}</small>`;
    if (parsing.isFull) return html`<small>${icons.warning} ${stepTexts.full}</small>`;
    if (parsing.isGrowing)
      return html`<small class="growing">${icons.live} ${stepTexts.growing}</small>`;
    return html`<small class="detail">${stepTexts.streamOf[parsing.stream.lane]}</small>`;
  }

  #draw(parsing: Parsing): TemplateResult {
    const at = this.step;
    const before = parsing.state(at - 1);
    const after = parsing.state(at);
    return html`${movesBar(parsing, at, (to) => this.#go(to))}
      <div class="parts">
        <div class="bytes-list" role="group" aria-label=${stepTexts.bytes} tabindex="0">
          ${bytesList(parsing, at)}
        </div>
        <div class="held">
          ${sayStep(parsing, parsing.step(at), before)}
          ${lineTable(parsing, at)} ${stateTable(before, after)}
        </div>
        <div class="dispatched" role="group" aria-label=${stepTexts.dispatched(after.dispatched)}>
          <h3>${stepTexts.dispatched(after.dispatched)}</h3>
          ${eventList(parsing, at)}
        </div>
      </div>`;
  }

  #go(to: number): void {
    this.step = to;
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveOf(event.key);
    const [target] = event.composedPath();
    if (move === undefined || !this.#parsing || target instanceof HTMLSelectElement) return;
    const to = moved(this.#parsing, this.step, move);
    if (to === this.step && event.key.startsWith("Page")) return; // a step of a lesson knows these keys too
    this.#go(to);
    event.preventDefault();
    event.stopPropagation();
  }
}
customElements.define("sse-step", StepView);

function isSame(one: StreamName, other: StreamName): boolean {
  return one.lane === other.lane && one.attempt === other.attempt;
}

function sayStep(parsing: Parsing, step: ParserStep | undefined, before: ParserState) {
  const { lastEventId } = before;
  const edge = step ? parsing.body.slice(Math.max(step.did.end - 3, 0), step.did.end) : null;
  const cut = edge === null ? 0 : begunAtEnd(edge);
  const said =
    step !== undefined
      ? sentence(step, before, cut)
      : lastEventId === ""
        ? stepTexts.startSentence
        : stepTexts.startWithId(lastEventId);
  return html`<div class="said">
    <h3>${step === undefined ? stepTexts.startTitle : title(step)}</h3>
    <p role="status">${prose(said)}</p>
    ${drawStep(step === undefined ? initialized : parserSteps[step.did.kind])}
  </div>`;
}
