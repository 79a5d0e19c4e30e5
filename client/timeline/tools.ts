/** The timeline's buttons, and the keys that do the same while it has the focus. */
import { html, type TemplateResult } from "lit";
import { withKey } from "../controls/by-hand.ts";
import { icons } from "../icons.ts";
import type { Key } from "../keys/keys.ts";
import { timelineTexts } from "./timeline-texts.ts";
import type { Viewport } from "./viewport.ts";

/** One press zooms so much; an arrow moves by this share of what is shown. */
const ZOOM = 2;
const STEP = 0.2;

export function buttons(viewport: Viewport, save: () => void): TemplateResult {
  const words = timelineTexts;
  const { isWhole } = viewport;
  return html`<div class="tools" role="group" aria-label=${words.tools}>
    ${button(withKey(words.zoomOut, "-"), icons.minus, isWhole, () => viewport.zoom(ZOOM))}
    ${button(withKey(words.zoomIn, "+"), icons.plus, false, () => viewport.zoom(1 / ZOOM))}
    ${button(withKey(words.showAll, "0"), icons.whole, isWhole, () => viewport.showAll())}
    ${button(words.save, icons.save, false, save)}
  </div>`;
}

function button(name: string, icon: TemplateResult, disabled: boolean, act: () => void) {
  return html`<button
    class="button quiet"
    aria-label=${name}
    title=${name}
    ?disabled=${disabled}
    @click=${act}
  >
    ${icon}
  </button>`;
}

export function keys(viewport: Viewport): readonly Key[] {
  const names = timelineTexts;
  return [
    { key: "+", name: names.zoomIn, act: () => viewport.zoom(1 / ZOOM) },
    { key: "-", name: names.zoomOut, act: () => viewport.zoom(ZOOM) },
    { key: "0", name: names.showAll, act: () => viewport.showAll() },
    { key: "ArrowLeft", name: names.earlier, act: () => viewport.step(-STEP) },
    { key: "ArrowRight", name: names.later, act: () => viewport.step(STEP) },
  ];
}
