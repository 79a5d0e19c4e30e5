/**
 * Says what goes wrong in real life, at the press of a button while a stream runs: for each mishap it says what both
 * clients will do, and for those that were pressed, whether they did.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { laneStateSentence } from "../../trace/en/lane-state.ts";
import { laneTitles } from "../../trace/en/lane-titles.ts";
import { predictionSentence } from "../../trace/en/prediction.ts";
import type { Mishap } from "../../trace/faults/predictions.ts";
import { isStalled } from "../../trace/faults/pressed.ts";
import { LANES } from "../../trace/run/lanes.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { readPresenter } from "../connections/presenter.ts";
import { closeButton } from "../controls/buttons.ts";
import { legible } from "../controls/legible.ts";
import { Overlay } from "../controls/overlay.ts";
import { prose } from "../controls/prose.ts";
import { drawSwitch } from "../controls/segmented.ts";
import { stateLook } from "../controls/state-look.ts";
import { icons } from "../icons.ts";
import { followPage } from "../playground/follow.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { breakItStyles } from "./break-it-styles.ts";
import { breakItTexts } from "./break-it-texts.ts";
import { drawPress } from "./history.ts";
import { isForAll, type MishapRow, mishapRows, type RowName } from "./mishaps.ts";
import { foretell, press, pressesIn } from "./presses.ts";
import { type WhyNot, whyNot, whyNothing } from "./why-not.ts";

/** A stream that never ends by itself, and can be resumed. */
const ENDLESS = "ticker";

const TARGETS = ["both", ...LANES] as const;
type Target = (typeof TARGETS)[number];

/** @fires close when somebody is done with it */
export class BreakIt extends LitElement {
  static override properties = {
    target: { state: true },
    chosen: { state: true },
    isPresenter: { state: true },
    asks: { state: true },
  };
  static override styles = [base, panel, breakItStyles];
  declare target: Target;
  /** Each row has a chosen word; without one it is the first. */
  declare chosen: Readonly<Partial<Record<RowName, string>>>;
  /** Closing the door, which happens to everyone, is the presenter's. */
  declare isPresenter: boolean;
  /** It asks before it closes the door. */
  declare asks: boolean;
  readonly #page = followPage(this);
  readonly #overlay = new Overlay(this);

  constructor() {
    super();
    this.target = "both";
    this.chosen = {};
    this.isPresenter = true;
    this.asks = false;
  }

  override render() {
    const live = this.#page.current;
    return html`<section role="dialog" aria-label=${breakItTexts.title} tabindex="-1">
      <h2>
        ${breakItTexts.title}
        ${live?.isConnected ? html`<span class="offer"><span>${breakItTexts.about}</span></span>` : this.#offer()}
        ${this.#targets()}
        ${closeButton(this.#overlay.close)}
      </h2>
      <div class="body">
        <div class="choice">
          ${this.#table(live)}
        </div>
        ${this.#history(live)}
      </div>
    </section>`;
  }

  override firstUpdated(): void {
    void this.#askWhose();
  }

