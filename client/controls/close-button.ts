/** The button that closes a dialog, a drawer or a panel. */
import { html, type TemplateResult } from "lit";
import { icons } from "../icons.ts";

export const CLOSE = "Close";

/** @param label what is read out where more than one thing may be open */
export function closeButton(close: (event: Event) => void, label = CLOSE): TemplateResult {
  return html`<button class="button quiet close" aria-label=${label} title=${label} @click=${close}>
    ${icons.close}
  </button>`;
}
