import { html, LitElement, nothing, type TemplateResult } from "lit";
import { predictionSentence } from "../../trace/en/prediction.ts";
import { sentences } from "../../trace/en/sentences.ts";
import type { Mishap } from "../../trace/faults/predictions.ts";
import { isStalled } from "../../trace/faults/pressed.ts";
import type { LaneName } from "../../trace/run/records.ts";
import { readPresenter } from "../connections/presenter.ts";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { stateLook } from "../lanes/state-look.ts";
import type { LiveRun } from "../playground/live-run.ts";
import { PlaygroundController } from "../playground/playground-controller.ts";
import { base } from "../styles/base.ts";
import { panel } from "../styles/panel.ts";
import { texts } from "../texts.ts";
import { faultsTexts } from "./break-it-texts.ts";
import { faultsStyles } from "./faults-styles.ts";
import { pressed } from "./history.ts";
import { isForAll, type MishapRow, mishapRows, type RowName } from "./mishaps.ts";
import { foretell, press, pressesIn } from "./presses.ts";
import { type WhyNot, whyNot, whyNothing } from "./why-not.ts";

const LANES: readonly LaneName[] = ["eventsource", "fetch"];

/** A stream that never ends by itself, and can be resumed. */
const ENDLESS = "ticker";

type Target = keyof typeof faultsTexts.lanes;

/**
 * What goes wrong in real life, at the press of a button while a stream runs: of each, what both
 * clients will do; of those that were pressed, whether they did.
 * @element sse-faults
 * @fires close when somebody is done with it
 */
export class Faults extends LitElement {
  static override properties = {
    target: { state: true },
    chosen: { state: true },
    isPresenter: { state: true },
  };
  static override styles = [base, panel, faultsStyles];
  /** Whom it is done to. */
  declare target: Target;
  /** By row: the word of its choice; its first one without. */
  declare chosen: Readonly<Partial<Record<RowName, string>>>;
  /** Whether what befalls everyone can be pressed here. */
  declare isPresenter: boolean;
  readonly #page = new PlaygroundController(this).playground;

