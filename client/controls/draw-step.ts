/** Says how a step of the standard is quoted. */
import { html, type TemplateResult } from "lit";
import { STANDARD, type StandardStep } from "../../trace/en/standard-quotes.ts";
import { prose } from "./prose.ts";

export function drawStep(step: StandardStep): TemplateResult {
  return html`<p class="step">
    <q>${prose(step.quote)}</q> ${STANDARD},
    <a href=${step.url} target="_blank" rel="noreferrer">${step.section}</a>
  </p>`;
}
