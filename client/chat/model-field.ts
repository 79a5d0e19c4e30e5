import { html, nothing, type TemplateResult } from "lit";
import { legible } from "../controls/legible.ts";
import { chatTexts } from "./chat-texts.ts";

/** Who answers. A demo model is called one, and `why` says why it is one. */
export function modelField(
  { model, isDemo }: { model: string; isDemo: boolean },
  why: string = chatTexts.demoWhy,
): TemplateResult {
  const { demo } = chatTexts;
  return html`<span class="label">${chatTexts.model}</span>
    <span title=${isDemo ? why : nothing}>
      <code>${legible(model)}</code> ${isDemo ? html`<b class="demo">${demo}</b>` : nothing}
    </span>`;
}