  constructor() {
    super();
    this.target = "both";
    this.chosen = {};
    this.isPresenter = true;
    this.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#close();
    });
  }

  override render() {
    const live = this.#page.current;
    return html`<section role="dialog" aria-label=${faultsTexts.title} tabindex="-1">
      <h2>
        ${faultsTexts.title} <small>${faultsTexts.about}</small>
        <span class="grow"></span>
        ${this.#targets()}
        <button
          class="button quiet"
          aria-label=${texts.app.close}
          title=${texts.app.close}
          @click=${this.#close}
        >
          ${icons.close}
        </button>
      </h2>
      <div class="body">
        <div class="choice">
          ${live?.isConnected ? nothing : this.#offer()}
          ${this.#table(live)}
        </div>
        ${this.#history(live)}
      </div>
    </section>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector("section")?.focus();
    void this.#askWhose();
  }

  #targets(): TemplateResult {
    const words = faultsTexts.lanes;
    return html`<span class="to">
      <span aria-hidden="true">${faultsTexts.to}</span>
      <sse-segmented
        .label=${faultsTexts.to}
        .value=${words[this.target]}
        .segments=${Object.values(words).map((value) => ({ value, why: "" }))}
        @change=${({ detail }: CustomEvent<string>) => {
          this.target = LANES.find((lane) => words[lane] === detail) ?? "both";
        }}
      ></sse-segmented>
    </span>`;
  }

  #offer(): TemplateResult {
    return html`<p class="offer">
      ${faultsTexts.offer}
      <button class="button" @click=${() => this.#page.choose(ENDLESS)}>
        ${icons.play} ${faultsTexts.play(ENDLESS)}
      </button>
    </p>`;
  }

  #table(live: LiveRun | undefined): TemplateResult {
    const stalled = this.#targeted.some((lane) => live && isStalled(live.run.lane(lane)));
    return html`<table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${faultsTexts.press}</span></th>
          ${LANES.map((lane) => html`<th scope="col">${sentences.laneTitles[lane]} ${state(live, lane)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${mishapRows(stalled).map((row) => this.#row(row, live))}
      </tbody>
    </table>`;
  }

  #row(row: MishapRow, live: LiveRun | undefined): TemplateResult {
    const words = faultsTexts.rows[row.name];
    const { label, mishap } =
      row.choices.find((one) => one.label === this.chosen[row.name]) ?? row.choices[0];
    const aimed = isForAll(mishap) ? LANES : this.#targeted;
    const lanes = aimed.filter((lane) => this.#whyNot(mishap, live, lane) === null);
    const [first] = aimed;
    const reason = lanes.length === 0 && first ? this.#whyNot(mishap, live, first) : null;
    return html`<tr>
      <th scope="row">
        <button
          class="button"
          ?disabled=${reason !== null}
          title=${reason === null ? words.why : faultsTexts.whyNot[reason]}
          @click=${() => live && this.#press(mishap, live, lanes)}
        >
          ${words.name}
        </button>
        ${
          row.choices.length === 1
            ? nothing
            : html`<sse-segmented
                .label=${words.choice}
                .value=${label}
                .segments=${row.choices.map((one) => ({ value: one.label, why: "" }))}
                @change=${({ detail }: CustomEvent<string>) => {
                  this.chosen = { ...this.chosen, [row.name]: detail };
                }}
              ></sse-segmented>`
        }
        ${this.#note(row.name)}
      </th>
      ${LANES.map((lane) => this.#cell(mishap, live, lane, aimed.includes(lane)))}
    </tr>`;
  }

  /** What this lane will do, or why it won't be asked to. */
  #cell(
    mishap: Mishap,
    live: LiveRun | undefined,
    lane: LaneName,
    isAimed: boolean,
  ): TemplateResult {
    const title = sentences.laneTitles[lane];
    const not = (word: string) => html`<td class="not" data-lane=${title}>${word}</td>`;
    if (live === undefined || whyNothing(live, lane) !== null) return not("–"); // said once, above
    const why = this.#whyNot(mishap, live, lane);
    if (why !== null) return not(faultsTexts.whyNot[why]);
    if (!isAimed) return not(faultsTexts.leftAlone);
    const foretold = predictionSentence(foretell(mishap, live, lane));
    return html`<td data-lane=${title}>${prose(foretold)}</td>`;
  }

  #history(live: LiveRun | undefined): TemplateResult {
    const presses = live === undefined ? [] : pressesIn(live.run);
    return html`<div class="history" role="group" aria-label=${faultsTexts.history}>
      <h3>${faultsTexts.history}</h3>
      ${presses.length === 0 ? html`<p class="not">${faultsTexts.nothingPressed}</p>` : nothing}
      <ol aria-live="polite">
        ${presses.map((one) => html`<li>${live && pressed(one, live.run)}</li>`)}
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

  /** As `whyNot`; and in a room what befalls everyone is the presenter's. */
  #whyNot(mishap: Mishap, live: LiveRun | undefined, lane: LaneName): WhyNot | null {
    if (mishap.kind === "close-door" && !this.isPresenter) return "presenters";
    return whyNot(mishap, live, lane);
  }

  /** Whom it befalls besides, where that is more than a lane. */
  #note(row: RowName): TemplateResult | typeof nothing {
    const { everyone, presenters, thisPage } = faultsTexts;
    if (row === "door") return html`<small>${this.isPresenter ? everyone : presenters}</small>`;
    return row === "freeze" ? html`<small>${thisPage}</small>` : nothing;
  }

  async #askWhose(): Promise<void> {
    this.isPresenter = await readPresenter().catch(() => true); // else the server says so itself
  }

  #close(): void {
    this.dispatchEvent(new Event("close"));
  }
}
customElements.define("sse-faults", Faults);

/** What a lane is doing, by its name. */
function state(live: LiveRun | undefined, lane: LaneName): TemplateResult | typeof nothing {
  if (live === undefined) return nothing;
  const { state } = live.run.lane(lane);
  const { icon, tone } = stateLook(state);
  return html`<span class="state ${tone}">${icon} ${legible(sentences.laneState(state, lane, live.now))}</span>`;
}
