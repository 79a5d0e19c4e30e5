/** Shows JSON as a tree that unfolds level by level. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";
import "./long-text.ts";
import { Portions } from "./portions.ts";

/** Each level shows so many entries, and as many more each time somebody asks. */
const ENTRIES = 50;

/**
 * A JSON text, or an object or an array inside one: nothing is parsed or drawn before somebody unfolds it.
 * @attr label what it is the data of
 * @attr name its key, where it is inside another one
 */
export class JsonTree extends LitElement {
  static override properties = {
    text: { attribute: false },
    value: { attribute: false },
    label: {},
    name: {},
    isOpen: { state: true },
  };
  static override styles = [
    base,
    css`
      :host { font: 0.92rem/1.5 var(--font-wire); }
      summary { color: var(--ink-2); }
      small {
        font-family: var(--font-ui);
        color: var(--ink-2);
      }
      ul {
        padding-left: 1rem;
        border-left: 1px solid var(--rule);
      }
      li { overflow-wrap: anywhere; }
      b {
        font-weight: 400;
        color: var(--ink-2);
      }
      p { color: var(--wait); }
      .button {
        padding: 0 0.4rem;
        font: 0.85rem var(--font-ui);
      }
    `,
  ];
  /** The whole tree has a JSON text; a branch has a `value` instead. */
  declare text: string;
  declare value: object | undefined;
  declare label: string;
  declare name: string;
  declare isOpen: boolean;
  readonly #portions = new Portions(this, ENTRIES);

  constructor() {
    super();
    this.text = "";
    this.label = "";
    this.name = "";
    this.isOpen = false;
  }

  override render() {
    const toggle = ({ currentTarget }: Event) => {
      this.isOpen = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
    };
    return html`<details @toggle=${toggle}>
      <summary>${this.value === undefined ? this.label : branch(this.name, this.value)}</summary>
      ${this.isOpen ? this.#level() : nothing}
    </details>`;
  }

  #level(): TemplateResult {
    try {
      return this.#entries(Object.entries(this.value ?? JSON.parse(this.text)));
    } catch (error) {
      return html`<p>${logTexts.json.broken(error instanceof Error ? error.message : "")}</p>`;
    }
  }

  #entries(entries: readonly [name: string, value: unknown][]): TemplateResult {
    const shown = entries.slice(0, this.#portions.shown);
    const more = this.#portions.button(entries.length, logTexts.json.more);
    return html`<ul>
      ${shown.map(([name, value]) => html`<li>${entry(name, value)}</li>`)}
      ${more === nothing ? nothing : html`<li>${more}</li>`}
    </ul>`;
  }
}
customElements.define("sse-json-tree", JsonTree);

/** A text that begins like an object or an array may be one. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function branch(name: string, value: object): TemplateResult {
  const size = logTexts.json.size(Object.keys(value).length, Array.isArray(value));
  return html`${key(name)}<small>${size}</small>`;
}

function entry(name: string, value: unknown): TemplateResult {
  if (typeof value === "object" && value !== null) {
    return html`<sse-json-tree name=${name} .value=${value}></sse-json-tree>`;
  }
  return html`${key(name)}<sse-long-text .text=${JSON.stringify(value)}></sse-long-text>`;
}

function key(name: string) {
  return name === "" ? nothing : html`<b>${name}</b>: `;
}
