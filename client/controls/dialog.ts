import { html, type TemplateResult } from "lit";
import { icons } from "../icons.ts";
import { texts } from "../texts.ts";

/** A dialog's heading, which names it (`aria-labelledby="title"`), and the button that closes it. */
export function dialogHead(title: string): TemplateResult {
  const close = ({ currentTarget }: Event) => {
    if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
  };
  return html`<header>
    <h2 id="title">${title}</h2>
    <button class="button quiet" aria-label=${texts.app.close} title=${texts.app.close} @click=${close}>
      ${icons.close}
    </button>
  </header>`;
}
