import { html, LitElement, nothing, type TemplateResult } from "lit";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";
import { jsonStyles } from "./json-styles.ts";
import "./long-text.ts";

/** Entries of one level that are shown at first, and so many more each time somebody asks. */
export const ENTRIES = 50;

/**
 * An object or an array inside a JSON text, folded until somebody looks.
 * @element sse-json-branch
 * @attr name its key, "" for none
 */
export class JsonBranch extends LitElement {
  static override properties = {
    value: { attribute: false },
    name: {},
    isOpen: { state: true },
    shown: { state: true },
  };
  static override styles = [base, jsonStyles];
  declare value: object;
  declare name: string;
  declare isOpen: boolean;
  declare shown: number;

  constructor() {
    super();
    this.value = {};
    this.name = "";
    this.isOpen = false;
    this.shown = ENTRIES;
  }

  override render() {
    const toggle = (event: Event) => {
      this.isOpen = isOpened(event);
    };
    const entries = Object.entries(this.value);
    const more = () => {
      this.shown += ENTRIES;
    };
    return html`<details @toggle=${toggle}>
      <summary>
        ${key(this.name)}<small>${logTexts.json.size(entries.length, Array.isArray(this.value))}</small>
      </summary>
      ${this.isOpen ? level(entries, this.shown, more) : nothing}
    </details>`;
  }
}
customElements.define("sse-json-branch", JsonBranch);

/** The first `shown` entries of a level. `more` is called where somebody wants to see further ones. */
export function level(
  entries: readonly [name: string, value: unknown][],
  shown: number,
  more: () => void,
): TemplateResult {
  const rest = entries.length - shown;
  const words = logTexts.json.more(Math.min(rest, ENTRIES), rest);
  return html`<ul>
    ${entries.slice(0, shown).map(([name, value]) => html`<li>${node(name, value)}</li>`)}
    ${rest <= 0 ? nothing : html`<li><button class="button" @click=${more}>${words}</button></li>`}
  </ul>`;
}

export function isOpened({ currentTarget }: Event): boolean {
  return currentTarget instanceof HTMLDetailsElement && currentTarget.open;
}

function node(name: string, value: unknown): TemplateResult {
  if (typeof value === "object" && value !== null) {
    return html`<sse-json-branch name=${name} .value=${value}></sse-json-branch>`;
  }
  return html`${key(name)}<sse-long-text .text=${JSON.stringify(value)}></sse-long-text>`;
}

function key(name: string) {
  return name === "" ? nothing : html`<b>${name}</b>: `;
}
