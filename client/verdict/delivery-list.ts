import { html, nothing, type TemplateResult } from "lit";
import type { Run } from "../../trace/run/run.ts";
import { type DeliveryFact, delivery, HTTP_VERSION } from "../../trace/verdict/delivery.ts";
import { verdictTexts } from "./verdict-texts.ts";

/** Beside the verdict: what of the response decides whether somebody keeps it, and whose word that is. */
export function deliveryList(run: Run): TemplateResult | typeof nothing {
  const words = delivery(run);
  if (words.length === 0) return nothing;
  return html`<ul aria-label=${verdictTexts.response}>
    ${words.map(({ by, facts }) => html`<li>${verdictTexts.by[by]}${facts.map(shown)}</li>`)}
  </ul>`;
}

function shown({ name, value }: DeliveryFact): TemplateResult {
  if (value === null) return html` <code>${verdictTexts.notSet(name)}</code>`;
  const { http, header } = verdictTexts;
  return html` <code>${name === HTTP_VERSION ? http(value) : header(name, value)}</code>`;
}
