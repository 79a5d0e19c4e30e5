import { html, type TemplateResult } from "lit";
import { STANDARD, type StandardStep } from "../../trace/en/standard-quotes.ts";
import { prose } from "./prose.ts";

/** A step of the standard, in its own words, with a link to where it stands. */
export function drawStep(step: StandardStep): TemplateResult {
  return html`<p class="step">
    <q>${prose(step.quote)}</q> ${STANDARD},
    <a href=${step.url} target="_blank" rel="noreferrer">${step.section}</a>
  </p>`;
}
