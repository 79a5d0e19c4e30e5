/** A switch that shows every value it can have, so that the back row reads what else there is. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { base } from "../styles/base.ts";
import { withKey } from "./by-hand.ts";

/** `why`: why it cannot be chosen now; "" where it can. */
type Segment = { value: string; why: string };

/**
 * @attr label its name, in words
 * @attr value the one that is on
 * @attr shortcut the key that the page moves it by, "" for none
 * @fires change when another value was picked: `event.detail` is the value
 */
export class Segmented extends LitElement {
  static override properties = {
    label: {},
    value: {},
    segments: { attribute: false },
    shortcut: {},
    suggested: { type: Boolean, reflect: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        border: 1px solid var(--control);
        border-radius: var(--radius-control);
        overflow: hidden;
        font: 0.85rem var(--font-wire);
        vertical-align: middle;
        background: var(--panel);
      }
      :host([suggested]) {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      [role="radiogroup"] { display: contents; }
      label {
        padding: 0.1rem 0.6rem;
        color: var(--ink-2);
        cursor: pointer;
      }
      label:has(:checked) {
        background: var(--accent);
        color: var(--panel);
        font-weight: 650;
      }
      label:has(:disabled) {
        color: var(--ink-3);
        text-decoration: line-through;
        cursor: not-allowed;
      }
      label:has(:disabled:checked) { background: var(--control); }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: -3px;
      }
      label:has(:checked:focus-visible) { outline-color: var(--panel); }
    `,
  ];
  declare label: string;
  declare value: string;
  declare segments: readonly Segment[];
  declare suggested: boolean;
  declare shortcut: string;

  constructor() {
    super();
    this.label = "";
    this.value = "";
    this.segments = [];
    this.suggested = false;
    this.shortcut = "";
  }

  override render() {
    const hint = this.shortcut === "" ? this.label : withKey(this.label, this.shortcut);
    return html`<div role="radiogroup" aria-label=${this.label}>
      ${this.segments.map(
        ({ value, why }) => html`<label title=${why || hint}>
          <input
            class="visually-hidden"
            type="radio"
            aria-keyshortcuts=${this.shortcut || nothing}
            name="segment"
            .checked=${value === this.value}
            ?disabled=${why !== ""}
            @change=${() => this.dispatchEvent(new CustomEvent("change", { detail: value }))}
          />${value}
        </label>`,
      )}
    </div>`;
  }
}
customElements.define("sse-segmented", Segmented);

/** Draws a switch all of whose values can be chosen; `choose` is called with the one that was picked. */
export function drawSwitch<Value>(
  label: string,
  values: readonly Value[],
  words: (value: Value) => string,
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const pick = ({ detail }: CustomEvent<string>) =>
    choose(values.find((one) => words(one) === detail) ?? chosen);
  return html`<sse-segmented
    label=${label}
    value=${words(chosen)}
    .segments=${values.map((one) => ({ value: words(one), why: "" }))}
    @change=${pick}
  ></sse-segmented>`;
}
