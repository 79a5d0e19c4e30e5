/** A suspicion: what a line that does something else was probably meant to do. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { streamSuspicionSentence, suspicionSentence } from "../../trace/en/suspicion.ts";
import { suspicionIn } from "../../trace/log/stream-suspicion.ts";
import type { Suspicion } from "../../trace/log/suspicion.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { followPage } from "../playground/follow.ts";
import { base } from "../styles/base.ts";

export const annotationStyles = css`
  .suspicion { color: var(--wait); }
  .step {
    max-width: 90ch;
    margin-top: 0.3rem;
  }
  .step a { color: var(--accent); }
`;

export function drawSuspicion(suspicion: Suspicion | null): TemplateResult | typeof nothing {
  if (suspicion === null) return nothing;
  return html`<span class="suspicion">${icons.warning} ${prose(suspicionSentence(suspicion))}</span> `;
}

export class StreamNote extends LitElement {
  static override styles = [
    base,
    css`
      p {
        margin: 0 0 0.4rem;
        padding: 0.3rem 0.7rem;
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
      }
      .icon { color: var(--wait); }
    `,
  ];
  readonly #page = followPage(this);

  override render() {
    const { current } = this.#page;
    const suspicion = current === undefined ? null : suspicionIn(current.run);
    if (suspicion === null) return nothing;
    return html`<p role="note">
      ${icons.warning} ${prose(streamSuspicionSentence(suspicion))}
    </p>`;
  }
}
customElements.define("sse-stream-note", StreamNote);
