import { html, type TemplateResult } from "lit";
import { legible } from "./legible.ts";

/** Draws a sentence of the texts: what is between backticks becomes code, what is between asterisks bold. */
export function prose(sentence: string): TemplateResult[] {
  return legible(sentence)
    .split(/(`[^`]*`|\*[^*]*\*)/)
    .map((part) => {
      const inner = part.slice(1, -1);
      if (part.startsWith("`")) return html`<code>${inner}</code>`;
      if (part.startsWith("*")) return html`<b>${inner}</b>`;
      return html`${part}`;
    });
}
