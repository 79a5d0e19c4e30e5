import { html, type TemplateResult } from "lit";
import { closeButton } from "./close-button.ts";

/** A dialog's heading, which names it (`aria-labelledby="title"`), and the button that closes it. */
export function dialogHead(title: string): TemplateResult {
  const close = ({ currentTarget }: Event) => {
    if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
  };
  return html`<header>
    <h2 id="title">${title}</h2>
    ${closeButton(close)}
  </header>`;
}
