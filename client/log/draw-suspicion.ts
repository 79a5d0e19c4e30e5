import { html, nothing, type TemplateResult } from "lit";
import { logSentences } from "../../trace/en/log-sentences.ts";
import type { Suspicion } from "../../trace/log/suspicion.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";

/** What was probably meant, beside what a row says. */
export function drawSuspicion(suspicion: Suspicion | null): TemplateResult | typeof nothing {
  if (suspicion === null) return nothing;
  return html`<span class="suspicion">${icons.warning} ${prose(logSentences.suspected(suspicion))}</span> `;
}
