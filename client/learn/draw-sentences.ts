/** How a step's sentences and checks are drawn. */
import { html, nothing, type TemplateResult } from "lit";
import {
  type Outcome,
  type Sentence,
  type Source,
  saidIn,
  standardUrl,
} from "../../lessons/lesson.ts";
import { familyOf } from "../../trace/run/browser-name.ts";
import { prose } from "../controls/prose.ts";
import { icons } from "../icons.ts";
import { browserName } from "../playground/browser.ts";
import type { AtStep } from "./at-step.ts";
import { learnTexts } from "./learn-texts.ts";

/** A sentence as it reads in this browser, and where it is from. */
export function drawSentence(sentence: Sentence): TemplateResult {
  const said = saidIn(sentence, familyOf(browserName()));
  return html`<p class="said">
    ${prose(said)} ${"source" in sentence ? drawSource(sentence.source) : nothing}
  </p>`;
}

/** What is to be seen, and what has been; nothing while that would answer the step's question. */
export function drawChecks({ step, outcomes, isAsking }: AtStep) {
  if (isAsking) return nothing;
  return html`<div>
    <h3 tabindex="-1">${learnTexts.checks}</h3>
    <ul class="checks">
      ${step.checks.map(({ says }, index) => drawCheck(says, outcomes[index] ?? { is: "pending" }))}
    </ul>
  </div>`;
}

export function drawHint(hint: string): TemplateResult {
  return html`<details>
    <summary>${learnTexts.hint}</summary>
    <p>${prose(hint)}</p>
  </details>`;
}

function drawSource(source: Source): TemplateResult {
  if (!("standard" in source)) {
    return html`<small>(${"fact" in source ? learnTexts.source.fact : learnTexts.source.cure})</small>`;
  }
  return html`<a href=${standardUrl(source.standard)} target="_blank" rel="noreferrer"
    >${learnTexts.source.standard}</a
  >`;
}

function drawCheck(says: string, outcome: Outcome): TemplateResult {
  const { is } = outcome;
  const icon = { pending: "○", true: icons.check, false: icons.warning }[is];
  return html`<li class=${is}>
    <span aria-hidden="true">${icon}</span>
    <span>
      <span class="visually-hidden">${learnTexts.states[is]}: </span>${prose(says)}
      ${is === "pending" ? nothing : html`<small>${is === "false" ? `${learnTexts.states.false}: ` : ""}${outcome.figures}</small>`}
    </span>
  </li>`;
}
