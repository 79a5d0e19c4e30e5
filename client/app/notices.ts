/** Says what the page says above its parts: what is missing, was refused, is being opened, or is not up to date. */
import { html, nothing, type TemplateResult } from "lit";
import { strangerOf } from "../../trace/run/passing.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import type { Playground } from "../playground/playground.ts";
import { appTexts } from "./app-texts.ts";

export function drawNotices(page: Playground): TemplateResult {
  const { trouble, refused, opening } = page;
  return html`
    ${trouble === undefined ? nothing : alert(appTexts.trouble[trouble])}
    ${refused === undefined ? nothing : alert(refused)}
    ${
      opening === undefined
        ? nothing
        : html`<label class="opened">${appTexts.opened.opening} <progress .value=${opening}></progress></label>`
    }
    ${openedRun(page)}
  `;
}

function alert(sentence: string): TemplateResult {
  return html`<p class="trouble" role="alert">${icons.warning} ${prose(sentence)}</p>`;
}

function openedRun({ current, opened: file, isViewer, scriptName }: Playground) {
  if (current === undefined || file === undefined) return nothing;
  const { opened } = appTexts;
  const { beganAt, browser } = current.run.setup;
  const isPlayable = strangerOf(current.run) === undefined; // of a stranger's stream there is no script
  return html`<p class="opened" role="status">
    ${prose(opened.file(file))}, ${opened.when(new Date(beganAt).toLocaleString(), browser)}
    ${isViewer ? nothing : opened.leave(isPlayable ? null : scriptName)}
  </p>`;
}

/** Says that what stands there is not what the script would do now. */
export function drawStale(page: Playground): TemplateResult | typeof nothing {
  if (!page.isStale) return nothing;
  const { changed, run, runIt, keys } = appTexts.stale;
  return html`<p class="changed" role="status">
    ${icons.warning} ${changed}
    <button class="button" aria-label=${runIt} ?disabled=${page.edited?.faulty} @click=${() => page.run()}>
      ${run} <kbd>${keys}</kbd>
    </button>
  </p>`;
}
