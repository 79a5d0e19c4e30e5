/** What a row says beside its own sentence: what was probably meant, and the standard's step that it follows. */
import { html, nothing, type TemplateResult } from "lit";
import type { Step } from "../../trace/en/standard.ts";
import { logSentences } from "../../trace/log-sentences.ts";
import type { Suspicion } from "../../trace/suspicion.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { logTexts } from "../log-texts.ts";

export function drawSuspicion(suspicion: Suspicion | null): TemplateResult | typeof nothing {
  if (suspicion === null) return nothing;
  return html`<span class="suspicion">${icons.warning} ${prose(logSentences.suspected(suspicion))}</span> `;
}

export function drawStep(step: Step): TemplateResult {
  return html`<p class="step">
    <q>${prose(step.quote)}</q> ${logTexts.standard},
    <a href=${step.url} target="_blank" rel="noreferrer">${step.section}</a>
  </p>`;
}
