/** Says what is wrong with the script, and what to write instead. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Problem } from "../../protocol/script/problem.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { playgroundTexts } from "../playground/playground-texts.ts";
import { base } from "../styles/base.ts";
import { scriptTexts } from "./script-texts.ts";

const LISTED = 50; // some more are underlined in the script

/**
 * @attr untold how many more problems there are than are told
 * @fires put-right when somebody wants what was meant to be written: `event.detail` is the problem
 * @fires go-to when somebody picked a problem: `event.detail` is the problem
 */
export class ProblemList extends LitElement {
  static override properties = { problems: { attribute: false }, untold: { type: Number } };
  static override styles = [
    base,
    css`
      :host {
        flex: none;
        max-height: 40%;
        overflow: auto;
        border-top: 1px solid var(--rule);
        font-size: 0.92rem;
      }
      ul { padding: 0.2rem 0; }
      li {
        display: flex;
        align-items: baseline;
      }
      .fix {
        flex: none;
        margin-right: 0.9rem;
        padding: 0.02rem 0.5rem;
      }
      button:not(.fix) {
        flex: 1;
        min-width: 0;
        padding: 0.25rem 0.9rem;
        text-align: left;
        overflow-wrap: anywhere;
      }
      button:not(.fix):hover { background: var(--accent-soft); }
      button:focus-visible { outline-offset: -2px; }
      b { color: var(--wait); }
      small {
        font-size: 1em;
        color: var(--ink-2);
      }
      p {
        padding: 0.25rem 0.9rem 0.4rem;
        color: var(--ink-2);
      }
      .faulty {
        padding-bottom: 0;
        color: var(--ink);
        font-weight: 650;
      }
    `,
  ];
  declare problems: readonly Problem[];
  declare untold: number;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("problems")) this.hidden = this.problems.length === 0;
  }

  override render() {
    const hidden = this.problems.length + this.untold - LISTED;
    const faulty = this.problems.some(({ severity }) => severity === "error");
    return html`
      ${faulty ? html`<p class="faulty" role="status">${playgroundTexts.faulty}</p>` : nothing}
      <ul aria-label=${scriptTexts.problems}>
        ${this.problems.slice(0, LISTED).map((problem) => this.#row(problem))}
      </ul>
      ${hidden > 0 ? html`<p>${scriptTexts.morePlaces(hidden)}</p>` : nothing}
    `;
  }

  #row(problem: Problem) {
    const { severity, line, column, message, fix } = problem;
    return html`<li>
      <button class="bare" @click=${() => this.dispatchEvent(new CustomEvent("go-to", { detail: problem }))}>
        <b>${severity === "error" ? icons.broken : icons.warning} ${scriptTexts.severity[severity]}</b>
        <small>${scriptTexts.place(line, column)}</small>
        ${prose(message)}
      </button>
      ${fix === null ? nothing : this.#fix(problem, fix)}
    </li>`;
  }

  #fix(detail: Problem, fix: string): TemplateResult {
    return html`<button
      class="button fix"
      @click=${() => this.dispatchEvent(new CustomEvent("put-right", { detail }))}
    >
      ${scriptTexts.fix(fix)}
    </button>`;
  }
}
customElements.define("sse-problem-list", ProblemList);
