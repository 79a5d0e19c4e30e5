/** Fields of the question, where it is asked and where it was recorded. */
import { html, nothing, type TemplateResult } from "lit";
import { legible } from "../controls/legible.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { chat as theChat } from "./chat.ts";
import { chatTexts } from "./chat-texts.ts";
import type { Way } from "./ways.ts";

/** `offered`: the right way first. */
export function wayField(chat: typeof theChat, offered: readonly Way[]): TemplateResult {
  const chosen = chat.choice.way;
  const isWrong = chosen !== "right";
  const option = (way: Way) => html`<option value=${way} .selected=${way === chosen}>
    ${way === "right" ? "✓" : "✗"} ${chatTexts.ways[way].name}
  </option>`;
  const [right, ...wrong] = offered.map(option);
  const why = prose(chatTexts.ways[chosen].why);
  return html`<label for="way">${chatTexts.way}</label>
    <select
      id="way"
      class="button ${isWrong ? "wrong" : ""}"
      @change=${(event: Event) => {
        const way = offered.find((one) => one === picked(event));
        if (way !== undefined) chat.choose({ way });
      }}
    >
      <optgroup label=${chatTexts.rightWay}>${right}</optgroup>
      <optgroup label=${chatTexts.wrongWays}>${wrong}</optgroup>
    </select>
    <p class="why ${isWrong ? "wrong" : ""}">${isWrong ? icons.warning : ""} ${why}</p>`;
}

/** `why` says why a demo model answers. */
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

export function picked({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : "";
}
