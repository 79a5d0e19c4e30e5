/** Fields of the question, where it is asked and where it was recorded. */
import { html, nothing, type TemplateResult } from "lit";
import { legible } from "../controls/legible.ts";
import { menu } from "../controls/menu.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { chat as theChat } from "./chat.ts";
import { chatTexts } from "./chat-texts.ts";
import type { Way } from "./ways.ts";

/** Offers the ways to answer. @param offered has the right way first */
export function wayField(chat: typeof theChat, offered: readonly Way[]): TemplateResult {
  const { way } = chat.choice;
  const isWrong = way !== "right";
  const words = (one: Way) => `${one === "right" ? "✓" : "✗"} ${chatTexts.ways[one].name}`;
  const choose = (way: Way) => chat.choose({ way });
  const look = { id: "way", kind: `button ${isWrong ? "wrong" : ""}` };
  const arrange = ([right, ...wrong]: readonly TemplateResult[]) => html`
    <optgroup label=${chatTexts.rightWay}>${right}</optgroup>
    <optgroup label=${chatTexts.wrongWays}>${wrong}</optgroup>`;
  return html`<label for="way">${chatTexts.way}</label>
    ${menu(offered, words, way, choose, look, arrange)}
    <p class="why ${isWrong ? "wrong" : ""}">${isWrong ? icons.warning : ""} ${prose(chatTexts.ways[way].why)}</p>`;
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
