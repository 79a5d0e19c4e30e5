/** The field in which a way to read the answer is chosen. */
import { html, type TemplateResult } from "lit";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { chat as theChat } from "./chat.ts";
import { chatTexts } from "./chat-texts.ts";
import { picked } from "./picked.ts";
import type { Way } from "./ways.ts";

/** In which way the answer is read, and what is right or wrong about it. `offered`: the right one first. */
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
