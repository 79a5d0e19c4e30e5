import { html, LitElement, nothing, type TemplateResult } from "lit";
import { base } from "../../styles/base.ts";
import { logTexts } from "../log-texts.ts";
import { ENTRIES, isOpened, level } from "./json-branch.ts";
import { jsonStyles } from "./json-styles.ts";

/**
 * A JSON text as a tree, that unfolds level by level. Nothing is parsed or drawn before it is unfolded.
 * @element sse-json-tree
 * @attr label what it is the data of
 */
export class JsonTree extends LitElement {
  static override properties = {
    text: { attribute: false },
    label: {},
    isOpen: { state: true },
    shown: { state: true },
  };
  static override styles = [base, jsonStyles];
  declare text: string;
  declare label: string;
  declare isOpen: boolean;
  /** Entries of the first level. */
  declare shown: number;

  constructor() {
    super();
    this.text = "";
    this.label = "";
    this.isOpen = false;
    this.shown = ENTRIES;
  }

  override render() {
    const toggle = (event: Event) => {
      this.isOpen = isOpened(event);
    };
    return html`<details @toggle=${toggle}>
      <summary>${this.label}</summary>
      ${this.isOpen ? this.#read() : nothing}
    </details>`;
  }

  #read(): TemplateResult {
    try {
      const entries = Object.entries(JSON.parse(this.text));
      return level(entries, this.shown, () => {
        this.shown += ENTRIES;
      });
    } catch (error) {
      return html`<p>${logTexts.json.broken(error instanceof Error ? error.message : "")}</p>`;
    }
  }
}
customElements.define("sse-json-tree", JsonTree);

/** What begins like an object or an array may be one. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}
