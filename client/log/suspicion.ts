/** A suspicion: what a line that does something else was probably meant to do. */

import { css, html, nothing, type TemplateResult } from "lit";
import { suspicionSentence } from "../../trace/en/suspicion.ts";
import type { Suspicion } from "../../trace/log/suspicion.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";

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