  #targets(): TemplateResult {
    const choose = (target: Target) => {
      this.target = target;
    };
    return html`<span class="to small">
      <span aria-hidden="true">${breakItTexts.to}</span>
      ${drawSwitch(breakItTexts.to, TARGETS, (one) => breakItTexts.lanes[one], this.target, choose)}
    </span>`;
  }

  #offer(): TemplateResult {
    return html`<span class="offer">
      <span>${breakItTexts.offer}</span>
      <button class="button" @click=${() => this.#page.choose(ENDLESS)}>
        ${icons.play} ${breakItTexts.play(ENDLESS)}
      </button>
    </span>`;
  }

  #table(live: LiveRun | undefined): TemplateResult {
    const stalled = this.#targeted.some((lane) => live && isStalled(live.run.lane(lane)));
    return html`<table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${breakItTexts.press}</span></th>
          ${LANES.map((lane) => html`<th scope="col">${laneTitles[lane]} ${state(live, lane)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${mishapRows(stalled).map((row) => this.#row(row, live))}
      </tbody>
    </table>`;
  }

  #row(row: MishapRow, live: LiveRun | undefined): TemplateResult {
    const words = breakItTexts.rows[row.name];
    const [label, mishap] =
      row.choices.find(([one]) => one === this.chosen[row.name]) ?? row.choices[0];
    const labels = row.choices.map(([one]) => one);
    const choose = (one: string) => {
      this.chosen = { ...this.chosen, [row.name]: one };
    };
    const aimed = isForAll(mishap) ? LANES : this.#targeted;
    const lanes = aimed.filter((lane) => this.#whyNot(mishap, live, lane) === null);
    const [first] = aimed;
    const reason = lanes.length === 0 && first ? this.#whyNot(mishap, live, first) : null;
    const act = () => live && this.#press(mishap, live, lanes);
    if (row.name === "door" && this.asks && reason === null)
      return this.#question(label, act, mishap, live);
    return html`<tr>
      <th scope="row">
        <button
          class="button"
          ?disabled=${reason !== null}
          title=${reason === null ? words.why : breakItTexts.whyNot[reason]}
          @click=${row.name === "door" ? this.#ask : act}
        >
          ${words.name}
        </button>
        ${
          row.choices.length === 1
            ? nothing
            : drawSwitch(words.choice, labels, (one) => one, label, choose)
        }
        ${this.#note(row.name)}
      </th>
      ${LANES.map((lane) => this.#cell(mishap, live, lane, aimed.includes(lane)))}
    </tr>`;
  }

  /** Asks before it acts on everyone. What stands under the pointer then, and has the focus, does no harm. */
  #question(choice: string, act: () => unknown, mishap: Mishap, live: LiveRun | undefined) {
    const { keep, cut } = breakItTexts.doorQuestion;
    const answer = (act: () => unknown) => {
      this.asks = false;
      act();
    };
    return html`<tr>
      <th scope="row" role="rowheader" aria-label=${breakItTexts.rows.door.name}>
        <button class="button keep" @click=${() => answer(() => {})}>${keep}</button>
        <button class="button" @click=${() => answer(act)}>${cut(choice)}</button>
      </th>
      ${LANES.map((lane) => this.#cell(mishap, live, lane, true))}
    </tr>`;
  }

  readonly #ask = async (): Promise<void> => {
    this.asks = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".keep")?.focus();
  };

  #cell(mishap: Mishap, live: LiveRun | undefined, lane: LaneName, isAimed: boolean) {
    const title = laneTitles[lane];
    const not = (word: string) => html`<td class="not"><div data-lane=${title}>${word}</div></td>`;
    if (live === undefined || whyNothing(live, lane) !== null) return not("–"); // said once, above
    const why = this.#whyNot(mishap, live, lane);
    if (why !== null) return not(breakItTexts.whyNot[why]);
    if (!isAimed) return not(breakItTexts.notChosen);
    const foretold = predictionSentence(foretell(mishap, live, lane));
    return html`<td title=${foretold.replaceAll(/[`*]/g, "")}>
      <div data-lane=${title}>${prose(foretold)}</div>
    </td>`;
  }

  #history(live: LiveRun | undefined): TemplateResult {
    const presses = live === undefined ? [] : pressesIn(live.run);
    return html`<div class="history" role="group" aria-label=${breakItTexts.history}>
      <h3>${breakItTexts.history}</h3>
      ${presses.length === 0 ? html`<p class="not">${breakItTexts.nothingPressed}</p>` : nothing}
      <ol aria-live="polite">
        ${presses.map((one) => html`<li>${live && drawPress(one, live.run)}</li>`)}
      </ol>
    </div>`;
  }

  get #targeted(): readonly LaneName[] {
    const { target } = this;
    return target === "both" ? LANES : [target];
  }

  async #press(mishap: Mishap, live: LiveRun, lanes: readonly LaneName[]): Promise<void> {
    const answered = press(mishap, live, lanes);
    this.requestUpdate();
    await answered;
    this.requestUpdate();
  }

  #whyNot(mishap: Mishap, live: LiveRun | undefined, lane: LaneName): WhyNot | null {
    if (mishap.kind === "close-door" && !this.isPresenter) return "presenters";
    return whyNot(mishap, live, lane);
  }

  #note(row: RowName): TemplateResult | typeof nothing {
    const { everyone, presenters, thisPage } = breakItTexts;
    if (row === "door") return html`<small>${this.isPresenter ? everyone : presenters}</small>`;
    return row === "freeze" ? html`<small>${thisPage}</small>` : nothing;
  }

  async #askWhose(): Promise<void> {
    const { isPresenter } = await readPresenter().catch(() => ({ isPresenter: true }));
    this.isPresenter = isPresenter; // without an answer the server says so itself
  }
}
customElements.define("sse-break-it", BreakIt);

function state(live: LiveRun | undefined, lane: LaneName): TemplateResult | typeof nothing {
  if (live === undefined) return nothing;
  const { state } = live.run.lane(lane);
  const { icon, tone } = stateLook(state);
  return html`<span class="state ${tone}">${icon} ${legible(laneStateSentence(state, lane, live.now))}</span>`;
}
