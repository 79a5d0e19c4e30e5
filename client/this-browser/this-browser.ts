/** Says what this browser's EventSource does where browsers differ: measured here, beside what was recorded. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Behaviour, MeasurementName } from "../../trace/run/behaviour.ts";
import { familyOf } from "../../trace/run/browser-name.ts";
import { browsers } from "../../trace/run/browsers.ts";
import { browserTable } from "../../trace/share/browser-table.ts";
import { isOther } from "../../trace/this-browser/measurement.ts";
import { measurements } from "../../trace/this-browser/measurements.ts";
import { hasKeys } from "../controls/by-hand.ts";
import { copyOrSelect } from "../controls/copy.ts";
import { dialogHead, ModalDialog } from "../controls/dialog.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { browserName } from "../playground/browser.ts";
import { playground } from "../playground/playground.ts";
import { base } from "../styles/base.ts";
import { dialog } from "../styles/dialog.ts";
import { drawAnswers } from "./draw-answers.ts";
import { Measuring } from "./measuring.ts";
import { thisBrowserStyles } from "./this-browser-styles.ts";
import { browserTexts } from "./this-browser-texts.ts";

const all = [...measurements.differing, ...measurements.alike];

export class ThisBrowser extends LitElement {
  static override properties = { copied: { state: true }, isCopied: { state: true } };
  static override styles = [base, dialog, thisBrowserStyles];
  declare copied: string;
  /** Where there is no clipboard it is selected here. */
  declare isCopied: boolean;
  readonly #dialog = new ModalDialog(this);
  readonly #browser = browserName();
  readonly #family = familyOf(this.#browser);
  #measuring: Measuring | undefined;

  constructor() {
    super();
    this.copied = "";
    this.isCopied = false;
  }

  /** `npm run record` writes them down. */
  get answers(): ReadonlyMap<MeasurementName, Behaviour> {
    return this.#measuring?.answers ?? new Map();
  }

  /** What is measured is not measured again. When the dialog is closed, measuring stops. */
  open(): void {
    void this.#dialog.open();
    if (!playground.isViewer && !this.#measuring?.isComplete) this.#measure();
  }

  override render() {
    const { viewer } = browserTexts;
    return html`<dialog aria-labelledby="title" closedby="any" @close=${() => this.#measuring?.stop()}>
      ${dialogHead(browserTexts.title(this.#browser))}
      <p>${prose(browserTexts.explain)}</p>
      ${playground.isViewer ? html`<p class="trouble">${prose(viewer)}</p>` : this.#controls()}
      ${drawAnswers(this.#family, (name) => this.#measuring?.stageOf(name) ?? { is: "waiting" })}
    </dialog>`;
  }

  #controls(): TemplateResult {
    const { again, copy, noServer, copied } = browserTexts;
    return html`<div class="flow controls">
        <button class="button" @click=${this.#measure}>${again}</button>
        <button class="button" @click=${this.#copy}>${copy}</button>
        ${this.#progress()}
        <p role="status">${prose(this.#said())}</p>
      </div>
      ${
        this.#measuring?.isAlone
          ? html`<p class="trouble" role="alert">${icons.warning} ${prose(noServer)}</p>`
          : nothing
      }
      ${this.copied === "" ? nothing : html`<textarea readonly aria-label=${copied} .value=${this.copied}></textarea>`}`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { done, isComplete, isAlone } = this.#measuring ?? { done: 0 };
    if (isComplete || isAlone) return nothing;
    return html`<label>
      <progress max=${all.length} value=${done}></progress>
      ${browserTexts.progress(done, all.length)}
    </label>`;
  }

  #said(): string {
    const { done, selected, summary } = browserTexts;
    if (this.copied !== "") return this.isCopied ? done : selected(hasKeys());
    if (!this.#measuring?.isComplete) return "";
    const { answers } = this;
    const others = all.filter((measurement) => {
      const answer = answers.get(measurement.name);
      return answer && isOther(measurement.name, answer, this.#family);
    });
    const family = this.#family && browsers[this.#family].name;
    return summary(family, others.length, all.length - answers.size);
  }

  #measure(): void {
    this.#measuring?.stop();
    this.copied = "";
    this.#measuring = new Measuring(all, this.#family, () => this.requestUpdate());
    this.requestUpdate();
  }

  async #copy(): Promise<void> {
    this.copied = browserTable(this.#browser, this.answers);
    this.isCopied = await copyOrSelect(this, this.copied);
  }
}
customElements.define("sse-this-browser", ThisBrowser);
